import { useEffect, useState } from 'react';

/** The search limit of five a second is shared by everybody in the account: it is a matter of moments. */
const pausesMs = [700, 1_500, 3_000];

/**
 * Asks again, a few times and later each time, when a search failed.
 *
 * @param error - of the last try; null when it went well
 * @param refetch - asks again
 * @returns whether trying has been given up
 */
export function useRetries(error: Error | null, refetch: () => Promise<void>): boolean {
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const pauseMs = pausesMs[tries];
    if (error === null || pauseMs === undefined) return;
    let isDropped = false;
    setTimeout(() => {
      if (isDropped) return;
      setTries(tries + 1);
      void refetch();
    }, pauseMs);
    return () => { isDropped = true; };
    // `refetch` is a new function at every render: only a new error may start another try.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [error]);
  return error !== null && tries >= pausesMs.length;
}
