import { Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { Account, DealTotals } from '@deal-terms/core/crm';
import { count, money } from '@deal-terms/core/words';
import { readerOf } from '../shared/reader.ts';

type TotalFiguresProps = {
  readonly totals: Pick<DealTotals, 'deals' | 'expectedGain' | 'weightedGain' | 'cashDaysReleased'>;
  readonly account: Account;
  readonly locale: string;
};

/** Cash for a number of days is said as the cash for a whole year it is worth as much as. */
const daysAYear = 365;

/** What deals come to. */
export function TotalFigures({
  totals: { deals, expectedGain, weightedGain = expectedGain, cashDaysReleased },
  account,
  locale,
}: TotalFiguresProps) {
  const reader = readerOf(locale, account.homeCurrency);
  return (
    <Statistics>
      <StatisticsItem label="Deals" number={count(deals, reader)} />
      <StatisticsItem label="Expected gain" number={money(weightedGain, reader)}>
        <Text variant="microcopy">{`Weighted by the chance of closing; ${money(expectedGain, reader)} if every deal closes.`}</Text>
      </StatisticsItem>
      <StatisticsItem label="Cash released" number={money(cashDaysReleased / daysAYear, reader)}>
        <Text variant="microcopy">For a year, if every best trade is agreed.</Text>
      </StatisticsItem>
    </Statistics>
  );
}
