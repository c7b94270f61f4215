import { join } from 'node:path';
import { FolderInUseError, UnreadableFolderError } from '../workbench/demo/data-folder.ts';
import { AccountKindError, startWorkbench } from '../workbench/start-workbench.ts';
import { progressLine } from './start/progress-line.ts';
import { readStartOptions, UsageError } from './start/start-options.ts';
import { welcome } from './start/welcome.ts';

// A token of a real account in the shell must not reach anything that is started from here.
for (const name of Object.keys(process.env)) if (name.startsWith('HUBSPOT_')) Reflect.deleteProperty(process.env, name);

try {
  const options = readStartOptions(process.argv.slice(2));
  const root = process.cwd();
  const workbench = await startWorkbench({ ...options, root, dataFolder: join(root, '.workbench'), clock: Date.now, onProgress: progressLine(process.stdout, Date.now) });
  let stopping = false;
  // A terminal's Ctrl-C arrives twice: from the terminal, and passed on by the parent.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void workbench.close().then(() => process.exit(0));
    });
  }
  console.log(welcome(workbench));
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof FolderInUseError || error instanceof UnreadableFolderError || error instanceof AccountKindError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return `Port ${'port' in error ? String(error.port) : ''} is taken. Choose another: npm start -- --port 4401`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
