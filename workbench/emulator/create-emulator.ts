import type { Behaviour } from './behaviour.ts';
import { createApp } from './app.ts';
import { faultyFetch } from './faulty-fetch.ts';
import { createFaultBook } from './faults.ts';
import type { Faults } from './faults.ts';
import { createRateGate } from './rate-limits.ts';
import type { RateLimits } from './rate-limits.ts';
import { createSearchLag } from './store/search-lag.ts';
import { createBarriers } from './barriers.ts';
import type { Hold, HoldRequest } from './barriers.ts';
import { operations } from './operations.ts';
import { createRequestLog } from './request-log.ts';
import type { RequestLog } from './request-log.ts';
import { setUpAccount } from './account-setup.ts';
import type { AccountSetup } from './account-setup.ts';
import { bulkLoad } from './bulk-load.ts';
import type { BulkRecord } from './bulk-load.ts';
import { openStore, resetStore } from './store/store.ts';
import { createTokenBook } from './tokens.ts';
import type { TokenBook, TokenGrant } from './tokens.ts';

export type EmulatorOptions = {
  /** SQLite file, created when missing, or `:memory:`. */
  readonly file: string;
  /** Epoch milliseconds: the time of every write. */
  readonly clock: () => number;
};

/** One HubSpot account behind HubSpot's CRM API. */
export type Emulator = {
  /** Answers `/crm/...`, `/crm-object-schemas/...` and `/account-info/...`; anything else is a 501. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** @returns the token */
  readonly issueToken: (grant: TokenGrant) => string;
  readonly revokeToken: (token: string) => void;
  readonly requestLog: RequestLog;
  /** What goes wrong from now on. */
  readonly faults: Faults;
  /** How the account behaves where accounts differ or HubSpot is not known; kept with the account. */
  readonly behaviour: { readonly read: () => Behaviour; readonly set: (changes: Partial<Behaviour>) => void };
  /** Null, as at the start: requests are not limited. */
  readonly limitRates: (limits: RateLimits | null) => void;
  readonly limitsRates: () => boolean;
  /** How long a write stays unseen by search, milliseconds; 0 at the start. */
  readonly lagSearch: (lagMs: number) => void;
  readonly searchLagMs: () => number;
  readonly holdUntil: (request: HoldRequest) => Hold;
  /** What an administrator sets in HubSpot's pages. May be repeated; before records, since some of their values come of it. */
  readonly setUp: (setup: AccountSetup) => void;
  /**
   * Creates many records of one type, in order, with whatever history they bring.
   *
   * @param objectType - as in API paths
   * @param onProgress - records created so far
   * @returns their ids
   * @throws {Error} a record the API would refuse, with its place
   */
  readonly bulkLoad: (
    objectType: string,
    records: Iterable<BulkRecord>,
    onProgress?: (created: number) => void,
  ) => Promise<readonly string[]>;
  /** Empties the account; tokens stay valid. */
  readonly reset: () => void;
  readonly close: () => void;
};

function isAppOf({ find }: TokenBook): (authorization: string | null) => boolean {
  return (authorization) => {
    const actor = find(authorization ?? undefined);
    return actor !== null && actor.user === undefined;
  };
}

/**
 * Opens an account.
 *
 * @throws {SqliteError} the file cannot be opened
 */
export function createEmulator({ file, clock }: EmulatorOptions): Emulator {
  const searchLag = createSearchLag(clock);
  let store = openStore(file, clock(), searchLag);
  const tokens = createTokenBook();
  const barriers = createBarriers();
  const log = createRequestLog();
  const faults = createFaultBook();
  const rates = createRateGate(() => performance.now());
  const app = createApp({ operations, store: () => store, tokens, barriers, rates, searchLag, log: log.add, clock });
  return {
    fetch: faultyFetch({
      answer: async (request, refusal) => app.fetch(request, { refusal }),
      faults,
      log,
      clock,
      portalId: () => store.settings.account().portalId,
      isApp: isAppOf(tokens),
    }),
    faults,
    behaviour: {
      read: () => store.settings.behaviour(),
      set: (changes) => store.settings.saveBehaviour(changes),
    },
    limitRates: rates.set,
    limitsRates: rates.areSet,
    lagSearch: searchLag.set,
    searchLagMs: searchLag.lagMs,
    issueToken: tokens.issue,
    revokeToken: tokens.revoke,
    requestLog: log,
    holdUntil: barriers.hold,
    setUp: (setup) => setUpAccount(store, setup, clock()),
    bulkLoad: (objectType, records, onProgress = () => {}) => bulkLoad(store, clock(), objectType, records, onProgress),
    reset: () => {
      searchLag.set(0);
      store = resetStore(store, clock(), searchLag);
    },
    close: () => {
      // What search has not seen yet must not be lost to it.
      searchLag.set(0);
      store.database.close();
    },
  };
}
