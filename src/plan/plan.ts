import type { Policy } from '../policy/index.ts';
import { backlogReturn } from '../scoring/cost-of-cash.ts';
import { annualPrice, backlogOf, worth } from './backlog.ts';
import type { Backlog, Totals } from './backlog.ts';
import type { Choice, EnvelopeStep } from './envelope.ts';
import { cashOf, envelope, gainOf } from './envelope.ts';
import type { PlanOption } from './options.ts';
import { searchPlan } from './search.ts';
import { undominated } from './undominated.ts';

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

/** The price from 0 to `premiumPerDay` that minimises the bound: where the cash of the best choices first meets what the backlog can use. */
function bestPrice(envelopes: readonly (readonly EnvelopeStep[])[], { premiumPerDay, capacity }: Backlog): number {
  let cash = envelopes.reduce((sum, [first]) => sum + cashOf(first?.choice ?? null), 0);
  if (cash >= capacity) return 0;
  const rises = envelopes.flatMap((steps) =>
    steps
      .slice(1)
      .map(({ from, choice }, index) => ({ from, more: cashOf(choice) - cashOf(steps[index]?.choice ?? null) })),
  );
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
  const index = steps.findLastIndex(
    ({ from }, position) => position === 0 || (side === 'more' ? from <= price : from < price),
  );
  return steps[index]?.choice ?? null;
}

function totalsOf(choices: readonly Choice[]): Totals {
  return choices.reduce<Totals>(
    ({ gain, cash }, choice) => ({ gain: gain + gainOf(choice), cash: cash + cashOf(choice) }),
    { gain: 0, cash: 0 },
  );
}

/** Passes over the deals are bounded; each takes every single exchange that improves the plan, so few are needed. */
const MAX_PASSES = 20;

/** Exchanges single deals while that improves the plan. */
function improve(choices: Choice[], possible: readonly (readonly Choice[])[], backlog: Backlog): Totals {
  let totals = totalsOf(choices);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    let improved = false;
    for (let index = 0; index < possible.length; index += 1) {
      const current = choices[index] ?? null;
      const others = { gain: totals.gain - gainOf(current), cash: totals.cash - cashOf(current) };
      let best = current;
      let most = worth(totals, backlog);
      for (const choice of possible[index] ?? []) {
        const changed =
          others.gain +
          gainOf(choice) +
          backlog.premiumPerDay * Math.min(backlog.capacity, others.cash + cashOf(choice));
        if (changed > most + 1e-9) {
          best = choice;
          most = changed;
        }
      }
      if (best !== current) {
        choices[index] = best;
        totals = { gain: others.gain + gainOf(best), cash: others.cash + cashOf(best) };
        improved = true;
      }
    }
    if (!improved) break;
  }
  return totals;
}

/** A plan this near its bound, as a fraction of it, is not worth a search: many deals get here by exchanges alone. */
const NEAR = 1e-3;

/** A better plan than `near`, if it leaves room for one and a search finds it. */
function closer(
  near: readonly Choice[],
  possible: readonly (readonly Choice[])[],
  {
    backlog,
    price,
    bound,
    bounds,
  }: { readonly backlog: Backlog; readonly price: number; readonly bound: number; readonly bounds: readonly number[] },
): readonly Choice[] {
  const known = worth(totalsOf(near), backlog);
  if (bound - known <= NEAR * bound) return near;
  const searched = possible.map((choices, index) => ({ choices, bound: bounds[index] ?? 0 }));
  return searchPlan(searched, backlog, price, known) ?? near;
}

function planned(id: string, choice: Choice): PlannedDeal {
  if (choice === null) return { id, packageId: null, discount: 0, acceptance: 0, sellerGain: 0, cashDays: 0 };
  const { packageId, discount, acceptance, sellerGain, cashDays } = choice;
  return { id, packageId, discount, acceptance, sellerGain, cashDays };
}

/** Deals in order of work: most worth first at the price of cash, ties as they came; deals left as they are last. */
function inOrderOfWork(deals: readonly PlanDeal[], choices: readonly Choice[], price: number): PlannedDeal[] {
  const value = (choice: Choice): number =>
    choice === null ? -Infinity : choice.expectedGain + price * choice.expectedCashDays;
  return deals
    .map(({ id }, index) => ({ deal: planned(id, choices[index] ?? null), value: value(choices[index] ?? null) }))
    .sort((one, other) => (one.value === other.value ? 0 : other.value - one.value))
    .map(({ deal }) => deal);
}

/**
 * Chooses which deals to trade and how, so that the cash they release finances the backlog (model section 11).
 * Lagrangian relaxation of the one shared constraint; the bound's minimum is found exactly, since it is piecewise linear in
 * the price, and plans from the choices on both sides of it are improved by single exchanges and, where they stay away from
 * the bound, by a search.
 *
 * @param deals - in input order, all in one currency
 * @param policy - money in that currency
 * @source Lagrangian relaxation: Fisher 1981, Management Science 27(1); capital rationing: Weingartner
 */
export function planLiquidity(deals: readonly PlanDeal[], policy: Policy): LiquidityPlan {
  const backlog = backlogOf(policy);
  const possible = deals.map(({ options }) => undominated([null, ...options]));
  const envelopes = possible.map(envelope);
  const price = bestPrice(envelopes, backlog);
  const candidates = (['less', 'more'] as const).map((side) => {
    const choices = envelopes.map((steps) => choiceAt(steps, price, side));
    return { choices, totals: improve(choices, possible, backlog) };
  });
  const near = candidates.reduce((one, other) =>
    worth(other.totals, backlog) > worth(one.totals, backlog) ? other : one,
  );
  const bounds = envelopes.map((steps) => {
    const choice = choiceAt(steps, price, 'more');
    return gainOf(choice) + price * cashOf(choice);
  });
  const bound = bounds.reduce((sum, one) => sum + one, (backlog.premiumPerDay - price) * backlog.capacity);
  const choices = closer(near.choices, possible, { backlog, price, bound, bounds });

  const { cycleDays, unfundedCost } = policy.backlog;
  const totals = totalsOf(choices);
  const objective = worth(totals, backlog);
  const backlogFunded = backlog.capacity === 0 ? 0 : Math.min(1, totals.cash / backlog.capacity);
  return {
    objective,
    bound,
    gap: bound - objective,
    priceOfCash: annualPrice(backlog, price, cycleDays),
    backlogFunded,
    expectedExtraMargin: backlogFunded * unfundedCost * backlogReturn(policy.backlog),
    deals: inOrderOfWork(deals, choices, price),
  };
}
