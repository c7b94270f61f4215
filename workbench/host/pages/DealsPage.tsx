import { Group, Pagination, Skeleton, Text, Title } from '@mantine/core';
import { useCallback } from 'react';
import type { SearchAnswer } from '../api/crm-api.ts';
import type { FormatScope } from '../api/format-value.ts';
import type { Vocabulary } from '../api/vocabulary.ts';
import { BulkActions, useBulkActions } from '../deals/BulkActions.tsx';
import { CreateDeal } from '../deals/CreateDeal.tsx';
import { DealsTable } from '../deals/DealsTable.tsx';
import { ListControls } from '../deals/ListControls.tsx';
import {
  mostPerSearch,
  pageLength,
  reachableResults,
  readListQuery,
  searchOf,
  writeListQuery,
} from '../deals/list-query.ts';
import type { ListQuery } from '../deals/list-query.ts';
import { useSelection } from '../deals/use-selection.ts';
import type { Selection } from '../deals/use-selection.ts';
import { Failed } from '../Failed.tsx';
import { replaceQuery, useAddress } from '../navigation.ts';
import { useRemoteData } from '../remote-data.ts';
import { useViewing } from '../session.tsx';

/** All deals the viewer may see, as HubSpot lists them: searched, filtered and sorted by its search API. */
export function DealsPage() {
  const { vocabularyOf } = useViewing();
  const load = useCallback(() => vocabularyOf('deals'), [vocabularyOf]);
  const [vocabulary, reload] = useRemoteData(load);
  return (
    <section className="wb-card" aria-labelledby="deals">
      {vocabulary.status === 'loading' && <LoadingRows />}
      {vocabulary.status === 'failed' && (
        <Failed what="The properties of deals could not be loaded." message={vocabulary.message} onRetry={reload} />
      )}
      {vocabulary.status === 'ready' && <DealList vocabulary={vocabulary.value} />}
    </section>
  );
}

function DealList({ vocabulary }: { readonly vocabulary: Vocabulary }) {
  const { api, user, session } = useViewing();
  const { query: address } = useAddress();
  const addressText = address.toString();
  const query = readListQuery(address);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.search('deals', searchOf(readListQuery(new URLSearchParams(addressText)), vocabulary.properties), signal),
    [api, vocabulary, addressText],
  );
  const [data, reload] = useRemoteData(load);
  const actions = useBulkActions('deals');
  const selection = useSelection(writeListQuery({ ...query, page: 1, columns: [] }).toString());
  const readIds = async (most: number) => {
    const search = searchOf({ ...query, page: 1, columns: [] }, vocabulary.properties);
    const ids: string[] = [];
    for (let after: string | undefined; ids.length < most;) {
      const answer = await api.search('deals', {
        ...search,
        limit: Math.min(mostPerSearch, most - ids.length),
        ...(after === undefined ? {} : { after }),
      });
      ids.push(...answer.results.map(({ id }) => id));
      if (answer.after === undefined) break;
      after = answer.after;
    }
    return ids;
  };
  const change = (next: Partial<ListQuery>) => replaceQuery(writeListQuery({ ...query, ...next }));
  const scope: FormatScope = {
    vocabulary,
    locale: user.locale,
    timeZone: session.portal.timeZone,
    homeCurrency: session.portal.homeCurrency,
  };
  return (
    <>
      <Group justify="space-between" mb="md">
        <Title order={1} size="h3" id="deals">
          Deals
        </Title>
        <CreateDeal vocabulary={vocabulary} />
        {data.status === 'ready' && (
          <Text size="sm" c="gray.7" role="status">
            {data.value.total.toLocaleString(user.locale)} {data.value.total === 1 ? 'deal' : 'deals'}
          </Text>
        )}
      </Group>
      <ListControls query={query} vocabulary={vocabulary} onChange={change} />
      {data.status === 'loading' && <LoadingRows />}
      {data.status === 'failed' && (
        <Failed what="The deals could not be loaded." message={data.message} onRetry={reload} />
      )}
      {data.status === 'ready' && actions.length > 0 && (
        <BulkActions
          actions={actions}
          selection={selection}
          total={data.value.total}
          isPageChosen={data.value.results.every(({ id }) => selection.ids.has(id))}
          readIds={readIds}
          onDone={reload}
        />
      )}
      {data.status === 'ready' && (
        <Results
          answer={data.value}
          query={query}
          scope={scope}
          selection={actions.length > 0 ? selection : null}
          onChange={change}
        />
      )}
    </>
  );
}

type ResultsProps = {
  readonly answer: SearchAnswer;
  readonly query: ListQuery;
  readonly scope: FormatScope;
  readonly selection: Selection | null;
  readonly onChange: (next: Partial<ListQuery>) => void;
};

function Results({ answer: { total, results }, query, scope, selection, onChange }: ResultsProps) {
  const pages = Math.ceil(Math.min(total, reachableResults) / pageLength);
  if (total === 0) {
    const isUnfiltered = query.text === '' && query.filters.length === 0;
    return (
      <Text size="sm" c="gray.7" p="xl" ta="center">
        {isUnfiltered
          ? 'There are no deals to see yet.'
          : 'No deal is like that. Take a filter away or search for something else.'}
      </Text>
    );
  }
  return (
    <>
      <DealsTable
        deals={results}
        query={query}
        scope={scope}
        selection={selection}
        onSort={(sort) => onChange({ sort, page: 1 })}
      />
      {pages > 1 && (
        <Group component="nav" aria-label="Pages of the list" justify="center" mt="md" gap="sm">
          <Pagination
            total={pages}
            value={query.page}
            onChange={(page) => onChange({ page })}
            size="sm"
            getItemProps={(page) => ({ 'aria-label': `Page ${page}` })}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
          <Text size="xs" c="gray.7">
            {pageLength} a page
            {total > reachableResults ? `, the first ${reachableResults.toLocaleString(scope.locale)}` : ''}
          </Text>
        </Group>
      )}
    </>
  );
}

function LoadingRows() {
  return (
    <div role="status" aria-label="Loading deals">
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} height={30} mb={8} />
      ))}
    </div>
  );
}
