import { useEffect, useState } from 'react';
import { useCrmSearch } from '@hubspot/ui-extensions';
import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import type { PropertyValues } from '@deal-terms/core/crm';

/** HubSpot's search gives no more (design, limits): 200 a page, 10,000 in all. */
const pageLength = 200;
const readAtMost = 10_000;

/** The open deals the viewer may see, as they come in page by page. */
export type OpenDeals = {
  readonly records: readonly PropertyValues[];
  /** How many there are; more than `readAtMost` are not read. */
  readonly total: number;
  readonly isComplete: boolean;
  /** What HubSpot said; null while nothing is wrong. */
  readonly problem: string | null;
  readonly retry: () => void;
};

const search = {
  objectType: 'deals',
  properties: [...attestedDealPropertyNames],
  filterGroups: [{ filters: [{ propertyName: 'hs_is_closed', operator: 'EQ' as const, value: 'false' }] }],
  // Where there are more than can be read, those that promise least are left.
  sorts: [{ propertyName: 'terms_expected_gain_home', direction: 'DESCENDING' as const }],
  pageLength,
};

/** Reads every open deal through the viewer's own search, a page after another. */
export function useOpenDeals(): OpenDeals {
  const { results, total, isLoading, error, pagination, refetch } = useCrmSearch(search);
  const [known, setKnown] = useState<ReadonlyMap<number, PropertyValues>>(new Map());
  const [isComplete, setComplete] = useState(false);
  useEffect(() => {
    if (isLoading || error !== null) return;
    // A deal that moves between pages while they are read comes twice.
    setKnown((before) => new Map([...before, ...results.map(({ objectId, properties }) => [objectId, properties] as const)]));
    if (pagination.hasNextPage && pagination.currentPage * pageLength < readAtMost) pagination.nextPage();
    else setComplete(true);
    // Each page's results are a new array; everything else here belongs to them.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [results]);
  return { records: [...known.values()], total, isComplete, problem: error === null ? null : error.message, retry: () => void refetch() };
}
