import { ApiError } from './errors.ts';
import type { Actor } from './tokens.ts';

/** How many requests HubSpot takes (docs/hubspot.md section 10). People at work in HubSpot's own pages are not counted. */
export type RateLimits = {
  readonly perTenSecondsAndApp: number;
  readonly perDay: number;
  readonly searchesPerSecond: number;
};

/** An Enterprise account's. */
export const enterpriseLimits: RateLimits = { perTenSecondsAndApp: 190, perDay: 1_000_000, searchesPerSecond: 5 };

/** Counts requests over sliding windows and turns away what is too much. */
export type RateGate = {
  /** Null: no limits. Counts start anew. */
  readonly set: (limits: RateLimits | null) => void;
  readonly areSet: () => boolean;
  /**
   * Counts a request. Searches have a limit of their own, shared by the account, and no headers.
   *
   * @returns headers for its answer
   * @throws {ApiError} 429
   */
  readonly pass: (actor: Actor, isSearch: boolean) => Readonly<Record<string, string>>;
};

const tenSeconds = 10_000;
const day = 86_400_000;

/**
 * @param clock - milliseconds that only go up
 */
export function createRateGate(clock: () => number): RateGate {
  let limits: RateLimits | null = null;
  let bursts = new Map<string, number[]>();
  let searches: number[] = [];
  let days: number[] = [];
  const within = (times: number[], windowMs: number, now: number): number[] => {
    while (times[0] !== undefined && times[0] <= now - windowMs) times.shift();
    return times;
  };
  return {
    areSet: () => limits !== null,
    set: (next) => {
      limits = next;
      bursts = new Map();
      searches = [];
      days = [];
    },
    pass: (actor, isSearch) => {
      if (limits === null || actor.user !== undefined) return {};
      const now = clock();
      if (within(days, day, now).length >= limits.perDay) throw tooMany('DAILY', 'You have reached your daily limit.');
      if (isSearch) {
        if (within(searches, 1_000, now).length >= limits.searchesPerSecond)
          throw tooMany('SECONDLY', 'You have reached your secondly limit.');
        searches.push(now);
        days.push(now);
        return {};
      }
      const key = actor.app === undefined ? actor.token : `app ${actor.app.id}`;
      const burst = within(bursts.get(key) ?? [], tenSeconds, now);
      bursts.set(key, burst);
      if (burst.length >= limits.perTenSecondsAndApp)
        throw tooMany('TEN_SECONDLY_ROLLING', 'You have reached your ten_secondly_rolling limit.');
      burst.push(now);
      days.push(now);
      return {
        'X-HubSpot-RateLimit-Max': String(limits.perTenSecondsAndApp),
        'X-HubSpot-RateLimit-Remaining': String(limits.perTenSecondsAndApp - burst.length),
        'X-HubSpot-RateLimit-Interval-Milliseconds': String(tenSeconds),
        'X-HubSpot-RateLimit-Daily': String(limits.perDay),
        'X-HubSpot-RateLimit-Daily-Remaining': String(limits.perDay - days.length),
      };
    },
  };
}

/** HubSpot's answer to one request too many, by the limit's name. */
export function tooMany(policyName: 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY', message: string): ApiError {
  return new ApiError(429, { message, errorType: 'RATE_LIMIT', policyName });
}
