import { useEffect } from 'react';
import { useCrmSearch } from '@hubspot/ui-extensions';
import { nativePropertyOf } from '@deal-terms/core/crm';
import { useRetries } from '../shared/use-retries.ts';
import type { BoardQuery } from './board-query.ts';

type DealsCountProps = {
  readonly query: Extract<BoardQuery, { ok: true }>;
  readonly onCount: (size: number) => void;
};

/** How many deals a query finds, from the total of a search; shows nothing. */
export function DealsCount({ query: { objectType, query, filterGroups }, onCount }: DealsCountProps) {
  const { total, isLoading, isRefetching, error, refetch } = useCrmSearch({
    objectType,
    query,
    filterGroups,
    properties: [nativePropertyOf.name],
    pageLength: 1,
  });
  const isAnswered = !isLoading && !isRefetching && error === null;
  useRetries(error, isAnswered, refetch);
  useEffect(() => {
    if (isAnswered) onCount(total);
    // `onCount` is a new function at every render: only an answer may call it.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [isAnswered, total]);
  return null;
}
