import { useEffect } from 'react';
import { Button, EmptyState, Flex, LoadingSpinner, Text, useCrmSearch } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { count } from '@deal-terms/core/words';
import { Failed } from '../shared/Failed.tsx';
import { useRetries } from '../shared/use-retries.ts';
import { CompanyNames } from '../shared/CompanyNames.tsx';
import { dealRow } from './deal-row.ts';
import { pagePropertyNames } from './page-properties.ts';
import type { BoardView } from './board-filters.ts';
import { DealsStack } from './DealsStack.tsx';
import { DealsTable } from './DealsTable.tsx';
import type { FilteredDealsProps } from './filtered-deals-props.ts';

const dealsPerPage = 25;

type Records = ReadonlyMap<string, PropertyValues>;

type DealsPagesProps = FilteredDealsProps & {
  readonly view: BoardView;
  readonly onView: (change: Partial<BoardView>) => void;
  /** Whether the query finds all open deals the viewer may see. */
  readonly isWhole: boolean;
  readonly onTotal: (total: number) => void;
  /** By deal id. */
  readonly selected: Records;
  readonly onSelect: (selected: Records) => void;
};

/** Deals in one order, a page at a time: HubSpot's search goes to the next and to the previous one only. */
export function DealsPages({
  query,
  view,
  onView,
  isWhole,
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
  const isFirstAwaited = results.length === 0 && (isLoading || isRefetching || error !== null);
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

  const DealsList = view.stacked ? DealsStack : DealsTable;

  if (isGivenUp && error !== null)
    return <Failed title="The deals could not be read" text={error.message} reference={null} retry={retry} />;
  if (isFirstAwaited) return <LoadingSpinner label="Reading the deals" showLabel={true} layout="centered" />;
  if (total === 0)
    return (
      <EmptyState title={isWhole ? 'There is no open deal yet' : 'No open deal fits'} layout="vertical">
        <Text>
          {isWhole
            ? 'Deals you may see appear here as soon as they are in HubSpot.'
            : 'Clear a filter to see more deals.'}
        </Text>
      </EmptyState>
    );
  return (
    <>
      {unknown.length > 0 && <CompanyNames key={unknown.join()} ids={unknown} onRead={onCompanies} />}
      <DealsList
        rows={rows}
        companyNames={companyNames}
        selected={new Set(selected.keys())}
        portalId={opened.account.portalId}
        view={view}
        onView={onView}
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
      <Text variant="microcopy">
        Expected gain: what opening as advised brings on average, a yes and a no counted, times the chance that the deal
        closes. It can be more than our gain at the price to close at, because an opening offer asks for more.
      </Text>
    </>
  );
}
