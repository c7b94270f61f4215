import { useState } from 'react';
import { AutoGrid, Flex } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { BoardTotals } from './BoardTotals.tsx';
import type { FilteredDealsProps } from './filtered-deals-props.ts';
import { DealsPages } from './DealsPages.tsx';
import { ExportBar } from './ExportBar.tsx';
import { PushList } from './PushList.tsx';
import { RescoreBar } from './RescoreBar.tsx';

/** The deals of a filter: what they come to, then page by page. */
export function FilteredDeals(props: FilteredDealsProps) {
  const { query, isWhole, order, opened, locale } = props;
  const [total, setTotal] = useState(0);
  const [companyNames, setCompanyNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [selected, setSelected] = useState<ReadonlyMap<string, PropertyValues>>(new Map());
  const [readings, setReadings] = useState(1);
  const addCompanies = (read: ReadonlyMap<string, string>) => {
    setCompanyNames((before) => new Map([...before, ...read]));
  };
  return (
    <Flex direction="column" gap="md">
      {total > 0 && (
        <AutoGrid columnWidth={420} flexible={true} gap="md">
          <PushList key={`push ${readings}`} query={query} opened={opened} names={props.names} locale={locale} />
          <BoardTotals key={readings} query={query} total={total} isWhole={isWhole} opened={opened} locale={locale} />
        </AutoGrid>
      )}
      {total > 0 && (
        <Flex direction="row" gap="sm" align="center" wrap={true}>
          <ExportBar
            key={`export ${readings}`}
            query={query}
            total={total}
            selected={[...selected.values()]}
            companyNames={companyNames}
            onCompanies={addCompanies}
            names={props.names}
            account={opened.account}
            locale={locale}
          />
          <RescoreBar
            query={query}
            total={total}
            selectedIds={[...selected.keys()]}
            locale={locale}
            onEnd={() => {
              setReadings((before) => before + 1);
            }}
          />
        </Flex>
      )}
      <DealsPages
        key={JSON.stringify([order, readings])}
        {...props}
        onTotal={setTotal}
        companyNames={companyNames}
        onCompanies={addCompanies}
        selected={selected}
        onSelect={setSelected}
      />
    </Flex>
  );
}
