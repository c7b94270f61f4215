import { setTimeout as pause } from 'node:timers/promises';
import { CrmError } from './crm-error.ts';
import { crmErrorOf, readErrorBody } from './crm-error-body.ts';
import { warningsOf } from './write-warnings.ts';
import type { WriteWarning } from './write-warnings.ts';
import { tryOnce } from './http-try.ts';
import type { HttpAnswer, HttpRequest } from './http-try.ts';
import { pathIn } from './path-family.ts';
import type { PathFamily } from './path-family.ts';
import { isIdempotent, pauseBeforeRetry } from './retry.ts';
import type { Attempt } from './retry.ts';

export type TransportOptions = {
  /** Where HubSpot's API is, e.g. `https://api.hubapi.com`. */
  readonly origin: string;
  readonly accessToken: string;
  readonly family: PathFamily;
  /** Time for everything this transport sends, tries and pauses included. */
  readonly budgetMs: number;
  /** In [0, 1); spreads retries. */
  readonly random: () => number;
  /** A try that takes longer is given up for another one, as long as there is time for it. */
  readonly longestTryMs?: number;
};

export type ApiRequest = {
  readonly method: string;
  /** Path and query as the numbered family has them. */ readonly path: string;
  readonly body?: string | undefined;
};

/** The one seam between the app and HubSpot's API: deadline, abort, retries, path family and counting are here and nowhere else. */
export type Transport = {
  readonly origin: string;
  /** @throws {CrmError} for every answer that is not 2xx, and when there is none */
  readonly send: (request: ApiRequest) => Promise<HttpAnswer>;
  /** Requests sent so far, retries included. */
  readonly calls: () => number;
  /** What HubSpot changed of the values it took so far. */
  readonly warnings: () => readonly WriteWarning[];
};

/** Leaves a function's 8 seconds room for a second try. */
const standardLongestTryMs = 3_500;
/** Timers count in whole milliseconds and may fire that much before their time. */
const timerEarlyMs = 1;

/**
 * @param options - its budget starts now
 */
export function createTransport(options: TransportOptions): Transport {
  const endsAtMs = performance.now() + options.budgetMs;
  const longestTryMs = options.longestTryMs ?? standardLongestTryMs;
  let calls = 0;
  const warnings: WriteWarning[] = [];

  const send = async (request: ApiRequest): Promise<HttpAnswer> => {
    const wire = wireRequest(request, options);
    const label = `${request.method} ${wire.url.pathname}`;
    const idempotent = isIdempotent(request.method, wire.url.pathname);
    for (let tries = 1; ; tries += 1) {
      const remainingMs = endsAtMs - performance.now();
      if (remainingMs <= timerEarlyMs) throw failed('deadline', label);
      calls += 1;
      const answer = await answerOrNull(wire, Math.min(remainingMs, longestTryMs));
      const isEmpty = answer !== null && isDueAndMissing(request.method, answer);
      if (answer !== null && answer.status < 400 && !isEmpty) {
        warnings.push(...warningsOf(request.method, answer.body));
        return answer;
      }
      if (answer === null && performance.now() >= endsAtMs - timerEarlyMs) throw failed('deadline', label);
      const waitMs = pauseBeforeRetry(attemptOf(answer, isEmpty), tries, idempotent, options.random());
      if (waitMs === null || waitMs >= endsAtMs - performance.now()) {
        // It was done; whoever wants to know more reads again.
        if (answer !== null && isEmpty) return answer;
        throw answer === null
          ? failed('unavailable', label)
          : crmErrorOf(label, answer.status, answer.body.toString('utf8'));
      }
      await pause(waitMs);
    }
  };
  return { origin: options.origin, send, calls: () => calls, warnings: () => warnings };
}

function wireRequest(request: ApiRequest, options: TransportOptions): HttpRequest {
  const url = new URL(request.path, options.origin);
  url.pathname = pathIn(url.pathname, options.family);
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${options.accessToken}`,
  };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  return { method: request.method, url, headers, body: request.body };
}

/**
 * Null for a network failure or a try cut short: what exactly failed may carry addresses and is of no use to the caller.
 * A timer of our own, because signals made with `AbortSignal.any` and `AbortSignal.timeout` are collected as garbage on Node 20 and then never fire.
 */
async function answerOrNull(request: HttpRequest, longestMs: number): Promise<HttpAnswer | null> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), longestMs);
  try {
    return await tryOnce(request, controller.signal);
  } catch (error) {
    if (error instanceof Error && ('code' in error || error.name === 'AbortError')) return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Archiving is answered by nothing, with a status that says so; everything else by JSON. */
function isDueAndMissing(method: string, { status, body }: HttpAnswer): boolean {
  return body.length === 0 && status < 300 && status !== 204 && method !== 'DELETE';
}

function attemptOf(answer: HttpAnswer | null, isEmpty: boolean): Attempt {
  if (answer === null) return { status: null, isEmpty, policyName: '', retryAfterMs: null };
  const seconds = Number(answer.headers['retry-after'] ?? Number.NaN);
  const policyName = answer.status === 429 ? readErrorBody(answer.body.toString('utf8')).policyName : '';
  return {
    status: answer.status,
    isEmpty,
    policyName,
    retryAfterMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null,
  };
}

function failed(kind: 'deadline' | 'unavailable', request: string): CrmError {
  return new CrmError(kind, { request, status: null });
}
