import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compareByWriting, writingScopes } from './conformance/compare.ts';

/** The read-only part of the emulator's tests, against a real account: where they fail, the emulator believes something HubSpot does not do. */
const suite = join('test', 'emulator', 'read-only.test.ts');
const { HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_API_ORIGIN: named = 'https://api.hubapi.com' } = process.env;
const [option, ...more] = process.argv.slice(2);

if (more.length > 0 || (option !== undefined && option !== '--write')) {
  console.error('conformance [--write]: compares the emulator with an account, reading only unless told to write.');
  process.exitCode = 2;
} else if (token === undefined || token === '') {
  console.error(
    option === '--write'
      ? `conformance --write needs HUBSPOT_ACCESS_TOKEN: an access token of a developer test account, with the scopes ${writingScopes.join(', ')}. It makes a custom object of its own and removes it.`
      : 'conformance needs HUBSPOT_ACCESS_TOKEN: an access token of the account to compare with, with read scopes for deals, companies, contacts, custom objects, their schemas and owners. Nothing is written.',
  );
  process.exitCode = 2;
} else if (option === '--write') process.exitCode = await writing(new URL(named).origin, token);
else process.exitCode = reading(new URL(named).origin, token);

async function writing(origin: string, accessToken: string): Promise<number> {
  try {
    return (await compareByWriting(origin, accessToken, console.log)) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

function reading(origin: string, accessToken: string): number {
  const args = ['run', '--project', 'service', suite];
  const env = { ...process.env, CONFORMANCE_ORIGIN: origin, CONFORMANCE_TOKEN: accessToken };
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  return spawnSync(process.execPath, [vitest, ...args], { stdio: 'inherit', env }).status ?? 1;
}
