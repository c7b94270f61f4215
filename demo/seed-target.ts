import type { LocalAccount } from '../workbench/account.ts';
import type { Progress } from '../workbench/progress.ts';
import type { DemoClock } from './demo-clock.ts';

/** An account to fill. */
export type SeedTarget = {
  readonly account: Pick<LocalAccount, 'api' | 'adminToken' | 'load' | 'owners' | 'userIds' | 'userTokens'>;
  /** Where its API answers. */
  readonly origin: string;
  /** Values of the app's secrets. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Sets the app up in the account. */
  readonly install: () => Promise<void>;
  /** ISO date in the account's time zone. */
  readonly today: string;
  readonly clock: DemoClock;
  /** Whether the company has traded terms for two years, or begins today. */
  readonly hasHistory: boolean;
  readonly onProgress: Progress;
};
