import { dailyPolicy } from './crm-error-body.ts';

/** One answer or failure, as far as the decision to try again needs it. */
export type Attempt = {
  /** HTTP status; null for a network failure or a try that took too long. */
  readonly status: number | null;
  /** It succeeded and says nothing: HubSpot does that now and then where an answer is due. */
  readonly isEmpty: boolean;
  /** HubSpot's name of the limit a 429 ran into. */
  readonly policyName: string;
  /** `Retry-After` in milliseconds, if the answer had one in seconds. */
  readonly retryAfterMs: number | null;
};

export const maxTries = 4;
const firstPauseMs = 250;
const longestPauseMs = 4_000;
/** HubSpot asks to leave a locked record alone for two seconds. */
const lockPauseMs = 2_000;

/**
 * Whether a request has the same effect when it is sent twice: reads, and writes that state values.
 *
 * @param method - HTTP method
 * @param path - path without query
 */
export function isIdempotent(method: string, path: string): boolean {
  if (method === 'POST') return /\/(search|batch\/(read|update|upsert))$/.test(path);
  return method === 'GET' || method === 'PATCH' || method === 'PUT' || method === 'DELETE';
}

/**
 * How long to wait before the next try, or null when trying again cannot help or could do the work twice.
 * Full jitter: a random share of a pause that doubles, so that callers turned away together do not come back together.
 *
 * @param attempt - what came back
 * @param tries - tries so far, from 1
 * @param idempotent - whether sending again is harmless even if the first one arrived
 * @param random - in [0, 1)
 * @returns milliseconds
 */
export function pauseBeforeRetry(attempt: Attempt, tries: number, idempotent: boolean, random: number): number | null {
  if (tries >= maxTries || !mayRetry(attempt, idempotent)) return null;
  const backoffMs = random * Math.min(longestPauseMs, firstPauseMs * 2 ** tries);
  const leastMs = attempt.retryAfterMs ?? (attempt.status === 423 ? lockPauseMs : 0);
  return leastMs + backoffMs;
}

function mayRetry({ status, policyName, isEmpty }: Attempt, idempotent: boolean): boolean {
  if (status === 429) return policyName !== dailyPolicy;
  if (status === 423 || status === 477) return true;
  return idempotent && (status === null || status === 408 || status === 409 || status >= 500 || isEmpty);
}
