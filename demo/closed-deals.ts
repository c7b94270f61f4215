import type { DemoDeal } from './deal-row.ts';

type Row = readonly [name: string, company: string, amount: number, closedDaysAgo: number, currency?: string];

/** What was won: a company with a row here is an established customer. */
const won: readonly Row[] = [
  ['Spring range', 'tulp', 88_000, 210],
  ['Autumn range', 'tulp', 104_000, 34],
  ['Cuckoo clocks, first order', 'hansa', 21_000, 320],
  ['Window decorations', 'hansa', 27_500, 95],
  ['Smoking men, first delivery', 'alpen', 39_000, 60],
  ['Summer souvenirs', 'rhein', 51_000, 150],
  ['Festival clocks', 'dom', 12_300, 260],
  ['Music boxes', 'salz', 10_900, 130],
  ['Gift tins', 'wien', 19_800, 240],
  ['Snow globes', 'zuri', 33_000, 110, 'CHF'],
  ['Display clocks', 'luzern', 9_900, 180, 'CHF'],
  ['Gift hall', 'harrow', 44_000, 300, 'GBP'],
  ['Garden figures', 'cotswold', 25_800, 365, 'GBP'],
  ['Tin toys', 'museum', 7_700, 200, 'GBP'],
  ['Candle arches, last winter', 'aarhus', 15_200, 75],
  ['Plush trolls', 'fjord', 31_000, 140],
  ['Visitor centre, opening order', 'schwarz', 17_400, 410],
  ['Steins', 'bavarian', 42_000, 330, 'USD'],
  ['Ornaments', 'maple', 61_000, 345, 'USD'],
  ['Market stalls', 'lakeside', 38_000, 350, 'USD'],
  ['Lodge souvenirs', 'rockies', 18_900, 170, 'USD'],
];

const lost: readonly Row[] = [
  ['Department store tender', 'sakura', 70_000, 280],
  ['Wall clocks', 'praha', 13_400, 155],
  ['Lace clocks', 'gent', 11_000, 90],
  ['Homeware range', 'southern', 28_600, 220, 'USD'],
  ['Gift cards and clocks', 'harrow', 12_000, 45, 'GBP'],
];

export const closedDeals: readonly DemoDeal[] = [
  ...won.map((row) => closedDeal(row, 'closedwon')),
  ...lost.map((row) => closedDeal(row, 'closedlost')),
];

function closedDeal([name, company, amount, closedDaysAgo, currency]: Row, stage: string): DemoDeal {
  return {
    name,
    company,
    stage,
    amount,
    closesInDays: -closedDaysAgo,
    ...(currency === undefined ? {} : { currency }),
  };
}
