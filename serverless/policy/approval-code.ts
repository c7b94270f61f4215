import { createHash, timingSafeEqual } from 'node:crypto';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

/** App secret that guards what functions cannot leave to a user HubSpot does not attest: the policy, and approvals. */
export const policyKeyName = 'POLICY_EDIT_KEY';

/** Tries in one minute, right ones not counted once they are over. */
const triesPerMinute = 8;
const minuteMs = 60_000;

type Ledger = Pick<LedgerPort, 'readEntries' | 'createEntry' | 'removeEntry'>;

/**
 * Checks the code that guards policy and approvals. Each try takes one of the minute's places in the ledger before it is looked at, so that no number of
 * tries sent at once gets more answers than there are places; a right one gives its place back. Nobody sleeps, and nothing of it is logged. Three calls.
 *
 * @param given - by the page or card
 * @param secret - reads an app secret
 * @returns null when it is the right one
 * @throws {CrmError}
 */
export async function codeRefusal(
  ledger: Ledger,
  given: string,
  secret: (name: string) => string | null,
  nowMs: number,
): Promise<Refusal | null> {
  const code = secret(policyKeyName);
  if (code === null) return refuse('no_key');
  const minute = Math.floor(nowMs / minuteMs);
  const place = await takePlace(ledger, minute, nowMs);
  if (place === null) return refuse('wait', { until: new Date((minute + 1) * minuteMs).toISOString() });
  if (!isSame(given, code)) return refuse('wrong_key');
  await ledger.removeEntry(place);
  return null;
}

async function takePlace(ledger: Ledger, minute: number, nowMs: number): Promise<string | null> {
  const keys = Array.from({ length: triesPerMinute }, (_, place) => `attempt/${minute}/${place + 1}`);
  const taken = await ledger.readEntries(keys);
  for (const key of keys.filter((one) => !taken.has(one))) {
    const writtenAt = new Date(nowMs).toISOString();
    const recordId = await ledger.createEntry({ key, kind: 'attempt', body: '{}', author: 'app', writtenAt });
    if (recordId !== null) return recordId;
  }
  return null;
}

/** Compares by digest, so that neither length nor time tells anything of the code. */
function isSame(given: string, code: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(code));
}
