import { SAME_ESTIMATE } from '../vocabulary/tolerance.ts';
import type { Backlog } from './backlog.ts';
import type { PlanBasis } from './basis.ts';
import type { Funding } from './funding.ts';
import { fundingOf } from './funding.ts';
import type { DealTrades, Trade } from './trades.ts';

/** A trade with the price of cash it was made at; both null for a deal that stays as it is, the price null for what is agreed or on offer. */
export type Choice = { readonly trade: Trade | null; readonly priceOfCash: number | null };

/** A plan tried at one price of cash, and what it is worth (docs/model.md section 11). */
export type Candidate = {
  /** Of a currency-day over the bank's, λ. */
  readonly premium: number;
  readonly priceOfCash: number;
  /** In input order. */
  readonly choices: readonly Choice[];
  readonly funding: Funding;
  readonly objective: number;
};

/** What is expected of some trades together: gain at the bank's rate, currency-days, and the variance of these. */
type Expected = { gain: number; cashDays: number; variance: number };

/** Chance that a trade happens: that the deal closes and the customer agrees. */
export function chanceOf({ closingProbability }: DealTrades, { acceptance }: Trade): number {
  return closingProbability * acceptance;
}

/** What a trade is worth on average when a currency-day is worth `premium` over the bank's. */
export function worthOf(deal: DealTrades, trade: Trade, premium: number): number {
  return chanceOf(deal, trade) * (trade.sellerGain + premium * trade.cashDays);
}

function add(expected: Expected, deal: DealTrades, trade: Trade | null, sign: 1 | -1): void {
  if (trade === null) return;
  const chance = chanceOf(deal, trade);
  expected.gain += sign * chance * trade.sellerGain;
  expected.cashDays += sign * chance * trade.cashDays;
  expected.variance += sign * chance * (1 - chance) * trade.cashDays ** 2;
}

/** Exponents above this are their own ln(1 + e^x) to the last digit (docs/model.md section 11). */
const LINEAR_FROM = 700;

/** What trades are worth together, the cash they release taken as logistic (docs/model.md section 11, estimate). */
function estimateOf({ gain, cashDays, variance }: Expected, { premiumPerDay, capacity }: Backlog): number {
  const mean = Math.max(0, cashDays);
  if (variance <= 0) return gain + premiumPerDay * Math.min(capacity, mean);
  const scale = Math.sqrt(3 * variance) / Math.PI;
  const room = (capacity - mean) / scale;
  const unused = room > LINEAR_FROM ? room : Math.log1p(Math.exp(room));
  return gain + premiumPerDay * (capacity - scale * unused);
}

/** From the least worth up, a deal's trade gives way to its trade at the bank's rate, then to none, where the whole gains by it. */
function giveUpTheLeast(
  deals: readonly DealTrades[],
  choices: Choice[],
  premium: number,
  { backlog, policy: { borrowingRate } }: PlanBasis,
): void {
  const expected: Expected = { gain: 0, cashDays: 0, variance: 0 };
  const worths = deals.map((deal, index) => {
    const { trade } = choices[index] as Choice;
    add(expected, deal, trade, 1);
    return trade === null ? 0 : worthOf(deal, trade, premium);
  });
  const order = [...deals.keys()]
    .filter((index) => (choices[index] as Choice).trade !== null && !(deals[index] as DealTrades).isFixed)
    .sort((one, other) => (worths[one] as number) - (worths[other] as number));
  let estimate = estimateOf(expected, backlog);
  for (const index of order) {
    const deal = deals[index] as DealTrades;
    const atBank = deal.trades[0] ?? null;
    const instead: Choice[] = [{ trade: null, priceOfCash: null }];
    if (atBank !== null) instead.unshift({ trade: atBank, priceOfCash: borrowingRate });
    for (const other of instead) {
      const { trade } = choices[index] as Choice;
      if (other.trade === trade) continue;
      const changed = { ...expected };
      add(changed, deal, trade, -1);
      add(changed, deal, other.trade, 1);
      const better = estimateOf(changed, backlog);
      if (better <= estimate + SAME_ESTIMATE * Math.max(1, Math.abs(estimate))) continue;
      choices[index] = other;
      Object.assign(expected, changed);
      estimate = better;
    }
  }
}

/** The plan at one of its prices of cash (docs/model.md section 11, candidate). */
export function candidateAt(deals: readonly DealTrades[], step: number, basis: PlanBasis): Candidate {
  const { backlog, prices } = basis;
  const { premium, cost } = prices[step] as (typeof prices)[number];
  const choices = deals.map(({ trades, isFixed }): Choice => {
    const trade = trades[step] ?? null;
    return { trade, priceOfCash: trade === null || isFixed ? null : cost.annualRate };
  });
  if (step > 0) giveUpTheLeast(deals, choices, premium, basis);
  let gain = 0;
  const releases = [];
  for (const [index, { trade }] of choices.entries()) {
    if (trade === null) continue;
    const chance = chanceOf(deals[index] as DealTrades, trade);
    gain += chance * trade.sellerGain;
    if (trade.cashDays > 0) releases.push({ chance, cashDays: trade.cashDays });
  }
  const funding = fundingOf(releases, backlog.capacity);
  return {
    premium,
    priceOfCash: cost.annualRate,
    choices,
    funding,
    objective: gain + backlog.premiumPerDay * backlog.capacity * funding.expected,
  };
}
