import { baseFacts, noAnswers } from './deal-row.ts';
import type { Answers, DemoDeal } from './deal-row.ts';

type Cash = 'strained' | 'tight' | 'balanced' | 'positive' | 'abundant';
type Importance = 'standard_clause' | 'preference' | 'policy' | 'critical';
type Urgency = 'none' | 'some' | 'high' | 'critical';
type Rest = Partial<Pick<DemoDeal, 'currency' | 'neededInDays'>> & {
  readonly relationship?: 'new' | 'established';
  readonly forecast?: 'willing' | 'unwilling';
  readonly constraints?: Answers['constraints'];
  readonly late?: number;
  readonly why?: string;
};
type Row = readonly [
  name: string,
  company: string,
  stage: string,
  amount: number,
  closesInDays: number,
  plan: string,
  margin: number,
  leadDays: number,
  cash: Cash | null,
  importance: Importance | null,
  urgency: Urgency | null,
  rest?: Rest,
];

const [enquiry, samples, quote, terms, confirmation] = [
  'appointmentscheduled',
  'qualifiedtobuy',
  'presentationscheduled',
  'decisionmakerboughtin',
  'contractsent',
] as const;

/** Answered deals, from the customer who would give anything for speed to the one who lives on our credit. */
// prettier-ignore
const answered: readonly Row[] = [
  ['Advent calendar houses', 'hansa', quote, 26_000, 18, 'net 60', 0.42, 35, 'abundant', 'standard_clause', 'critical', { neededInDays: 14, relationship: 'established', why: 'Our supplier let us down; the windows are already booked.' }],
  ['Smoking men, second delivery', 'alpen', terms, 22_400, 9, 'net 90', 0.44, 42, 'positive', 'preference', 'high', { neededInDays: 21, relationship: 'established', forecast: 'willing' }],
  ['Cuckoo clocks for river ships', 'rhein', quote, 72_000, 30, 'net 60', 0.47, 49, 'balanced', 'policy', 'some', { neededInDays: 35, relationship: 'established', why: 'The new ship is christened in spring; the shop must be full on day one.' }],
  ['City souvenir range', 'dom', terms, 18_200, 25, 'net 30', 0.40, 28, 'balanced', 'policy', 'none', { relationship: 'established', constraints: ['no_prepayment', 'no_shorter_terms'], why: 'We are a public body: we pay 30 days after the invoice, always.' }],
  ['Mozart music boxes', 'salz', samples, 12_400, 40, 'net 30', 0.52, 35, 'tight', 'critical', 'some', { relationship: 'established', late: 12 }],
  ['Coffee house gift tins', 'wien', quote, 26_700, 16, 'net 60', 0.38, 28, 'strained', 'critical', 'none', { relationship: 'established', late: 21, why: 'The renovation swallowed our cash; we pay when the season has paid us.' }],
  ['Snow globes, alpine series', 'zuri', quote, 21_000, 22, 'net 60', 0.46, 42, 'abundant', 'preference', 'some', { currency: 'CHF', neededInDays: 30, relationship: 'established', forecast: 'willing' }],
  ['Miniature clocks', 'luzern', terms, 15_800, 12, 'net 30', 0.50, 35, 'positive', 'standard_clause', 'high', { currency: 'CHF', neededInDays: 18, relationship: 'established' }],
  ['Nutcrackers, winter range', 'praha', quote, 22_300, 27, 'net 60', 0.36, 35, 'tight', 'policy', 'some', { relationship: 'new', late: 9 }],
  ['Heritage gift hall', 'harrow', terms, 31_500, 11, 'net 90', 0.45, 42, 'positive', 'policy', 'high', { currency: 'GBP', neededInDays: 20, relationship: 'established', forecast: 'willing', why: 'Flagship reopens; the gift hall is the centrepiece.' }],
  ['Garden figures, spring', 'cotswold', quote, 29_500, 45, 'net 60', 0.41, 42, 'tight', 'policy', 'none', { currency: 'GBP', relationship: 'established', forecast: 'willing' }],
  ['Replica tin toys', 'museum', samples, 9_600, 33, 'net 30', 0.48, 28, 'balanced', 'policy', 'some', { currency: 'GBP', relationship: 'established', constraints: ['no_prepayment'] }],
  ['Candle arches', 'aarhus', terms, 17_900, 8, 'net 30', 0.43, 28, 'positive', 'standard_clause', 'critical', { neededInDays: 12, relationship: 'established' }],
  ['Duty-free plush trolls', 'fjord', quote, 19_800, 36, 'net 90', 0.39, 49, 'abundant', 'policy', 'none', { relationship: 'established', forecast: 'willing' }],
  ['Belgian lace clocks', 'gent', samples, 14_100, 29, 'net 60', 0.44, 35, 'tight', 'critical', 'some', { relationship: 'new', late: 15 }],
  ['Visitor centre clocks', 'schwarz', confirmation, 21_600, 5, 'net 30', 0.46, 28, 'strained', 'policy', 'high', { neededInDays: 21, relationship: 'established', late: 6 }],
  ['Oktoberfest steins', 'bavarian', terms, 54_000, 19, 'net 60', 0.37, 56, 'strained', 'policy', 'some', { currency: 'USD', neededInDays: 49, relationship: 'established', forecast: 'willing' }],
  ['Ornament assortment', 'maple', quote, 39_000, 24, 'net 90', 0.43, 56, 'abundant', 'standard_clause', 'some', { currency: 'USD', neededInDays: 42, relationship: 'established', forecast: 'willing', why: 'We would rather pay early than be out of stock in December again.' }],
  ['Market stalls, five cities', 'lakeside', terms, 45_000, 13, '50% order + 50% net 30', 0.42, 42, 'tight', 'preference', 'critical', { currency: 'USD', neededInDays: 25, relationship: 'established' }],
  ['Coastal gift range', 'southern', samples, 31_200, 50, 'net 60', 0.35, 63, null, 'preference', 'some', { currency: 'USD', relationship: 'new' }],
  ['Lodge gift shops', 'rockies', quote, 27_400, 31, 'net 60', 0.40, 56, 'positive', null, 'none', { currency: 'USD', relationship: 'established' }],
  ['Easter decorations', 'hansa', enquiry, 19_300, 75, 'net 60', 0.42, 35, null, 'standard_clause', null, { relationship: 'established' }],
  ['Wedding favours', 'wien', enquiry, 6_900, 60, 'net 30', 0.51, 28, 'strained', null, null, { relationship: 'established' }],
  ['Music box relaunch', 'salz', enquiry, 11_700, 66, 'net 30', 0.52, 35, null, null, 'critical', { relationship: 'established' }],
  ['Express restock, tree toppers', 'aarhus', confirmation, 8_400, 3, 'net 14', 0.45, 21, 'abundant', 'preference', 'critical', { neededInDays: 8, relationship: 'established' }],
  ['Prepaid pilot, wall clocks', 'praha', samples, 7_200, 34, 'advance 30', 0.40, 35, 'balanced', 'standard_clause', 'none', { relationship: 'new' }],
];

