import { useEffect } from 'react';
import { useCrmSearch } from '@hubspot/ui-extensions';
import { readText } from '@deal-terms/core/crm';
import { useRetries } from './use-retries.ts';

/** More ids than this make a request longer than HubSpot takes. */
export const companiesAtOnce = 100;

type CompanyNamesProps = {
  /** At least one and at most `companiesAtOnce`; the same for the life of the component. */
  readonly ids: readonly string[];
  /** Told the name and the industry of each; "" for what the viewer may not see, and for none. */
  readonly onRead: (names: ReadonlyMap<string, string>, industries: ReadonlyMap<string, string>) => void;
};

/** Reads the names of companies the viewer may see; shows nothing. Without an answer the board goes without them. */
export function CompanyNames({ ids, onRead }: CompanyNamesProps) {
  const { results, isLoading, isRefetching, error, refetch } = useCrmSearch({
    objectType: 'companies',
    properties: ['name', 'industry'],
    pageLength: companiesAtOnce,
    filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: 'IN', values: [...ids] }] }],
  });
  const isAnswered = !isLoading && !isRefetching && error === null;
  useRetries(error, isAnswered, refetch);
  useEffect(() => {
    if (!isAnswered) return;
    const read = new Map(
      results.map(({ objectId, properties }) => [
        String(objectId),
        readText(properties['name']) ?? `Company ${objectId}`,
      ]),
    );
    const industries = new Map(
      results.map(({ objectId, properties }) => [String(objectId), readText(properties['industry']) ?? '']),
    );
    onRead(new Map(ids.map((id) => [id, read.get(id) ?? ''])), industries);
    // `onRead` is a new function at every render: only an answer may call it.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [results, isAnswered]);
  return null;
}
