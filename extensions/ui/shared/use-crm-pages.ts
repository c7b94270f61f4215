import { useEffect, useMemo, useState } from 'react';
import { useCrmSearch } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { useRetries } from './use-retries.ts';

/** HubSpot's search gives no more (docs/architecture.md section 5): 200 a page, 10,000 in all. */
export const recordsPerPage = 200;
export const readableRecords = 10_000;
/** At most four pages a second: the limit of five is shared with everybody in the account. */
export const msPerPage = 250;
/** Whoever was turned away asks half as often, down to an eighth. */
const slowestPace = 3;

/** Records of a search as they come in, a page after another. */
export type CrmPages = {
  /** Each with its id in `hs_object_id`; the same array as long as no page has come in. */
  readonly records: readonly PropertyValues[];
  /** How many the search finds. */
  readonly total: number;
  /** Whether as many as wanted, and as there are, have been read. */
  readonly isComplete: boolean;
  /** What HubSpot said; null while nothing is wrong. */
  readonly problem: string | null;
  readonly retry: () => void;
};

type Read = {
  readonly records: ReadonlyMap<number, PropertyValues>;
  /** The last page taken in. */
  readonly page: unknown;
};

/**
 * Reads a search's records through the viewer's own eyes.
 *
 * @param search - without a page length; a component has one and the same for all its life (give it a `key`)
 * @param wanted - how many to read at least; may grow
 */
export function useCrmPages(search: Omit<Parameters<typeof useCrmSearch>[0], 'pageLength'>, wanted: number): CrmPages {
  const { results, total, isLoading, isRefetching, error, pagination, refetch } = useCrmSearch({
    ...search,
    pageLength: recordsPerPage,
  });
  const { hasNextPage, nextPage } = pagination;
  const [read, setRead] = useState<Read>({ records: new Map(), page: null });
  const isAtRest = !isLoading && !isRefetching && error === null;
  const { isGivenUp, failures, retry } = useRetries(error, isAtRest, refetch);
  // Why it was given up, also once the hook has started again at the first page.
  const [fault, setFault] = useState('');
  useEffect(() => {
    if (!isAtRest) return;
    // After a failure the hook starts again at the first page, and a record may move between pages while they are read: some come twice.
    setRead(({ records }) => ({
      page: results,
      records: new Map([
        ...records,
        ...results.map(
          ({ objectId, properties }) => [objectId, { ...properties, hs_object_id: String(objectId) }] as const,
        ),
      ]),
    }));
    // Each page's results are a new array; everything else here belongs to them.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [results]);
  const isTaken = isAtRest && read.page === results;
  useEffect(() => {
    if (error !== null) setFault(error.message);
  }, [error]);
  const wantsMore = hasNextPage && read.records.size < Math.min(wanted, readableRecords);
  useEffect(() => {
    if (!isTaken || !wantsMore || isGivenUp) return;
    let isDropped = false;
    setTimeout(
      () => {
        if (!isDropped) nextPage();
      },
      msPerPage * 2 ** Math.min(failures, slowestPace),
    );
    return () => {
      isDropped = true;
    };
  }, [isTaken, wantsMore, isGivenUp, failures, nextPage]);
  const records = useMemo(() => [...read.records.values()], [read.records]);
  return { records, total, isComplete: isTaken && !wantsMore, problem: isGivenUp ? fault : null, retry };
}