/** Deals nobody has asked about yet, and two the app has to explain: one without an amount, one in a currency without a rate. */
const unanswered: readonly DemoDeal[] = [
  { name: 'Summer festival merchandise', company: 'rhein', stage: enquiry, amount: 24_000, closesInDays: 80 },
  { name: 'Kids’ clocks', company: 'harrow', stage: enquiry, amount: 16_500, currency: 'GBP', closesInDays: 55 },
  {
    name: 'Private label enquiry',
    company: 'alpen',
    stage: enquiry,
    closesInDays: 70,
    description: 'Quantities still open.',
  },
  {
    name: 'European Christmas floor',
    company: 'sakura',
    stage: samples,
    amount: 9_800_000,
    currency: 'JPY',
    closesInDays: 38,
    terms: baseFacts('net 60', '0.44', '63'),
  },
  { name: 'Trade fair follow-up', company: 'gent', stage: enquiry, amount: 5_400, closesInDays: 48 },
  { name: 'Gift shop refresh', company: 'rockies', stage: enquiry, amount: 13_000, currency: 'USD', closesInDays: 90 },
];

export const openDeals: readonly DemoDeal[] = [...answered.map(answeredDeal), ...unanswered];

function answeredDeal([
  name,
  company,
  stage,
  amount,
  closesInDays,
  paymentPlan,
  grossMargin,
  leadTimeDays,
  cashPosition,
  termsImportance,
  urgency,
  rest = {},
]: Row): DemoDeal {
  const { relationship = null, forecast = null, constraints = [], late = null, why = null, ...facts } = rest;
  const answers = {
    ...noAnswers,
    cashPosition,
    termsImportance,
    urgency,
    relationship,
    forecast,
    constraints,
    daysBeyondTerms: late,
    statedCostOfCash: null,
    statedLossPerDay: null,
    customerWhy: why,
    paymentPlan,
    grossMargin,
    leadTimeDays,
  };
  return { name, company, stage, amount, closesInDays, ...facts, answers };
}
