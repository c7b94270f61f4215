import { useEffect, useState } from 'react';

/** Work for this long, then let the page breathe. */
const sliceMs = 24;

/**
 * Works items out in slices, so that nothing freezes.
 *
 * @param items - the same array as long as they are the same items; null while they are awaited
 * @param work - the same function as long as it does the same
 * @returns what has been worked out so far: as many as `items` when it is done
 */
export function useInSlices<Item, Done>(items: readonly Item[] | null, work: (item: Item) => Done): readonly Done[] {
  const [done, setDone] = useState<readonly Done[]>([]);
  useEffect(() => {
    const soFar: Done[] = [];
    let isDropped = false;
    const slice = () => {
      if (isDropped || items === null) return;
      const until = Date.now() + sliceMs;
      while (soFar.length < items.length && Date.now() < until) soFar.push(work(items[soFar.length] as Item));
      setDone([...soFar]);
      if (soFar.length < items.length) setTimeout(slice, 0);
    };
    slice();
    return () => {
      isDropped = true;
    };
  }, [items, work]);
  return done;
}
