import { useCallback, useMemo, useState } from 'react';
import { Flex, Heading, Link, Text, useExtensionActions } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { figureDeal, figureInsights } from '@deal-terms/core/insights';
import { accountNames } from '../shared/account-names.ts';
import { companiesAtOnce, CompanyNames } from '../shared/CompanyNames.tsx';
import { DealSubject, FoldingTable } from '../shared/FoldingTable.tsx';
import { assumedMarginsOnBoard } from '../shared/page-list.ts';
import { useInSlices } from '../shared/use-in-slices.ts';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { figureLines } from './figure-lines.ts';

type AssumedFiguresProps = {
  /** Open deals, the same array as long as they are the same. */
  readonly records: readonly PropertyValues[];
  readonly opened: OpenedBoard;
  readonly locale: string;
};

/** How many scores rest on figures nobody knows, and which of them to ask for first. Nothing until it is worked out, and where nothing is assumed. */
export function AssumedFigures({ records, opened, locale }: AssumedFiguresProps) {
  const { account } = opened;
  const { navigateToPage } = useExtensionActions<'pages'>();
  const work = useCallback((record: PropertyValues) => figureDeal(record, opened), [opened]);
  const deals = useInSlices(records, work);
  const insights = useMemo(
    () => (deals.length < records.length ? null : figureInsights(deals.flatMap((deal) => deal ?? []))),
    [deals, records],
  );
  const names = useMemo(() => accountNames(opened), [opened]);
  const [companyNames, setCompanyNames] = useState<ReadonlyMap<string, string>>(new Map());
  if (insights === null || insights.lacking.length === 0) return null;
  const { lacking, asks } = figureLines(insights, { account, names, companyNames, locale });
  const unknown = [...new Set(insights.asks.map(({ companyId }) => companyId))]
    .filter((id) => id !== '' && !companyNames.has(id))
    .slice(0, companiesAtOnce);
  return (
    <Flex direction="column" gap="xs">
      {unknown.length > 0 && (
        <CompanyNames
          key={unknown.join()}
          ids={unknown}
          onRead={(read) => {
            setCompanyNames(new Map([...companyNames, ...read]));
          }}
        />
      )}
      <Heading>What the scores rest on</Heading>
      {lacking.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {insights.lacking.some(({ figure }) => figure === 'grossMargin') && (
        <Link
          href=""
          preventDefault={true}
          onClick={() => {
            navigateToPage(assumedMarginsOnBoard);
          }}
        >
          Show the deals with an assumed margin on the board
        </Link>
      )}
      {asks.length > 0 && (
        <>
          <Text>To ask for first, as it may change the expected gain most:</Text>
          <FoldingTable
            items={asks}
            keyOf={({ dealId }) => dealId}
            subject={(line) => <DealSubject deal={line} portalId={account.portalId} />}
            figures={({ figure, change }) => [
              { label: 'Figure to ask for', value: figure },
              { label: 'May change the expected gain by', value: change },
            ]}
          />
        </>
      )}
    </Flex>
  );
}
