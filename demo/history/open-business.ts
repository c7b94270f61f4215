import type { OfferedTerms } from '@deal-terms/core/offers';
import { noAnswers } from '../deal-row.ts';
import type { Answers, DemoDeal } from '../deal-row.ts';

/** Terms a customer gives in return for speed. */
type Trade = Pick<OfferedTerms, 'paymentPlan' | 'forecast' | 'discount' | 'daysSaved'>;

/** A request for an expedited shipment of an open deal, by the deal's name. */
export type OpenRequest = {
  readonly deal: string;
  readonly askedDaysAgo: number;
  readonly trade: Trade;
  /** What operations said a day later; nothing yet where it is missing. */
  readonly decision?:
    | { readonly action: 'accept' }
    | { readonly action: 'counter'; readonly fewerDays: number; readonly costTimes: number; readonly reason: string }
    | { readonly action: 'decline'; readonly reason: string };
  /** The customer has ordered. */
  readonly isConfirmed?: true;
};

const plain = { forecast: false } as const;

/** Two of them are promised for one day, and their week is full. */
export const openRequests: readonly OpenRequest[] = [
  {
    deal: 'Ornament assortment',
    askedDaysAgo: 8,
    trade: { paymentPlan: 'on delivery', daysSaved: 14, forecast: true, discount: 0.04 },
    decision: { action: 'accept' },
    isConfirmed: true,
  },
  {
    deal: 'Cuckoo clocks for river ships',
    askedDaysAgo: 6,
    trade: { ...plain, paymentPlan: 'net 30', daysSaved: 13, discount: 0.01 },
    decision: { action: 'accept' },
  },
  {
    deal: 'Advent calendar houses',
    askedDaysAgo: 7,
    trade: { ...plain, paymentPlan: 'on delivery', daysSaved: 14, discount: 0.01 },
    decision: { action: 'accept' },
    isConfirmed: true,
  },
  {
    deal: 'Miniature clocks',
    askedDaysAgo: 5,
    trade: { ...plain, paymentPlan: 'on delivery', daysSaved: 14, discount: 0.005 },
    decision: { action: 'accept' },
  },
  {
    deal: 'Heritage gift hall',
    askedDaysAgo: 4,
    trade: { paymentPlan: 'net 30', daysSaved: 21, forecast: true, discount: 0.02 },
    decision: {
      action: 'counter',
      fewerDays: 7,
      costTimes: 1.6,
      reason: 'Two weeks is what the paint shop can do, and only with a Saturday shift.',
    },
  },
  {
    deal: 'Express restock, tree toppers',
    askedDaysAgo: 3,
    trade: { ...plain, paymentPlan: 'on delivery', daysSaved: 7, discount: 0.01 },
    decision: { action: 'decline', reason: 'The felt comes in on the day they want it delivered.' },
  },
  {
    deal: 'Market stalls, five cities',
    askedDaysAgo: 2,
    trade: { ...plain, paymentPlan: 'on delivery', daysSaved: 14, discount: 0.01 },
  },
  {
    deal: 'Candle arches',
    askedDaysAgo: 1,
    trade: { ...plain, paymentPlan: 'on delivery', daysSaved: 7, discount: 0 },
  },
];

/** Offers of the menu that customers have not answered, by the deal's name. */
export const unansweredOffers: readonly { readonly deal: string; readonly offeredDaysAgo: number }[] = [
  { deal: 'Nutcrackers, winter range', offeredDaysAgo: 17 },
  { deal: 'Replica tin toys', offeredDaysAgo: 12 },
  { deal: 'Lodge gift shops', offeredDaysAgo: 9 },
];

/** Offers that wait for a manager: payment and forecasts of the menu, at a discount no rep may give alone. */
export const waitingForApproval: readonly {
  readonly deal: string;
  readonly askedDaysAgo: number;
  readonly discount: number;
}[] = [
  { deal: 'Oktoberfest steins', askedDaysAgo: 2, discount: 0.06 },
  { deal: 'Garden figures, spring', askedDaysAgo: 1, discount: 0.07 },
];

const answers: Answers = { ...noAnswers, relationship: 'established', leadTimeDays: 35 };

/** Deals whose close date has passed without anybody closing them. */
export const overdueDeals: readonly DemoDeal[] = [
  {
    name: 'Carnival masks',
    company: 'rhein',
    stage: 'presentationscheduled',
    amount: 12_800,
    closesInDays: -6,
    answers: {
      ...answers,
      cashPosition: 'balanced',
      termsImportance: 'preference',
      urgency: 'some',
      paymentPlan: 'net 60',
      grossMargin: 0.47,
    },
  },
  {
    name: 'Name-day mugs',
    company: 'praha',
    stage: 'decisionmakerboughtin',
    amount: 9_400,
    closesInDays: -13,
    answers: {
      ...answers,
      cashPosition: 'tight',
      termsImportance: 'policy',
      urgency: 'none',
      paymentPlan: 'net 60',
      grossMargin: 0.36,
      customerWhy: 'The stockroom is full until the summer range is sold.',
    },
  },
  {
    name: 'Harvest wreaths',
    company: 'lakeside',
    stage: 'presentationscheduled',
    amount: 21_500,
    currency: 'USD',
    closesInDays: -21,
    answers: {
      ...answers,
      cashPosition: 'tight',
      termsImportance: 'preference',
      paymentPlan: '50% order + 50% net 30',
      grossMargin: 0.42,
    },
  },
];
