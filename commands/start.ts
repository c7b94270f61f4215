import { join } from 'node:path';
import { FolderInUseError, UnreadableFolderError } from '../workbench/data-folder.ts';
import { ImportFileError } from '../import/import-error.ts';
import { AccountKindError, startAppWorkbench } from './start/app-workbench.ts';
import { demoSecrets } from './start/demo-secrets.ts';
import { importSource } from './start/import-source.ts';
import { importSummary } from './start/import-summary.ts';
import { progressLine } from './start/progress-line.ts';
import { readStartOptions, refuseOtherOrigins, UsageError } from './start/start-options.ts';
import { welcome } from './start/welcome.ts';

const { HUBSPOT_API_ORIGIN: namedOrigin } = process.env;
// A token of a real account in the shell must not reach anything that is started from here.
for (const name of Object.keys(process.env)) if (name.startsWith('HUBSPOT_')) Reflect.deleteProperty(process.env, name);

try {
  const { importFile, notation, ...options } = readStartOptions(process.argv.slice(2));
  if (options.reset || options.generatedDeals > 0 || importFile !== null) refuseOtherOrigins(namedOrigin);
  const importFrom =
    importFile === null
      ? {}
      : { importFrom: importSource(importFile, process.env['INIT_CWD'] ?? process.cwd(), notation) };
  const root = process.cwd();
  const workbench = await startAppWorkbench({
    ...options,
    ...importFrom,
    root,
    dataFolder: join(root, '.workbench'),
    secrets: demoSecrets,
    clock: Date.now,
    asHubSpot: true,
    onProgress: progressLine(process.stdout, Date.now),
  });
  let stopping = false;
  // A terminal's Ctrl-C arrives twice: from the terminal, and passed on by the parent.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void workbench.close().then(() => process.exit(0));
    });
  }
  if (workbench.imported !== null) console.log(`\n${importSummary(workbench.imported, workbench.folder)}`);
  console.log(welcome(workbench));
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

function explain(error: unknown): string {
  if (
    error instanceof UsageError ||
    error instanceof ImportFileError ||
    error instanceof FolderInUseError ||
    error instanceof UnreadableFolderError ||
    error instanceof AccountKindError
  )
    return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${'port' in error ? String(error.port) : ''} is taken. Choose another: npm start -- --port 4401`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
