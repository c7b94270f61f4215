import { useEffect } from 'react';
import { Button, EmptyState, Flex, LoadingSpinner, Text, useCrmSearch } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { count } from '@deal-terms/core/words';
import { Failed } from '../shared/Failed.tsx';
import { useRetries } from '../shared/use-retries.ts';
import { CompanyNames } from '../shared/CompanyNames.tsx';
import { dealRow } from './deal-row.ts';
import { pagePropertyNames } from './page-properties.ts';
import { DealsTable } from './DealsTable.tsx';
import type { FilteredDealsProps } from './filtered-deals-props.ts';

const dealsPerPage = 25;

type Records = ReadonlyMap<string, PropertyValues>;

type DealsPagesProps = FilteredDealsProps & {
  readonly onTotal: (total: number) => void;
  readonly companyNames: ReadonlyMap<string, string>;
  readonly onCompanies: (names: ReadonlyMap<string, string>) => void;
  /** By deal id. */
  readonly selected: Records;
  readonly onSelect: (selected: Records) => void;
};

/** Deals in one order, a page at a time: HubSpot's search goes to the next and to the previous one only. */
export function DealsPages({
  query,
  order,
  onSort,
  opened,
  names,
  locale,
  onTotal,
  companyNames,
  onCompanies,
  selected,
  onSelect,
}: DealsPagesProps) {
  const { objectType, query: text, filterGroups, sorts } = query;
  const { results, total, isLoading, isRefetching, error, refetch, pagination } = useCrmSearch({
    objectType,
    query: text,
    filterGroups,
    sorts,
    properties: [...pagePropertyNames],
    pageLength: dealsPerPage,
  });
  const { reset, currentPage, hasNextPage, hasPreviousPage, nextPage, previousPage } = pagination;
  const { isGivenUp, retry } = useRetries(error, !isLoading && !isRefetching && error === null, refetch);
  const isFirstAwaited = results.length === 0 && (isLoading || error !== null);
  useEffect(() => {
    if (!isFirstAwaited) onTotal(total);
  }, [isFirstAwaited, total, onTotal]);
  // After a failure the hook starts again at the first page: the page's number must say so.
  useEffect(() => {
    if (error !== null) reset();
  }, [error, reset]);

  const records: Records = new Map(
    results.map(({ objectId, properties }) => [String(objectId), { ...properties, hs_object_id: String(objectId) }]),
  );
  const rows = [...records.values()].map((record) =>
    dealRow(record, { account: opened.account, policy: opened.policy, names, locale }),
  );
  const unknown = [...new Set(rows.map(({ companyId }) => companyId))].filter(
    (id) => id !== '' && !companyNames.has(id),
  );
  const select = (dealIds: readonly string[], isSelected: boolean) => {
    const others = [...selected].filter(([id]) => !dealIds.includes(id));
    onSelect(new Map(isSelected ? [...others, ...[...records].filter(([id]) => dealIds.includes(id))] : others));
  };

  if (isGivenUp && error !== null)
    return <Failed title="The deals could not be read" text={error.message} reference={null} retry={retry} />;
  if (isFirstAwaited) return <LoadingSpinner label="Reading the deals" showLabel={true} layout="centered" />;
  if (total === 0)
    return (
      <EmptyState title="No open deal fits" layout="vertical">
        <Text>Take a filter away to see more deals.</Text>
      </EmptyState>
    );
  return (
    <>
      {unknown.length > 0 && <CompanyNames key={unknown.join()} ids={unknown} onRead={onCompanies} />}
      <DealsTable
        rows={rows}
        selected={new Set(selected.keys())}
        portalId={opened.account.portalId}
        order={order}
        onSort={onSort}
        onSelect={select}
      />
      <Flex direction="row" gap="sm" align="center" justify="center" wrap={true}>
        <Button size="sm" disabled={!hasPreviousPage || isLoading} onClick={previousPage}>
          Previous page
        </Button>
        <Text>{`Page ${count(currentPage, { locale })} of ${count(Math.ceil(total / dealsPerPage), { locale })}, ${count(total, { locale })} ${total === 1 ? 'deal' : 'deals'}`}</Text>
        <Button size="sm" disabled={!hasNextPage || isLoading} onClick={nextPage}>
          Next page
        </Button>
      </Flex>
    </>
  );
}
