import { createInterface } from 'node:readline/promises';
import { crmUsage, readCrmOptions } from './crm/crm-options.ts';
import type { CrmArguments } from './crm/crm-options.ts';
import { installCrm } from './crm/install.ts';
import { removeCrm } from './crm/remove.ts';
import { keyNeededText, keyPurposes } from './crm/scopes.ts';

const { HUBSPOT_ACCESS_TOKEN: accessToken = '', HUBSPOT_API_ORIGIN: origin = 'https://api.hubapi.com' } = process.env;
const print = (line: string) => console.log(line);

function readOptions(): CrmArguments | null {
  try {
    return readCrmOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n${crmUsage}`);
    return null;
  }
}

/** Whoever removes types the account's number: the wrong account is the mistake to fear. */
async function confirmByTyping(portalId: number): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.error('Add --yes to do this away from a terminal.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await terminal.question(
    `Values in these properties and entries go with them. Type the account’s number (${portalId}) to go on: `,
  );
  terminal.close();
  return typed.trim() === String(portalId);
}

async function run({ dryRun, remove, yes }: CrmArguments): Promise<boolean> {
  if (accessToken === '') {
    console.error(keyNeededText('npm run crm:install', keyPurposes.installation));
    return false;
  }
  const connection = { origin, accessToken, nowIso: new Date().toISOString(), print, dryRun };
  return remove
    ? removeCrm({ ...connection, confirm: yes ? () => Promise.resolve(true) : confirmByTyping })
    : installCrm(connection);
}

const options = readOptions();
if (options?.help === true) print(crmUsage);
else process.exitCode = options !== null && (await run(options)) ? 0 : 1;
