import { useMemo } from 'react';
import { Alert, Flex } from '@hubspot/ui-extensions';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { PageFrame } from '../shared/PageFrame.tsx';
import { isFiltered } from './board-filters.ts';
import { accountNames } from '../shared/account-names.ts';
import { boardQuery } from './board-query.ts';
import { FilterBar } from './FilterBar.tsx';
import { FilteredDeals } from './FilteredDeals.tsx';
import { boardPath, useBoardFilters } from './use-board-filters.ts';

/** Route `/`: which open deals can be traded, and what that is worth. */
export function NegotiabilityBoard() {
  return <PageFrame path={boardPath}>{(opened, locale) => <Board opened={opened} locale={locale} />}</PageFrame>;
}

function Board({ opened, locale }: { readonly opened: OpenedBoard; readonly locale: string }) {
  const names = useMemo(() => accountNames(opened), [opened]);
  const [filters, change] = useBoardFilters();
  const query = boardQuery(filters, opened.policy.scoresSince);
  const { sort, ascending } = filters;
  return (
    <Flex direction="column" gap="md">
      {opened.policy.warning !== null && (
        <Alert title="Our policy could not be read" variant="warning">
          {opened.policy.warning}
        </Alert>
      )}
      <FilterBar filters={filters} names={names} currency={opened.account.homeCurrency} onChange={change} />
      {query.ok ? (
        <FilteredDeals
          key={JSON.stringify([query.query, query.filterGroups])}
          query={query}
          isWhole={!isFiltered(filters)}
          order={{ sort, ascending }}
          onSort={change}
          opened={opened}
          names={names}
          locale={locale}
        />
      ) : (
        <Alert title="Too many filters at once" variant="warning">
          {query.problem}
        </Alert>
      )}
    </Flex>
  );
}
