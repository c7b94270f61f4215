import { bands, scorePropertyOf } from '@deal-terms/core/crm';
import { conditionsPerGroup } from './board-query.ts';
import type { BoardQuery } from './board-query.ts';

/** A band, or no score. */
export type BandKey = (typeof bandKeys)[number];
export const bandKeys = [...bands, 'unscored'] as const;

const bandProperty = scorePropertyOf.band;
type Found = Extract<BoardQuery, { ok: true }>;

/**
 * The part of a query's deals that is in one band.
 *
 * @returns `none` when the query leaves that band out, `refused` when HubSpot takes no further condition
 */
export function bandQuery(query: Found, band: BandKey): Found | 'none' | 'refused' {
  const condition =
    band === 'unscored'
      ? { propertyName: bandProperty, operator: 'NOT_HAS_PROPERTY' }
      : { propertyName: bandProperty, operator: 'EQ', value: band };
  const chosen = query.filterGroups[0]?.filters.find(({ propertyName }) => propertyName === bandProperty)?.values;
  if (chosen !== undefined && !chosen.includes(band)) return 'none';
  const filterGroups = query.filterGroups.map(({ filters }) => ({
    filters: [...filters.filter(({ propertyName }) => propertyName !== bandProperty), condition],
  }));
  return filterGroups.some(({ filters }) => filters.length > conditionsPerGroup)
    ? 'refused'
    : { ...query, filterGroups };
}
