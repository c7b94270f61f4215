import { useState } from 'react';
import { bandKeys, bandQuery } from './band-query.ts';
import type { BandKey } from './band-query.ts';
import { BandsChart } from './BandsChart.tsx';
import type { BoardQuery } from './board-query.ts';
import { DealsCount } from './DealsCount.tsx';

type Found = Extract<BoardQuery, { ok: true }>;

/** How many of a query's deals are in each band, from the totals of searches made one after the other; nothing where HubSpot takes no further condition. */
export function BandCounts({ query }: { readonly query: Found }) {
  const [counted, setCounted] = useState<ReadonlyMap<BandKey, number>>(new Map());
  const queries = bandKeys.map((band) => ({ band, found: bandQuery(query, band) }));
  const next = queries.find(({ band, found }) => found !== 'none' && !counted.has(band));
  if (queries.some(({ found }) => found === 'refused')) return null;
  if (next === undefined) {
    const size = (band: BandKey) => counted.get(band) ?? 0;
    return (
      <BandsChart
        byBand={{ high: size('high'), medium: size('medium'), low: size('low'), unscored: size('unscored') }}
      />
    );
  }
  return (
    <DealsCount
      key={next.band}
      query={next.found as Found}
      onCount={(size) => {
        setCounted((before) => new Map([...before, [next.band, size]]));
      }}
    />
  );
}
