import { useState } from 'react';
import { Accordion, Alert, AutoGrid, Button, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import { decodeDeal } from '@deal-terms/core/crm';
import { dealTotals, outdatedScores, totalledPropertyNames } from '@deal-terms/core/insights';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import { count } from '@deal-terms/core/words';
import { Failed } from '../shared/Failed.tsx';
import { msPerPage, readableRecords, recordsPerPage, useCrmPages } from '../shared/use-crm-pages.ts';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { instantInWords } from '../shared/reader.ts';
import { BandCounts } from './BandCounts.tsx';
import { BandsChart } from './BandsChart.tsx';
import type { BoardQuery } from './board-query.ts';
import { TotalFigures } from './TotalFigures.tsx';

/** As many deals are added up without being asked. */
const countedAtOnce = 1_000;
/** A page takes about as long to come as we wait before the next. */
const msPerPageAndPause = 2 * msPerPage;

type BoardTotalsProps = {
  readonly query: Extract<BoardQuery, { ok: true }>;
  /** How many deals the query finds. */
  readonly total: number;
  /** Whether the query finds all open deals the viewer may see. */
  readonly isWhole: boolean;
  readonly opened: OpenedBoard;
  readonly locale: string;
};

/** What the filtered deals come to: exact for as many as can be read at once, on demand for more. */
export function BoardTotals(props: BoardTotalsProps) {
  const {
    query,
    total,
    isWhole,
    opened: { totals, account },
    locale,
  } = props;
  const [isAsked, setAsked] = useState(false);
  if (total <= countedAtOnce || isAsked) return <CountedTotals {...props} />;
  const number = (size: number) => count(size, { locale });
  const pages = Math.ceil(total / recordsPerPage);
  return (
    <AutoGrid columnWidth={360} flexible={true} gap="md">
      <Flex direction="column" gap="sm">
        {isWhole && totals !== null && (
          <>
            <Text variant="microcopy">{`All open deals, as counted ${instantInWords(totals.countedAt, account, locale)}:`}</Text>
            <TotalFigures totals={totals} account={account} locale={locale} />
          </>
        )}
        {total > readableRecords ? (
          <Text>{`${number(total)} deals: HubSpot lets no page add up more than ${number(readableRecords)}. Filter them${isWhole ? ', or count all of them with npm run rescore' : ' further'}.`}</Text>
        ) : (
          <Text>{`${number(total)} deals. Adding them up takes ${number(pages)} pages, about ${number(Math.ceil((pages * msPerPageAndPause) / 1000))} seconds.`}</Text>
        )}
        {total <= readableRecords && (
          <Flex direction="row">
            <Button
              size="sm"
              onClick={() => {
                setAsked(true);
              }}
            >
              Add them up
            </Button>
          </Flex>
        )}
      </Flex>
      <BandCounts query={query} />
    </AutoGrid>
  );
}

function CountedTotals({
  query: { objectType, query, filterGroups },
  total,
  opened: { account, policy },
  locale,
}: BoardTotalsProps) {
  const search = {
    objectType,
    query,
    filterGroups,
    sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' as const }],
    properties: [...totalledPropertyNames],
  };
  const { records, isComplete, problem, retry } = useCrmPages(search, total);
  if (problem !== null)
    return <Failed title="The deals could not be added up" text={problem} reference={null} retry={retry} />;
  if (!isComplete)
    return (
      <ProgressBar
        title="Adding up"
        value={records.length}
        maxValue={Math.max(total, 1)}
        valueDescription={`${count(records.length, { locale })} of ${count(total, { locale })} deals`}
      />
    );
  const deals = records.map((record) => decodeDeal(record, account));
  const totals = dealTotals(deals, account);
  const outdated = outdatedScores(deals, { policyVersion: policy.scoresSince, modelVersion: MODEL_VERSION });
  return (
    <Flex direction="column" gap="xs">
      <TotalFigures totals={totals} account={account} locale={locale} />
      {outdated > 0 && (
        <Alert title="These totals rest on old scores" variant="warning">
          {`${count(outdated, { locale })} of ${count(records.length, { locale })} deals were scored before the policy or the model last changed. “Rescore” below mends that.`}
        </Alert>
      )}
      <Accordion title="Deals by negotiability" size="sm">
        <BandsChart byBand={totals.byBand} />
      </Accordion>
    </Flex>
  );
}
