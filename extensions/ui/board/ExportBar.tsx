import { useState } from 'react';
import { Button, Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { dealsCsv, exportedPropertyNames } from '@deal-terms/core/insights';
import { count } from '@deal-terms/core/words';
import { CopyButton } from '../shared/CopyButton.tsx';
import { readableRecords } from '../shared/use-crm-pages.ts';
import type { AccountNames } from '../shared/account-names.ts';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import type { BoardQuery } from './board-query.ts';
import { CollectDeals } from './CollectDeals.tsx';
import { companiesAtOnce, CompanyNames } from '../shared/CompanyNames.tsx';

type ExportBarProps = {
  readonly query: Extract<BoardQuery, { ok: true }>;
  /** How many deals the query finds. */
  readonly total: number;
  readonly selected: readonly PropertyValues[];
  readonly companyNames: ReadonlyMap<string, string>;
  readonly onCompanies: (names: ReadonlyMap<string, string>) => void;
  readonly names: AccountNames;
  readonly opened: Pick<OpenedBoard, 'account'>;
  readonly locale: string;
};

/** Copies the selected deals, or all the filter finds, in the form HubSpot exports deals in. */
export function ExportBar({
  query,
  total,
  selected,
  companyNames,
  onCompanies,
  names,
  opened: { account },
  locale,
}: ExportBarProps) {
  const [isCollecting, setCollecting] = useState(false);
  const [collected, setCollected] = useState<readonly PropertyValues[] | null>(null);
  const unknown = [...new Set((collected ?? []).map((record) => record['hs_primary_associated_company'] ?? ''))]
    .filter((id) => id !== '' && !companyNames.has(id))
    .slice(0, companiesAtOnce);
  const csv = (records: readonly PropertyValues[]) =>
    dealsCsv(records, { ...names.inFile, company: (id) => companyNames.get(id) ?? '' }, account.timeZone);
  if (isCollecting) {
    const keep = (records: readonly PropertyValues[]) => {
      setCollecting(false);
      setCollected(records);
    };
    return (
      <CollectDeals
        query={query}
        total={total}
        properties={exportedPropertyNames}
        title="Reading the deals"
        onRead={keep}
        onCancel={() => {
          setCollecting(false);
        }}
      />
    );
  }
  if (unknown.length > 0) {
    return (
      <>
        <CompanyNames key={unknown.join()} ids={unknown} onRead={onCompanies} />
        <LoadingSpinner label="Reading the companies" showLabel={true} />
      </>
    );
  }
  return (
    <Flex direction="row" gap="sm" align="center" wrap={true}>
      {selected.length > 0 && (
        <CopyButton label={`Copy ${count(selected.length, { locale })} selected as CSV`} text={() => csv(selected)} />
      )}
      {collected !== null && (
        <CopyButton
          label={`Copy ${count(collected.length, { locale })} ${collected.length === 1 ? 'deal' : 'deals'} as CSV`}
          text={() => csv(collected)}
        />
      )}
      {collected === null && total <= readableRecords && (
        <Button
          size="sm"
          onClick={() => {
            setCollecting(true);
          }}
        >{`Prepare a CSV of ${total === 1 ? 'this deal' : `all ${count(total, { locale })}`}`}</Button>
      )}
    </Flex>
  );
}
