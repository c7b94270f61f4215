import { useState } from 'react';
import type { PropertyValues } from '@deal-terms/core/crm';

type Records = ReadonlyMap<string, PropertyValues>;
type Found = {
  readonly key: string;
  /** How many deals the query finds; null until the first page is there. */
  readonly total: number | null;
  /** By deal id. */
  readonly selected: Records;
  /** How often the deals were read: after scores changed they are read again. */
  readonly readings: number;
};

/**
 * What is known of the deals a query finds; another query knows nothing of it.
 *
 * @param key - of the query, without its order
 */
export function useFoundDeals(key: string) {
  const fresh: Found = { key, total: null, selected: new Map(), readings: 1 };
  const [kept, setKept] = useState(fresh);
  const found = kept.key === key ? kept : fresh;
  const change = (changed: (before: Found) => Partial<Found>) => {
    setKept((before) => {
      const current = before.key === key ? before : fresh;
      return { ...current, ...changed(current) };
    });
  };
  return {
    ...found,
    onTotal: (total: number) => {
      // Told at every render of the list: news only where it is news, or the board would be drawn for ever.
      if (total !== found.total) change(() => ({ total }));
    },
    onSelect: (selected: Records) => {
      change(() => ({ selected }));
    },
    readAgain: () => {
      change(({ readings }) => ({ readings: readings + 1 }));
    },
  };
}
