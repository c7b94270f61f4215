import { useCallback, useMemo, useState } from 'react';
import { Button, EmptyState, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import { nativePropertyOf, profilePropertyOf, scoredDealPropertyNames, scorePropertyOf } from '@deal-terms/core/crm';
import type { PropertyValues } from '@deal-terms/core/crm';
import { insightDeal, insightPropertyNames, themeDeal, themeDealPropertyNames } from '@deal-terms/core/insights';
import { count } from '@deal-terms/core/words';
import { Failed } from '../shared/Failed.tsx';
import { msPerPage, readableRecords, recordsPerPage, useCrmPages } from '../shared/use-crm-pages.ts';
import { useInSlices } from '../shared/use-in-slices.ts';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { PageFrame } from '../shared/PageFrame.tsx';
import { AssumedFigures } from './AssumedFigures.tsx';
import { InsightsView } from './InsightsView.tsx';
import { useMeeting } from './use-meeting.ts';
import { Unearned } from './Unearned.tsx';

/** As many deals are read without being asked. */
const readAtOnce = 1_000;

const isOpen = { propertyName: nativePropertyOf.isClosed, operator: 'EQ', value: 'false' };
const openDeals = {
  objectType: 'deals',
  properties: [...scoredDealPropertyNames, ...insightPropertyNames],
  filterGroups: [{ filters: [isOpen] }],
  // Where not all are read, those that promise least are left.
  sorts: [{ propertyName: scorePropertyOf.expectedGainHome, direction: 'DESCENDING' as const }],
};
const isClosed = { ...isOpen, value: 'true' };
/** Deals with the customer's words, and deals with a theme. */
const said = (filter: typeof isOpen) =>
  [profilePropertyOf.customerWhy, profilePropertyOf.themes].map((propertyName) => ({
    filters: [filter, { propertyName, operator: 'HAS_PROPERTY' }],
  }));
const dealsWithWords = { ...openDeals, filterGroups: said(isOpen) };
const closedWithWords = {
  objectType: 'deals',
  properties: [...themeDealPropertyNames],
  filterGroups: said(isClosed),
  // Where not all are read, the oldest are left.
  sorts: [{ propertyName: nativePropertyOf.closesOn, direction: 'DESCENDING' as const }],
};

/** Route `/insights`: what customers told us, ready to be read aloud. */
export function CustomerInsights() {
  return (
    <PageFrame path="/insights">
      {(opened, locale) => (
        <Flex direction="column" gap="lg">
          <Insights opened={opened} locale={locale} />
          <Unearned opened={opened} locale={locale} />
        </Flex>
      )}
    </PageFrame>
  );
}

function Insights({ opened, locale }: { readonly opened: OpenedBoard; readonly locale: string }) {
  const [wanted, setWanted] = useState(readAtOnce);
  const { records, total, isComplete, problem, retry } = useCrmPages(openDeals, wanted);
  // Apart from the others: what a customer said may stand on any deal.
  const words = useCrmPages(dealsWithWords, readAtOnce);
  const closed = useCrmPages(closedWithWords, readAtOnce);
  const meeting = useMeeting();
  const isRead = isComplete && words.isComplete && closed.isComplete;
  const read = useMemo(
    () => (isRead ? withoutTwins([...records, ...words.records]) : null),
    [isRead, records, words.records],
  );
  const work = useCallback((record: PropertyValues) => insightDeal(record, opened), [opened]);
  const deals = useInSlices(read, work);
  const themeDeals = useMemo(
    () => withoutTwins([...words.records, ...closed.records]).map((record) => themeDeal(record, opened.account)),
    [words.records, closed.records, opened.account],
  );
  const number = (size: number) => count(size, { locale });
  const troubled = [{ problem, retry }, words, closed].filter((pages) => pages.problem !== null);
  if (troubled[0] !== undefined)
    return (
      <Failed
        title="The deals could not be read"
        text={troubled[0].problem ?? ''}
        reference={null}
        retry={() => {
          troubled.forEach((pages) => {
            pages.retry();
          });
        }}
      />
    );
  if (read === null)
    return (
      <ProgressBar
        title="Reading the open deals"
        value={records.length}
        maxValue={Math.max(1, Math.min(total, wanted))}
        valueDescription={`${number(records.length)} of ${number(Math.min(total, wanted))} deals`}
      />
    );
  if (read.length === 0 && themeDeals.length === 0)
    return (
      <EmptyState title="No open deals" layout="vertical">
        <Text>There is nothing to learn from yet.</Text>
      </EmptyState>
    );
  if (deals.length < read.length)
    return (
      <ProgressBar
        title="Working out what asking is worth"
        value={deals.length}
        maxValue={read.length}
        valueDescription={`${number(deals.length)} of ${number(read.length)} deals`}
      />
    );
  const readable = Math.min(total, readableRecords);
  const pages = Math.ceil((readable - records.length) / recordsPerPage);
  return (
    <Flex direction="column" gap="md">
      {records.length < total && (
        <Flex direction="row" gap="sm" align="center" wrap={true}>
          <Text>{`This rests on the ${number(records.length)} deals with the largest expected gain of ${number(total)} open ones, and on those with customers’ own words.`}</Text>
          {pages > 0 && (
            <Button
              size="sm"
              onClick={() => {
                setWanted(readable);
              }}
            >{`Read ${number(readable)}: ${number(pages)} pages, about ${number(Math.ceil((pages * msPerPage * 3) / 1000))} seconds`}</Button>
          )}
        </Flex>
      )}
      {closed.records.length < closed.total && (
        <Text variant="microcopy">{`Of ${number(closed.total)} closed deals with customers’ words, the latest ${number(closed.records.length)} count.`}</Text>
      )}
      <InsightsView
        deals={deals}
        themeDeals={themeDeals}
        unreadWhys={Math.max(0, words.total - words.records.length)}
        meeting={meeting}
        opened={opened}
        locale={locale}
      />
      <AssumedFigures records={records} opened={opened} locale={locale} />
    </Flex>
  );
}

function withoutTwins(records: readonly PropertyValues[]): PropertyValues[] {
  return [...new Map(records.map((record) => [record['hs_object_id'], record])).values()];
}
