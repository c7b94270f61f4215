import { expect } from 'vitest';
import type { Account } from '../serverless/account.ts';
import type { FunctionCall, PreparedCall, Reply } from './function-call.ts';
import { key } from './function-call.ts';

/** What customers and people said of them, as it stands in the accounts of `function-calls.ts`. */
const customerTexts = ['Christmas market', 'Liffey', 'Gifts & Co', 'Opens its', '<b>market</b>'];
/** Of what the emulator says when it refuses. */
const hubspotTexts = [
  'You have reached your',
  'internal error',
  'temporarily unavailable',
  'is locked',
  'being migrated',
  'Bad Gateway',
  'does not allow',
  'could not take',
  'Authentication credentials',
];

function findings(text: string, ...planted: readonly (readonly string[])[]): string[] {
  const plain = text.toLowerCase();
  return planted
    .flat()
    .filter(
      (one) => plain.includes(one.toLowerCase()) || plain.includes(JSON.stringify(one).slice(1, -1).toLowerCase()),
    );
}

/** The log: one line a call, without secrets, customers' words or HubSpot's, and the line of a failure found by the reference the user reads. */
export function expectDiscretion(
  { name, on }: Pick<FunctionCall, 'name' | 'on'>,
  { app, account }: Pick<PreparedCall, 'app' | 'account'>,
  reply: Reply,
  line: string | undefined,
): void {
  const secrets = [app.token, account.setupToken, key];
  const shown = JSON.stringify(reply);
  const mayNameCustomer = reply.ok && on !== 'page';
  expect({
    name,
    reply: findings(shown, secrets, hubspotTexts, mayNameCustomer ? [] : customerTexts),
    log: findings(line ?? '', secrets, hubspotTexts, customerTexts),
  }).toEqual({ name, reply: [], log: [] });
  expect(line).not.toContain('\n');
  const logged = JSON.parse(line ?? '{}') as { readonly correlationId?: string; readonly outcome?: string };
  expect(logged.outcome).toBe(reply.ok ? 'ok' : reply.code);
  if (!reply.ok) expect(logged.correlationId).toBe(reply.correlationId);
}

/** What people typed as the reason of a decision, in `function-calls.ts`. */
const reasons = ['Night shift', 'Machine down'];

/** Keys of the ledger's entries that quote a customer or somebody's reason. */
export async function quotingKeys({ readLedger }: Account): Promise<readonly string[]> {
  const entries = await readLedger();
  return entries.filter(({ body = '' }) => findings(body, customerTexts, reasons).length > 0).map(({ key }) => key);
}
