import { createHash, timingSafeEqual } from 'node:crypto';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

/** Guards what functions cannot leave to a user HubSpot does not attest. */
export const policyKeyName = 'POLICY_EDIT_KEY';

/**
 * Checks the key that guards the policy.
 *
 * @param given - by the page
 * @param secret - reads an app secret
 * @returns null when it is the right one
 */
export function keyRefusal(given: string, secret: (name: string) => string | null): Refusal | null {
  const key = secret(policyKeyName);
  if (key === null) return refuse('no_key');
  return isSame(given, key) ? null : refuse('wrong_key');
}

/** Compared by digest, so that neither length nor time tells anything of the key. */
function isSame(given: string, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}
