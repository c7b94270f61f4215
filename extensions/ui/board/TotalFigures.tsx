import { Flex, Text } from '@hubspot/ui-extensions';
import type { Account, DealTotals } from '@deal-terms/core/crm';
import { count, money } from '@deal-terms/core/words';
import { readerOf } from '../shared/reader.ts';
import { bold } from '../shared/text-formats.ts';

type TotalFiguresProps = {
  readonly totals: Pick<DealTotals, 'deals' | 'expectedGain' | 'weightedGain' | 'cashDaysReleased'>;
  readonly account: Account;
  readonly locale: string;
};

/** Cash for a number of days is said as the cash for a whole year it is worth as much as. */
const daysAYear = 365;

/** What deals come to, in a line. */
export function TotalFigures({
  totals: { deals, expectedGain, weightedGain = expectedGain, cashDaysReleased },
  account,
  locale,
}: TotalFiguresProps) {
  const reader = readerOf(locale, account.homeCurrency);
  const figures = [
    { figure: count(deals, reader), words: deals === 1 ? 'deal' : 'deals' },
    {
      figure: money(weightedGain, reader),
      words: `expected gain, weighted by the chance of closing; ${money(expectedGain, reader)} if every deal closes`,
    },
    {
      figure: money(cashDaysReleased / daysAYear, reader),
      words: 'cash released for a year, if every best trade is agreed',
    },
  ];
  return (
    <Flex direction="row" gap="sm" wrap={true} align="baseline">
      {figures.map(({ figure, words }) => (
        <Flex key={words} direction="row" gap="xs" align="baseline">
          <Text format={bold}>{figure}</Text>
          <Text variant="microcopy">{words}</Text>
        </Flex>
      ))}
    </Flex>
  );
}
