import type { Policy } from '../policy/index.ts';
import { backlogReturn } from '../scoring/cost-of-cash.ts';
import type { Choice, EnvelopeStep } from './envelope.ts';
import { cashOf, envelope } from './envelope.ts';
import type { PlanOption } from './options.ts';

/** A deal with what the plan may offer on it. */
export type PlanDeal = { readonly id: string; readonly options: readonly PlanOption[] };

/** What the plan does with a deal; everything is 0 and `packageId` null for a deal left as it is. */
export type PlannedDeal = {
  readonly id: string;
  readonly packageId: string | null;
  readonly discount: number;
  readonly acceptance: number;
  readonly sellerGain: number;
  readonly cashDays: number;
};

/** A liquidity plan (model section 11). Money in the deals' currency, price of cash effective annual, `backlogFunded` a fraction. */
export type LiquidityPlan = {
  readonly objective: number;
  /** No plan can be worth more. */
  readonly bound: number;
  readonly gap: number;
  readonly priceOfCash: number;
  readonly backlogFunded: number;
  readonly expectedExtraMargin: number;
  /** In order of work; deals left as they are last. */
  readonly deals: readonly PlannedDeal[];
};

/** The backlog as the plan sees it, per day and simple over one cycle (model section 11). */
type Backlog = {
  readonly bankRatePerDay: number;
  /** What a currency-day put into the backlog earns over the bank, μ. */
  readonly premiumPerDay: number;
  /** Currency-days it can use, C. */
  readonly capacity: number;
};

function backlogOf({ backlog, borrowingRate }: Policy): Backlog {
  const { cycleDays, unfundedCost } = backlog;
  const bankRatePerDay = ((1 + borrowingRate) ** (cycleDays / 365) - 1) / cycleDays;
  return { bankRatePerDay, premiumPerDay: Math.max(0, backlogReturn(backlog) / cycleDays - bankRatePerDay), capacity: unfundedCost * cycleDays };
}

/** The price from 0 to `premiumPerDay` that minimises the bound: where the cash of the best choices first meets what the backlog can use. */
function bestPrice(envelopes: readonly (readonly EnvelopeStep[])[], { premiumPerDay, capacity }: Backlog): number {
  let cash = envelopes.reduce((sum, [first]) => sum + cashOf(first?.choice ?? null), 0);
  if (cash >= capacity) return 0;
  const rises = envelopes.flatMap((steps) => steps.slice(1).map(({ from, choice }, index) => ({ from, more: cashOf(choice) - cashOf(steps[index]?.choice ?? null) })));
  rises.sort((one, other) => one.from - other.from);
  for (const { from, more } of rises) {
    if (from >= premiumPerDay) return premiumPerDay;
    cash += more;
    if (cash >= capacity) return from;
  }
  return premiumPerDay;
}

/** Best choice at a price; at a price where two are equal, the one with more or with less cash. */
function choiceAt(steps: readonly EnvelopeStep[], price: number, side: 'less' | 'more'): Choice {
  const index = steps.findLastIndex(({ from }, position) => position === 0 || (side === 'more' ? from <= price : from < price));
  return steps[index]?.choice ?? null;
}

type Totals = { readonly gain: number; readonly cash: number };

function totalsOf(choices: readonly Choice[]): Totals {
  return choices.reduce<Totals>(({ gain, cash }, choice) => ({ gain: gain + (choice?.expectedGain ?? 0), cash: cash + cashOf(choice) }), { gain: 0, cash: 0 });
}

function worth({ gain, cash }: Totals, { premiumPerDay, capacity }: Backlog): number {
  return gain + premiumPerDay * Math.min(capacity, cash);
}

/** Passes over the deals are bounded; each takes every single exchange that improves the plan, so few are needed. */
const MAX_PASSES = 20;

/** Exchanges single deals while that improves the plan. */
function improve(choices: Choice[], deals: readonly PlanDeal[], backlog: Backlog): Totals {
  let totals = totalsOf(choices);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    let improved = false;
    for (let index = 0; index < deals.length; index += 1) {
      const current = choices[index] ?? null;
      const others = { gain: totals.gain - (current?.expectedGain ?? 0), cash: totals.cash - cashOf(current) };
      let best: { choice: Choice; totals: Totals } = { choice: current, totals };
      for (const choice of [null, ...(deals[index]?.options ?? [])]) {
        const changed = { gain: others.gain + (choice?.expectedGain ?? 0), cash: others.cash + cashOf(choice) };
        if (worth(changed, backlog) > worth(best.totals, backlog) + 1e-9) best = { choice, totals: changed };
      }
      if (best.choice !== current) {
        choices[index] = best.choice;
        totals = best.totals;
        improved = true;
      }
    }
    if (!improved) break;
  }
  return totals;
}

function planned(id: string, choice: Choice): PlannedDeal {
  if (choice === null) return { id, packageId: null, discount: 0, acceptance: 0, sellerGain: 0, cashDays: 0 };
  const { packageId, discount, acceptance, sellerGain, cashDays } = choice;
  return { id, packageId, discount, acceptance, sellerGain, cashDays };
}

/** Deals in order of work: most worth first at the price of cash, ties as they came; deals left as they are last. */
function inOrderOfWork(deals: readonly PlanDeal[], choices: readonly Choice[], price: number): PlannedDeal[] {
  const value = (choice: Choice): number => (choice === null ? -Infinity : choice.expectedGain + price * choice.expectedCashDays);
  return deals
    .map(({ id }, index) => ({ deal: planned(id, choices[index] ?? null), value: value(choices[index] ?? null) }))
    .sort((one, other) => (one.value === other.value ? 0 : other.value - one.value))
    .map(({ deal }) => deal);
}

/**
 * Chooses which deals to trade and how, so that the cash they release finances the backlog (model section 11).
 * Lagrangian relaxation of the one shared constraint; the bound's minimum is found exactly, since it is piecewise linear in
 * the price, and plans from the choices on both sides of it are improved by single exchanges.
 *
 * @param deals - in input order, all in one currency
 * @param policy - money in that currency
 * @source Lagrangian relaxation: Fisher 1981, Management Science 27(1); capital rationing: Weingartner
 */
export function planLiquidity(deals: readonly PlanDeal[], policy: Policy): LiquidityPlan {
  const backlog = backlogOf(policy);
  const envelopes = deals.map(({ options }) => envelope(options));
  const price = bestPrice(envelopes, backlog);
  const candidates = (['less', 'more'] as const).map((side) => {
    const choices = envelopes.map((steps) => choiceAt(steps, price, side));
    return { choices, totals: improve(choices, deals, backlog) };
  });
  const best = candidates.reduce((one, other) => (worth(other.totals, backlog) > worth(one.totals, backlog) ? other : one));
  const bound = envelopes.reduce((sum, steps) => {
    const choice = choiceAt(steps, price, 'more');
    return sum + (choice?.expectedGain ?? 0) + price * cashOf(choice);
  }, (backlog.premiumPerDay - price) * backlog.capacity);

  const { cycleDays, unfundedCost } = policy.backlog;
  const objective = worth(best.totals, backlog);
  const backlogFunded = backlog.capacity === 0 ? 0 : Math.min(1, best.totals.cash / backlog.capacity);
  return {
    objective, bound, gap: bound - objective,
    priceOfCash: (1 + (backlog.bankRatePerDay + price) * cycleDays) ** (365 / cycleDays) - 1,
    backlogFunded,
    expectedExtraMargin: backlogFunded * unfundedCost * backlogReturn(policy.backlog),
    deals: inOrderOfWork(deals, best.choices, price),
  };
}
