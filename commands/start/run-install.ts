import { spawn } from 'node:child_process';

/** How the app's own set-up command is run against the account. */
export type InstallCommand = {
  /** Script for Node. */
  readonly script: string;
  readonly origin: string;
  readonly token: string;
};

/**
 * Runs the app's set-up command as its users do: a process of its own that knows an address and a token.
 *
 * @throws {Error} with what the command said when it fails, and for any address but this machine's own
 */
export async function runInstall({ script, origin, token }: InstallCommand): Promise<void> {
  if (new URL(origin).hostname !== '127.0.0.1')
    throw new Error(`The app is set up for a workbench on this machine only, not at ${origin}.`);
  const child = spawn(process.execPath, [script], {
    env: { HUBSPOT_API_ORIGIN: origin, HUBSPOT_ACCESS_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`Setting up the app failed:\n${said.trim()}`);
}
