import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The read-only part of the emulator's tests, against a real account: where they fail, the emulator believes something HubSpot does not do. */
const suite = join('test', 'emulator', 'read-only.test.ts');
const { HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_API_ORIGIN: origin = 'https://api.hubapi.com' } = process.env;

if (token === undefined || token === '') {
  console.error(
    'conformance needs HUBSPOT_ACCESS_TOKEN: an access token of the account to compare with, with read scopes for deals, companies, contacts, custom objects, their schemas and owners. Nothing is written.',
  );
  process.exitCode = 1;
} else {
  const args = ['run', '--project', 'service', suite];
  const env = { ...process.env, CONFORMANCE_ORIGIN: new URL(origin).origin, CONFORMANCE_TOKEN: token };
  process.exitCode =
    spawnSync(process.execPath, [join('node_modules', 'vitest', 'vitest.mjs'), ...args], { stdio: 'inherit', env })
      .status ?? 1;
}
