import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createEmulator } from '../../workbench/emulator/index.ts';
import { accountApi } from './account-api.ts';
import { askAll } from './ask-all.ts';
import type { Answers } from './ask-all.ts';
import { questions } from './questions.ts';
import { dated } from './stage.ts';

/** What the token needs to be allowed. */
export const writingScopes = [
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'crm.schemas.custom.read',
  'crm.schemas.custom.write',
  'crm.objects.deals.read',
  'crm.objects.deals.write',
];

/** Accounts that are for trying things out. */
const accountTypesToTry = new Set(['DEVELOPER_TEST', 'SANDBOX']);

/** An account that is no place for a trial. */
export class AccountTypeError extends Error {
  override readonly name = 'AccountTypeError';
}

/**
 * Asks an account and the emulator the same questions, and says where the emulator differs.
 *
 * @param origin - where the account's API answers
 * @param print - told one line at a time
 * @returns whether nothing differs, every question could be asked and nothing is left behind
 * @throws {AccountTypeError} the account is not one to try things out in; nothing was written
 * @throws {Error} the object of the trial cannot be made; nothing is left behind
 */
export async function compareByWriting(origin: string, token: string, print: (line: string) => void): Promise<boolean> {
  const { status, body } = await accountApi(origin, token)('GET', `/account-info/${dated}/details`);
  if (status !== 200) throw new Error(`The account does not answer: ${status} ${body.message ?? ''}`);
  const accountType = String(body['accountType']);
  if (!accountTypesToTry.has(accountType))
    throw new AccountTypeError(
      `The account is of type ${accountType}. This writes, if only to remove it again: use a developer test account or a sandbox.`,
    );
  const name = `conformance_${Date.now().toString(36)}`;
  print(`Asking account ${String(body['portalId'])} with a custom object ${name}, removed at the end.`);
  const [theirs, ours] = await Promise.all([askAll(origin, token, name), askEmulator(name)]);
  return report(theirs, ours, print);
}

async function askEmulator(name: string): Promise<Answers> {
  const emulator = createEmulator({ file: ':memory:', clock: Date.now });
  const token = emulator.issueToken({ scopes: writingScopes, sees: 'all', label: 'conformance' });
  const server = serve({ fetch: emulator.fetch, port: 0, hostname: '127.0.0.1' });
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    return await askAll(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, token, name);
  } finally {
    await new Promise((closed) => server.close(closed));
    emulator.close();
  }
}

function report(theirs: Answers, ours: Answers, print: (line: string) => void): boolean {
  let differing = 0;
  for (const [place, { asks }] of questions.entries()) {
    const [said, emulated] = [theirs.answers[place] ?? null, ours.answers[place] ?? null];
    if (said === emulated && said !== null) print(`  same     ${asks} ${said}`);
    else {
      differing += 1;
      print(`  DIFFERS  ${asks}`);
      print(`             the account:  ${said ?? 'could not be asked'}`);
      print(`             the emulator: ${emulated ?? 'could not be asked'}`);
    }
  }
  const troubles = [...theirs.troubles, ...ours.troubles.map((trouble) => `Emulator: ${trouble}`)];
  for (const trouble of troubles) print(`  ! ${trouble}`);
  print(
    differing === 0
      ? `The emulator answers all ${questions.length} questions as the account does.`
      : `The emulator differs in ${differing} of ${questions.length} answers.`,
  );
  return differing === 0 && troubles.length === 0;
}
