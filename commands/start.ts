import { join } from 'node:path';
import { FolderInUseError } from '../workbench/folder-lock.ts';
import { ProjectError } from '../workbench/foreign/build-project.ts';
import { StorageError } from '../workbench/storage-fault.ts';
import { ImportFileError } from '../import/import-error.ts';
import { AccountKindError, startAppWorkbench } from './start/app-workbench.ts';
import { demoSecrets } from './start/demo-secrets.ts';
import { importSource } from './start/import-source.ts';
import { importSummary } from './start/import-summary.ts';
import { progressLine } from './start/progress-line.ts';
import { startProjectWorkbench } from './start/project-workbench.ts';
import { readStartOptions, refuseOtherOrigins, UsageError } from './start/start-options.ts';
import { projectWelcome, welcome } from './start/welcome.ts';

const { HUBSPOT_API_ORIGIN: namedOrigin } = process.env;
// A token of a real account in the shell must not reach anything that is started from here.
for (const name of Object.keys(process.env)) if (name.startsWith('HUBSPOT_')) Reflect.deleteProperty(process.env, name);

try {
  const { importFile, notation, lineItemsFile, invoicesFile, project, ...options } = readStartOptions(
    process.argv.slice(2),
  );
  if (options.reset || options.generatedDeals > 0 || importFile !== null) refuseOtherOrigins(namedOrigin);
  const typedIn = process.env['INIT_CWD'] ?? process.cwd();
  const root = process.cwd();
  const shared = {
    root,
    dataFolder: join(root, '.workbench'),
    port: options.port,
    reset: options.reset,
    clock: Date.now,
    hasHistory: true,
    asHubSpot: true,
    onProgress: progressLine(process.stdout, Date.now),
  };
  const { close, setAside, greeting } = project === null ? await startApp() : await startProject(project);

  async function startApp() {
    const importFrom =
      importFile === null
        ? {}
        : { importFrom: importSource(importFile, typedIn, { notation, lineItemsFile, invoicesFile }) };
    const workbench = await startAppWorkbench({ ...options, ...importFrom, ...shared, secrets: demoSecrets });
    const imported = workbench.imported === null ? '' : `\n${importSummary(workbench.imported, workbench.folder)}\n`;
    return { ...workbench, greeting: `${imported}${welcome(workbench)}` };
  }

  async function startProject(named: string) {
    const workbench = await startProjectWorkbench({ ...shared, project: named, typedIn });
    return { ...workbench, greeting: projectWelcome(workbench) };
  }

  let stopping = false;
  // A terminal's Ctrl-C arrives twice: from the terminal, and passed on by the parent.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void close().then(() => process.exit(0));
    });
  }
  if (setAside !== null)
    console.log(`\nThe account that was kept is damaged. It is in ${setAside} now, and this is a new one.`);
  console.log(greeting);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

function explain(error: unknown): string {
  if (
    error instanceof UsageError ||
    error instanceof ImportFileError ||
    error instanceof FolderInUseError ||
    error instanceof StorageError ||
    error instanceof AccountKindError ||
    error instanceof ProjectError
  )
    return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${'port' in error ? String(error.port) : ''} is taken. Choose another: npm start -- --port 4401`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
