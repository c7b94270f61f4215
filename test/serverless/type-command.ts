import { execFile } from 'node:child_process';

/** What came of a command. */
export type Typed = { readonly code: unknown; readonly stdout: string; readonly stderr: string };

/**
 * Runs a command as `npm run` does, away from a terminal.
 *
 * @param name - file in `commands/`, without its ending
 * @param environment - beside the path; nothing else of this process is passed on
 */
export function typeCommand(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Typed> {
  const env = { PATH: process.env['PATH'], ...environment };
  return new Promise((done) => {
    execFile(process.execPath, ['commands/run.mjs', name, ...args], { env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}
