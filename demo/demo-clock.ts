/** The account's time while it is filled: what happened in the past is written in the past. */
export type DemoClock = {
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  /** Stops at a time of the past. */
  readonly stopAt: (ms: number) => void;
  /** Goes with the real clock again. */
  readonly release: () => void;
};

/**
 * @param clock - the real one, epoch milliseconds
 */
export function createDemoClock(clock: () => number): DemoClock {
  let stoppedAt: number | null = null;
  return {
    nowMs: () => stoppedAt ?? clock(),
    stopAt: (ms) => {
      stoppedAt = ms;
    },
    release: () => {
      stoppedAt = null;
    },
  };
}
