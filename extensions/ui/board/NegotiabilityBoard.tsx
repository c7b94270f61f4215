import { useMemo, useState } from 'react';
import { Accordion, Alert, Button, Flex } from '@hubspot/ui-extensions';
import type { DealTotals } from '@deal-terms/core/crm';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { PageFrame } from '../shared/PageFrame.tsx';
import { accountNames } from '../shared/account-names.ts';
import { BandsChart } from './BandsChart.tsx';
import { filtersInUse, viewOf } from './board-filters.ts';
import { boardQuery } from './board-query.ts';
import { BoardTotals } from './BoardTotals.tsx';
import { DealsPages } from './DealsPages.tsx';
import { ExportBar } from './ExportBar.tsx';
import { FilterBar } from './FilterBar.tsx';
import { PushList } from './PushList.tsx';
import { QuickFilters } from './QuickFilters.tsx';
import { RescoreBar } from './RescoreBar.tsx';
import { boardPath, useBoardFilters } from './use-board-filters.ts';
import { useFoundDeals } from './use-found-deals.ts';

/** Route `/`: which open deals can be traded, and what that is worth. */
export function NegotiabilityBoard() {
  return <PageFrame path={boardPath}>{(opened, locale) => <Board opened={opened} locale={locale} />}</PageFrame>;
}

function Board({ opened, locale }: { readonly opened: OpenedBoard; readonly locale: string }) {
  const { account, policy, today } = opened;
  const names = useMemo(() => accountNames(opened), [opened]);
  const [filters, change] = useBoardFilters();
  const basis = { policyVersion: policy.scoresSince, today, timeZone: account.timeZone };
  const query = boardQuery(filters, basis);
  const key = query.ok ? JSON.stringify([query.query, query.filterGroups]) : '';
  const { total, selected, readings, onTotal, onSelect, readAgain } = useFoundDeals(key);
  const [companyNames, setCompanyNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [byBand, setByBand] = useState<DealTotals['byBand'] | null>(null);
  const [isMending, setMending] = useState(false);
  const onCompanies = (read: ReadonlyMap<string, string>) => {
    setCompanyNames((before) => new Map([...before, ...read]));
  };
  const basics = { opened, names, locale, companyNames, onCompanies };
  const view = viewOf(filters);
  const isWhole = filtersInUse(filters) === 0;
  const hasDeals = query.ok && total !== null && total > 0;
  return (
    <Flex direction="column" gap="sm">
      {policy.warning !== null && (
        <Alert title="Our policy could not be read" variant="warning">
          {policy.warning}
        </Alert>
      )}
      {query.ok && total !== 0 && <PushList key={`push ${key} ${readings}`} query={query} {...basics} />}
      {hasDeals && (
        <BoardTotals
          key={`totals ${key} ${readings}`}
          query={query}
          total={total}
          isWhole={isWhole}
          opened={opened}
          locale={locale}
          onBands={setByBand}
          onMend={() => {
            setMending(true);
          }}
          onShowAssumed={() => {
            change({ margin: 'assumed', sort: 'figuresAssumed', ascending: false });
          }}
        />
      )}
      <Flex direction="row" gap="sm" align="center" wrap={true}>
        <QuickFilters filters={filters} basis={basis} opened={opened} locale={locale} onChange={change} />
        {hasDeals && (
          <ExportBar
            key={`export ${key} ${readings}`}
            query={query}
            total={total}
            selected={[...selected.values()]}
            {...basics}
          />
        )}
        {hasDeals && (
          <RescoreBar
            key={key}
            query={query}
            total={total}
            selectedIds={[...selected.keys()]}
            isAsked={isMending}
            locale={locale}
            onEnd={() => {
              setMending(false);
              readAgain();
            }}
          />
        )}
        {hasDeals && (
          <Button
            size="xs"
            variant="transparent"
            onClick={() => {
              change({ stacked: !view.stacked });
            }}
          >
            {view.stacked ? 'Show as a table' : 'Show stacked'}
          </Button>
        )}
      </Flex>
      <FilterBar filters={filters} names={names} currency={account.homeCurrency} onChange={change} />
      {query.ok ? (
        <DealsPages
          key={JSON.stringify([key, view.sort, view.ascending, readings])}
          query={query}
          {...basics}
          view={view}
          onView={change}
          isWhole={isWhole}
          onTotal={onTotal}
          selected={selected}
          onSelect={onSelect}
        />
      ) : (
        <Alert title="Too many filters at once" variant="warning">
          {query.problem}
        </Alert>
      )}
      {hasDeals && byBand !== null && (
        <Accordion title="Deals by negotiability" size="sm">
          <BandsChart byBand={byBand} />
        </Accordion>
      )}
    </Flex>
  );
}
