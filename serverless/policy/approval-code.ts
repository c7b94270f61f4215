import { createHash, timingSafeEqual } from 'node:crypto';
import { currentPolicyKey, policyVersionKey } from '@deal-terms/core/crm';
import { installationKeys, readAccount } from '../account/installation.ts';
import type { LedgerEntry, LedgerPort, StoredEntry } from '../ports/ledger-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

/** App secret that guards what functions cannot leave to a user HubSpot does not attest: the policy, and approvals. */
export const policyKeyName = 'POLICY_EDIT_KEY';

/** Characters of a code nobody guesses at eight tries a minute, also where it is made of words. */
export const leastCodeLength = 12;

/** Wrong tries in one minute, and tries of any kind: a right one counts as wrong only until it is over. */
const [wrongPerMinute, triesPerMinute] = [8, 60];
const wasRight = '{"right":true}';
const minuteMs = 60_000;

type Ledger = Pick<LedgerPort, 'readEntries' | 'createEntry' | 'putEntry'>;

/**
 * Checks the code that guards policy and approvals. Each try takes one of the minute's places in the ledger before it is looked at, so that no number of
 * tries sent at once gets more answers than there are places; a right one is marked and takes none. Nobody sleeps, and nothing of it is logged. Three calls.
 * A code that is too short counts only where it was in use before there was a least length; nobody is told without having it.
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
  const places = Array.from({ length: triesPerMinute }, (_, place) => `attempt/${minute}/${place + 1}`);
  const entries = await ledger.readEntries([...places, ...installationKeys]);
  const right = places.filter((key) => entries.get(key)?.body === wasRight).length;
  const free = places.slice(0, wrongPerMinute + right).filter((key) => !entries.has(key));
  const place = await takePlace(ledger, free, nowMs);
  if (place === null) return refuse('wait', { until: new Date((minute + 1) * minuteMs).toISOString() });
  if (!isSame(given, code)) return refuse('wrong_key');
  await ledger.putEntry({ ...place, body: wasRight });
  return isLongEnough(code) || isFromBefore(entries) ? null : refuse('short_key');
}

/** Whether a new code can be this one. */
export function isLongEnough(code: string): boolean {
  return code.length >= leastCodeLength;
}

/** Whether a policy was saved, and none with a code that is long enough: so nobody is locked out by an upgrade, and nobody goes back to a short one. */
function isFromBefore(entries: ReadonlyMap<string, StoredEntry>): boolean {
  const account = readAccount(entries);
  const wasSaved = entries.has(currentPolicyKey) || entries.has(policyVersionKey(1)) || account?.hasPolicy === true;
  return wasSaved && account?.hasLongCode !== true;
}

async function takePlace(ledger: Ledger, free: readonly string[], nowMs: number): Promise<LedgerEntry | null> {
  for (const key of free) {
    const writtenAt = new Date(nowMs).toISOString();
    const place = { key, kind: 'attempt', body: '{}', author: 'app', writtenAt } as const;
    if ((await ledger.createEntry(place)) !== null) return place;
  }
  return null;
}

/** Compares by digest, so that neither length nor time tells anything of the code. */
function isSame(given: string, code: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(code));
}
