import { useMemo } from 'react';
import { Flex, Heading, ProgressBar, Text } from '@hubspot/ui-extensions';
import { answeredOffersOf, calibration, realisedGains } from '@deal-terms/core/learning';
import type { RecordedOffers } from '@deal-terms/core/offers';
import { unearnedConcessions } from '@deal-terms/core/offers';
import { bandInWords, count, money } from '@deal-terms/core/words';
import { accountNames } from '../shared/account-names.ts';
import { Failed } from '../shared/Failed.tsx';
import type { OpenedBoard } from '../shared/use-open-board.ts';
import { useRecordedOffers } from '../shared/use-recorded-offers.ts';
import { LinesTable } from '../shared/LinesTable.tsx';
import { PageFrame } from '../shared/PageFrame.tsx';
import { readerOf } from '../shared/reader.ts';
import { calibrationInWords, measureLine, realisedInWords } from './learning-words.ts';
import { Proposals } from './Proposals.tsx';
import { ReliabilityChart } from './ReliabilityChart.tsx';

/** Route `/learning`: whether customers answered as the cards said, and what that speaks for changing. */
export function Learning() {
  return <PageFrame path="/learning">{(opened, locale) => <Answers opened={opened} locale={locale} />}</PageFrame>;
}

type LearningProps = { readonly opened: OpenedBoard; readonly locale: string };

function Answers({ opened, locale }: LearningProps) {
  const { deals, records, total, problem, retry } = useRecordedOffers(opened.account);
  if (problem !== null)
    return <Failed title="The offers could not be read" text={problem} reference={null} retry={retry} />;
  if (deals === null)
    return (
      <ProgressBar
        title="Reading the offers"
        value={records.length}
        maxValue={Math.max(1, total)}
        valueDescription={`${count(records.length, { locale })} of ${count(total, { locale })} deals`}
      />
    );
  return <Learnt deals={deals} opened={opened} locale={locale} />;
}

function Learnt({ deals, opened, locale }: LearningProps & { readonly deals: readonly RecordedOffers[] }) {
  const { account, today, policy } = opened;
  const reader = readerOf(locale, account.homeCurrency);
  const names = useMemo(() => accountNames(opened), [opened]);
  const offers = useMemo(() => deals.flatMap((deal) => answeredOffersOf(deal, today)), [deals, today]);
  const firstVersion = useMemo(() => firstPolicyVersion(deals), [deals]);
  const measured = useMemo(() => calibration(offers), [offers]);
  const gains = useMemo(() => realisedGains(offers), [offers]);
  const unearned = unearnedConcessions(deals, today);
  const lost = unearned.reduce((sum, one) => sum + one.lost, 0);
  const byOwner = measured.byOwner.flatMap(({ ownerId, measure }, place) => {
    const gain = gains.byOwner[place];
    return gain === undefined
      ? []
      : [measureLine(ownerId === '' ? 'Nobody’s' : names.owner(ownerId), measure, gain.measure, reader)];
  });
  const byBand = measured.byBand.flatMap(({ band, measure }, place) => {
    const gain = gains.byBand[place];
    return gain === undefined ? [] : [measureLine(bandInWords(band), measure, gain.measure, reader)];
  });
  return (
    <Flex direction="column" gap="md">
      <Heading>Did customers answer as predicted?</Heading>
      <Text>{calibrationInWords(measured.overall, reader)}</Text>
      {measured.overall.kind === 'measured' && <ReliabilityChart bins={measured.overall.bins} reader={reader} />}
      <Heading>Did deals earn what we expected?</Heading>
      <Text>{realisedInWords(gains.overall, reader)}</Text>
      <Text>
        {unearned.length === 0
          ? 'No concession is known to be unearned.'
          : `${unearned.length === 1 ? '1 deal' : `${count(unearned.length, reader)} deals`} did not earn what we gave: ${money(lost, reader)}. They are listed under Customer insights.`}
      </Text>
      {byOwner.length > 0 && <Measures title="By owner" lines={byOwner} />}
      {byBand.length > 0 && <Measures title="By negotiability band when offered" lines={byBand} />}
      <Proposals offers={offers} policy={policy} account={account} firstVersion={firstVersion} reader={reader} />
    </Flex>
  );
}

/** Version of the policy the first answered offer was made under; 0, the built-in one, while there is none. */
function firstPolicyVersion(deals: readonly RecordedOffers[]): number {
  const answered = deals.flatMap(({ rounds }) => rounds).filter(({ answer }) => answer !== null);
  const [first] = answered.sort((one, other) => (one.offer.at < other.offer.at ? -1 : 1));
  return first?.offer.appraisal.policyVersion ?? 0;
}

function Measures({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ReturnType<typeof measureLine>[];
}) {
  return (
    <Flex direction="column" gap="xs">
      <Heading>{title}</Heading>
      <LinesTable
        lines={lines}
        columns={[
          { head: title, of: ({ name }) => name },
          { head: 'Answers', of: ({ answers }) => answers, align: 'right' },
          { head: 'Predicted', of: ({ predicted }) => predicted, align: 'right' },
          { head: 'Said yes', of: ({ observed }) => observed, align: 'right' },
          { head: 'Brier score', of: ({ brier }) => brier, align: 'right' },
          { head: 'Realised gain', of: ({ gain }) => gain, align: 'right' },
        ]}
      />
    </Flex>
  );
}
