import { useState } from 'react';
import { Button, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import { dealTotals, totalledPropertyNames } from '@deal-terms/core/insights';
import { count } from '@deal-terms/core/words';
import { Failed } from '../components/Failed.tsx';
import { msPerPage, readableRecords, recordsPerPage, useCrmPages } from '../hooks/use-crm-pages.ts';
import type { OpenedBoard } from '../hooks/use-open-board.ts';
import { instantInWords } from '../views/reader.ts';
import type { BoardQuery } from './board-query.ts';
import { TotalFigures } from './TotalFigures.tsx';

/** As many deals are added up without being asked. */
const countedAtOnce = 1_000;

type BoardTotalsProps = {
  readonly query: Extract<BoardQuery, { ok: true }>;
  /** How many deals the query finds. */
  readonly total: number;
  readonly opened: OpenedBoard;
  readonly locale: string;
};

/** What the filtered deals come to: exact for as many as can be read at once, on demand for more. */
export function BoardTotals(props: BoardTotalsProps) {
  const { total, opened: { totals, account }, locale } = props;
  const [isAsked, setAsked] = useState(false);
  if (total <= countedAtOnce || isAsked) return <CountedTotals {...props} />;
  const pages = Math.ceil(Math.min(total, readableRecords) / recordsPerPage);
  const deals = (size: number) => count(size, { locale });
  return (
    <Flex direction="column" gap="sm">
      {totals !== null && (
        <>
          <Text variant="microcopy">{`All ${deals(totals.deals)} open deals, as counted ${instantInWords(totals.countedAt, account, locale)}:`}</Text>
          <TotalFigures totals={totals} account={account} locale={locale} />
        </>
      )}
      <Text>
        {total > readableRecords
          ? `${deals(total)} deals are shown; HubSpot lets no page read more than ${deals(readableRecords)} of them. Filter them, or count all with npm run rescore.`
          : `${deals(total)} deals are shown. Adding them up takes ${deals(pages)} pages, about ${deals(Math.ceil((pages * msPerPage * 2) / 1000))} seconds.`}
      </Text>
      {total <= readableRecords && <Flex direction="row"><Button size="sm" onClick={() => { setAsked(true); }}>Add them up</Button></Flex>}
    </Flex>
  );
}

function CountedTotals({ query: { objectType, query, filterGroups }, total, opened: { account }, locale }: BoardTotalsProps) {
  const search = { objectType, query, filterGroups, sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' as const }], properties: [...totalledPropertyNames] };
  const { records, isComplete, problem, retry } = useCrmPages(search, total);
  if (problem !== null) return <Failed title="The deals could not be added up" text={problem} reference={null} retry={retry} />;
  if (!isComplete) return <ProgressBar title="Adding up" value={records.length} maxValue={Math.max(total, 1)} valueDescription={`${count(records.length, { locale })} of ${count(total, { locale })} deals`} />;
  return <TotalFigures totals={dealTotals(records, account)} account={account} locale={locale} />;
}
