import { AutoGrid, BarChart, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { Account, DealTotals } from '@deal-terms/core/crm';
import { count, money } from '@deal-terms/core/words';
import { readerOf } from '../views/reader.ts';

type TotalFiguresProps = { readonly totals: Omit<DealTotals, 'countedAt'>; readonly account: Account; readonly locale: string };

/** Cash for a number of days is said as the cash for a whole year it is worth as much as. */
const daysAYear = 365;

/** How many deals there are in each band, and what they come to. */
export function TotalFigures({ totals: { deals, byBand, expectedGain, cashDaysReleased }, account, locale }: TotalFiguresProps) {
  const reader = readerOf(locale, account.homeCurrency);
  return (
    <AutoGrid columnWidth={360} flexible={true} gap="md">
      <Statistics>
        <StatisticsItem label="Deals" number={count(deals, reader)} />
        <StatisticsItem label="Expected gain" number={money(expectedGain, reader)}><Text variant="microcopy">If each deal’s best trade is offered.</Text></StatisticsItem>
        <StatisticsItem label="Cash released" number={money(cashDaysReleased / daysAYear, reader)}><Text variant="microcopy">For a year, if every best trade is agreed.</Text></StatisticsItem>
      </Statistics>
      <BarChart
        data={[{ band: 'High', deals: byBand.high }, { band: 'Medium', deals: byBand.medium }, { band: 'Low', deals: byBand.low }, { band: 'Not scored', deals: byBand.unscored }]}
        axes={{ x: { field: 'band', fieldType: 'category', label: 'Negotiability' }, y: { field: 'deals', fieldType: 'linear', label: 'Deals' } }}
        options={{ title: 'Deals by negotiability', showDataLabels: true, showTooltips: true }}
      />
    </AutoGrid>
  );
}
