import { withThemes } from './with-themes.ts';
import { noAnswers } from '../deal-row.ts';
import type { Answers, DemoDeal } from '../deal-row.ts';
import { createRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { pastCustomers, reasons } from './past-customers.ts';
import type { PastCustomer } from './past-customers.ts';

/** A deal of the last two years; it is negotiated until it closes. */
export type PastDeal = Omit<DemoDeal, 'answers'> & {
  readonly answers: Answers & { readonly leadTimeDays: number };
};

const seed = 20_241_128;
/** The oldest deal closed that long ago, the newest a few days ago. */
const [firstClosedDaysAgo, lastClosedDaysAgo] = [700, 9];
const urgencies = ['none', 'none', 'some', 'some', 'high', 'high', 'critical'] as const;
const cashPositions = ['strained', 'tight', 'balanced', 'positive', 'abundant'] as const;
/** The stage in which terms are traded. */
const negotiating = 'decisionmakerboughtin';

/** What was negotiated in the last two years, the same on every machine. */
export const pastDeals: readonly PastDeal[] = makePastDeals();

function makePastDeals(): PastDeal[] {
  const random = createRandom(seed);
  return pastCustomers.flatMap((customer) =>
    customer.orders.map((name, place) =>
      pastDeal(customer, name, daysAgoOf(place, customer.orders.length, random), random),
    ),
  );
}

/** Orders of a customer come at about equal distances. */
function daysAgoOf(place: number, count: number, random: Random): number {
  const apart = (firstClosedDaysAgo - lastClosedDaysAgo) / count;
  return Math.round(firstClosedDaysAgo - apart * (place + random.next() * 0.9));
}

function pastDeal(
  { company, currency, usualAmount, usual }: PastCustomer,
  name: string,
  daysAgo: number,
  random: Random,
): PastDeal {
  const urgency = random.pick(urgencies);
  const isUrgent = urgency === 'high' || urgency === 'critical';
  const customerWhy = random.chance(0.7) ? random.pick(isUrgent ? reasons.urgent : reasons.calm) : null;
  return {
    name,
    company,
    stage: negotiating,
    amount: Math.round((usualAmount * (0.6 + 0.9 * random.next())) / 100) * 100,
    ...(currency === null ? {} : { currency }),
    closesInDays: -daysAgo,
    ...(isUrgent ? { neededInDays: Math.round(usual.leadTimeDays * (0.35 + 0.45 * random.next())) } : {}),
    answers: withThemes({
      ...noAnswers,
      ...usual,
      cashPosition: random.chance(0.25) ? random.pick(cashPositions) : usual.cashPosition,
      urgency,
      relationship: 'established',
      forecast: random.chance(0.45) ? 'willing' : null,
      customerWhy,
    }),
  };
}
