import type { Progress } from '../../workbench/progress.ts';
import type { Checkpoint } from '../rescore/checkpoint.ts';
import { rescoreAll } from '../rescore/run.ts';

/** Somebody whose start was cut off starts again, and deals scored by then are passed over. */
const noCheckpoint: Checkpoint = {
  read: () => ({ found: 'none' }),
  save: () => undefined,
  done: () => undefined,
};

/**
 * Scores every open deal of the account as `npm run rescore` does, without its pauses: nobody else needs the workbench's API yet.
 *
 * @param ledgerKey - value of `LEDGER_KEY`; null for an account without
 * @throws {CrmError}
 */
export async function scoreAll({
  origin,
  token,
  ledgerKey,
  nowMs,
  onProgress,
}: {
  readonly origin: string;
  readonly token: string;
  readonly ledgerKey: string | null;
  readonly nowMs: () => number;
  readonly onProgress: Progress;
}): Promise<void> {
  await rescoreAll({
    origin,
    accessToken: token,
    ledgerKey,
    options: { all: false, dryRun: false, ids: [] },
    checkpoint: noCheckpoint,
    nowMs,
    onProgress: ({ deals }, total) => onProgress('open deals scored', deals, total),
    onProblem: () => undefined,
    pause: () => Promise.resolve(),
  });
}
