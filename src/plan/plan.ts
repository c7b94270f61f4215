import { backlogReturn } from '../scoring/cost-of-cash.ts';
import type { PlanBasis } from './basis.ts';
import type { Candidate } from './candidate.ts';
import { candidateAt, worthOf } from './candidate.ts';
import type { DealTrades } from './trades.ts';

/** What the plan does with a deal; `packageId` and `priceOfCash` null and the rest 0 for a deal left as it is. */
export type PlannedDeal = {
  readonly id: string;
  readonly packageId: string | null;
  readonly discount: number;
  readonly openingDiscount: number;
  readonly acceptance: number;
  readonly closingProbability: number;
  /** At which the trade stands on the deal's card; null for what is agreed or on offer. */
  readonly priceOfCash: number | null;
  /** At the bank's rate. */
  readonly sellerGain: number;
  /** Currency-days released within the horizon. */
  readonly cashDays: number;
};

/** A liquidity plan (docs/model.md section 11). Money in the deals' currency, price of cash effective annual, parts of the backlog as fractions. */
export type LiquidityPlan = {
  readonly objective: number;
  readonly priceOfCash: number;
  readonly backlogFunded: number;
  readonly backlogFundedLow: number;
  readonly backlogFundedHigh: number;
  readonly expectedExtraMargin: number;
  /** In order of work; deals left as they are last. */
  readonly deals: readonly PlannedDeal[];
};

/** Places of the deals in order of work: most worth first at the plan's price, ties as they came; deals left as they are last. */
function orderOfWork(deals: readonly DealTrades[], { choices, premium }: Candidate): number[] {
  const worths = deals.map((deal, index) => {
    const trade = choices[index]?.trade ?? null;
    return trade === null ? -Infinity : worthOf(deal, trade, premium);
  });
  return [...deals.keys()].sort((one, other) => {
    const here = worths[one] as number;
    const there = worths[other] as number;
    return here === there ? 0 : there - here;
  });
}

function plannedDeal(
  { id, closingProbability }: DealTrades,
  choice: Candidate['choices'][number] | undefined,
): PlannedDeal {
  const { trade = null, priceOfCash = null } = choice ?? {};
  return {
    id,
    packageId: trade?.packageId ?? null,
    discount: trade?.discount ?? 0,
    openingDiscount: trade?.openingDiscount ?? 0,
    acceptance: trade?.acceptance ?? 0,
    closingProbability,
    priceOfCash,
    sellerGain: trade?.sellerGain ?? 0,
    cashDays: trade?.cashDays ?? 0,
  };
}

/** A plan, and the places of its deals in the order given. */
export type PlanWithOrder = {
  readonly plan: LiquidityPlan;
  readonly chosen: Candidate;
  readonly order: readonly number[];
};

/**
 * Finds the price of cash at which what the cards recommend is worth most to the whole pipeline (docs/model.md section 11).
 *
 * @param deals - with their trades at the prices of `basis`, in input order, all in one currency
 * @source capital rationing and its shadow price: Weingartner
 */
export function planWithOrder(deals: readonly DealTrades[], basis: PlanBasis): PlanWithOrder {
  let chosen = candidateAt(deals, 0, basis);
  for (let step = 1; step < basis.prices.length; step += 1) {
    const candidate = candidateAt(deals, step, basis);
    if (candidate.objective > chosen.objective) chosen = candidate;
  }
  const { backlog } = basis.policy;
  const { funding, objective, priceOfCash, choices } = chosen;
  const order = orderOfWork(deals, chosen);
  return {
    chosen,
    order,
    plan: {
      objective,
      priceOfCash,
      backlogFunded: funding.expected,
      backlogFundedLow: funding.low,
      backlogFundedHigh: funding.high,
      expectedExtraMargin: funding.expected * backlog.unfundedCost * backlogReturn(backlog),
      deals: order.map((index) => plannedDeal(deals[index] as DealTrades, choices[index])),
    },
  };
}

/** The plan alone; see `planWithOrder`. */
export function planLiquidity(deals: readonly DealTrades[], basis: PlanBasis): LiquidityPlan {
  return planWithOrder(deals, basis).plan;
}
