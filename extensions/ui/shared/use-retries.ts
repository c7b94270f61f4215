import { useEffect, useState } from 'react';

/** The search limit of five a second is shared by everybody in the account: it is a matter of moments. */
const pausesMs = [700, 1_500, 3_000];
/** So often, with successes in between, is no coincidence. */
const failuresAtMost = 10;

export type Retries = {
  readonly isGivenUp: boolean;
  /** In all, successes in between or not: a reason to ask less often. */
  readonly failures: number;
  /** Starts over, when somebody asks for it. */
  readonly retry: () => void;
};

const fresh = { inARow: 0, failures: 0, isGivenUp: false };

/**
 * Asks again when a search failed, later each time; a success gives new patience.
 *
 * @param error - of the last try; null when it went well
 * @param isAnswered - whether the last try is over and went well
 * @param refetch - asks again
 */
export function useRetries(error: Error | null, isAnswered: boolean, refetch: () => Promise<void>): Retries {
  const [{ inARow, failures, isGivenUp }, setCounts] = useState(fresh);
  useEffect(() => {
    if (isAnswered) setCounts((before) => ({ ...before, inARow: 0, isGivenUp: before.failures > failuresAtMost }));
    if (error === null) return;
    const pauseMs = failures < failuresAtMost ? pausesMs[inARow] : undefined;
    setCounts((before) => ({ ...before, failures: before.failures + 1, isGivenUp: pauseMs === undefined }));
    if (pauseMs === undefined) return;
    let isDropped = false;
    setTimeout(() => {
      if (isDropped) return;
      setCounts((before) => ({ ...before, inARow: before.inARow + 1 }));
      void refetch();
    }, pauseMs);
    return () => {
      isDropped = true;
    };
    // `refetch` is a new function at every render, the rest follows from the tries: only a new error or answer counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [error, isAnswered]);
  const retry = () => {
    setCounts(fresh);
    void refetch();
  };
  return { isGivenUp, failures, retry };
}
