import { useEffect, useState } from 'react';
import { Alert, AutoGrid, Button, Flex, Link, ProgressBar, Text } from '@hubspot/ui-extensions';
import { assumedMargins, dealTotals, outdatedScores, totalledPropertyNames } from '@deal-terms/core/insights';
import { decodeDeal, nativePropertyOf } from '@deal-terms/core/crm';
import type { DealTotals } from '@deal-terms/core/crm';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import { count } from '@deal-terms/core/words';
import { Failed } from '../shared/Failed.tsx';
import { msPerPage, readableRecords, recordsPerPage, useCrmPages } from '../shared/use-crm-pages.ts';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { instantInWords } from '../shared/reader.ts';
import { BandCounts } from './BandCounts.tsx';
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
  readonly onBands: (byBand: DealTotals['byBand'] | null) => void;
  /** Scores out of date are to be made anew. */
  readonly onMend: () => void;
  /** The deals whose margin is assumed are to be shown. */
  readonly onShowAssumed: () => void;
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
          <Text>{`${number(total)} deals: HubSpot lets no page add up more than ${number(readableRecords)}. Filter them${isWhole ? ', or ask an administrator to count all of them' : ' further'}.`}</Text>
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
  onBands,
  onMend,
  onShowAssumed,
}: BoardTotalsProps) {
  const search = {
    objectType,
    query,
    filterGroups,
    sorts: [{ propertyName: nativePropertyOf.id, direction: 'ASCENDING' as const }],
    properties: [...totalledPropertyNames],
  };
  const { records, isComplete, problem, retry } = useCrmPages(search, total);
  const deals = records.map((record) => decodeDeal(record, account));
  const totals = isComplete ? dealTotals(deals, account) : null;
  const bands = JSON.stringify(totals?.byBand ?? null);
  useEffect(() => {
    onBands(JSON.parse(bands) as DealTotals['byBand'] | null);
    // `onBands` is a new function at every render: only other counts may call it.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [bands]);
  if (problem !== null)
    return <Failed title="The deals could not be added up" text={problem} reference={null} retry={retry} />;
  if (totals === null)
    return (
      <ProgressBar
        title="Adding up"
        value={records.length}
        maxValue={Math.max(total, 1)}
        valueDescription={`${count(records.length, { locale })} of ${count(total, { locale })} deals`}
      />
    );
  const number = (size: number) => count(size, { locale });
  const outdated = outdatedScores(deals, { policyVersion: policy.scoresSince, modelVersion: MODEL_VERSION });
  const { assumed, scored } = assumedMargins(deals);
  return (
    <Flex direction="column" gap="xs">
      <TotalFigures totals={totals} account={account} locale={locale} />
      {assumed > 0 && (
        <Flex direction="row" gap="xs" align="baseline" wrap={true}>
          <Text variant="microcopy">
            {`${number(assumed)} of ${number(scored)} scored ${scored === 1 ? 'deal rests' : 'deals rest'} on an assumed margin: nobody typed one, and HubSpot knows none.`}
          </Text>
          <Text variant="microcopy">
            <Link href="" preventDefault={true} onClick={onShowAssumed}>
              Show them
            </Link>
          </Text>
        </Flex>
      )}
      {outdated > 0 && (
        <Alert title="These totals rest on old scores" variant="warning">
          <Flex direction="row" gap="sm" align="center" wrap={true}>
            <Text>
              {`${number(outdated)} of ${number(records.length)} ${records.length === 1 ? 'deal was' : 'deals were'} scored before the policy or the model last changed.`}
            </Text>
            <Button size="xs" onClick={onMend}>
              Rescore them
            </Button>
          </Flex>
        </Alert>
      )}
    </Flex>
  );
}
