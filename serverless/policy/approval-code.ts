import { createHash, timingSafeEqual } from 'node:crypto';
import { currentPolicyKey, policyVersionKey } from '@deal-terms/core/crm';
import { installationKeys, readAccount } from '../account/installation.ts';
import type { LedgerPort, StoredEntry } from '../ports/ledger-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

/** App secret that guards what functions cannot leave to a user HubSpot does not attest: the policy, and approvals. */
export const policyKeyName = 'POLICY_EDIT_KEY';

/** Characters of a code nobody guesses at eight tries a minute, also where it is made of words. */
export const leastCodeLength = 12;

/** Wrong tries in one minute, and tries of any kind. */
const [wrongPerMinute, triesPerMinute] = [8, 60];
const wasRight = '{"right":true}';
const minuteMs = 60_000;

type Ledger = Pick<LedgerPort, 'readEntries' | 'createEntry'>;
type Entries = ReadonlyMap<string, StoredEntry>;

/** A try at the code. */
export type CodeTry = {
  /** By the page or card. */
  readonly given: string;
  /** Reads an app secret. */
  readonly secret: (name: string) => string | null;
  readonly nowMs: number;
  /** Keys to read of the ledger along with the minute's tries; with 37 of them it is still one call. */
  readonly keys: readonly string[];
};

/**
 * Checks the code that guards policy and approvals. Each try takes one of the minute's places in the ledger before it is answered, so that no number of
 * tries sent at once gets more answers than there are places; a right one is kept as such, and leaves one place more. Nobody sleeps, and nothing of it is
 * logged. Two calls. A code that is too short counts only where it was in use before there was a least length; nobody is told without having it.
 *
 * @returns entries of the installation and of `keys`, when it is the right one
 * @throws {CrmError}
 */
export async function checkCode(
  ledger: Ledger,
  { given, secret, nowMs, keys }: CodeTry,
): Promise<{ readonly ok: true; readonly entries: Entries } | Refusal> {
  const code = secret(policyKeyName);
  if (code === null) return refuse('no_key');
  const minute = Math.floor(nowMs / minuteMs);
  const places = Array.from({ length: triesPerMinute }, (_, place) => `attempt/${minute}/${place + 1}`);
  const entries = await ledger.readEntries([...new Set([...places, ...installationKeys, ...keys])]);
  const right = places.filter((key) => entries.get(key)?.body === wasRight).length;
  const free = places.slice(0, wrongPerMinute + right).filter((key) => !entries.has(key));
  const isRight = isSame(given, code);
  if (!(await takePlace(ledger, free, isRight, nowMs)))
    return refuse('wait', { until: new Date((minute + 1) * minuteMs).toISOString() });
  if (!isRight) return refuse('wrong_key');
  return isLongEnough(code) || isFromBefore(entries) ? { ok: true, entries } : refuse('short_key');
}

/** Whether a new code can be this one. */
export function isLongEnough(code: string): boolean {
  return code.length >= leastCodeLength;
}

/** Whether a policy was saved, and none with a code that is long enough: so nobody is locked out by an upgrade, and nobody goes back to a short one. */
function isFromBefore(entries: Entries): boolean {
  const account = readAccount(entries);
  const wasSaved = entries.has(currentPolicyKey) || entries.has(policyVersionKey(1)) || account?.hasPolicy === true;
  return wasSaved && account?.hasLongCode !== true;
}

async function takePlace(ledger: Ledger, free: readonly string[], isRight: boolean, nowMs: number): Promise<boolean> {
  const writtenAt = new Date(nowMs).toISOString();
  const body = isRight ? wasRight : '{}';
  for (const key of free)
    if ((await ledger.createEntry({ key, kind: 'attempt', body, author: 'app', writtenAt })) !== null) return true;
  return false;
}

/** Compares by digest, so that neither length nor time tells anything of the code. */
function isSame(given: string, code: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(code));
}
