import type { Policy } from '../policy/index.ts';
import { annualPrice, backlogOf } from './backlog.ts';
import { cashOf, envelope } from './envelope.ts';
import type { PlanDeal } from './plan.ts';
import { undominated } from './undominated.ts';

/** A point of the supply of cash: at this price of cash, this much is worth releasing. */
export type SupplyPoint = {
  /** Expected, for one backlog cycle: currency-days over the cycle's days. Home currency. */
  readonly cash: number;
  /** Effective annual. */
  readonly priceOfCash: number;
};

/**
 * What cash a pipeline gives at which price: trades in the order in which a rising price of cash makes them worth it, from
 * the bank's rate to what the backlog earns.
 *
 * @returns at least one point; both figures never fall
 */
export function supplyCurve(deals: readonly PlanDeal[], policy: Policy): SupplyPoint[] {
  const backlog = backlogOf(policy);
  const { cycleDays } = policy.backlog;
  const envelopes = deals.map(({ options }) => envelope(undominated([null, ...options])));
  let cash = envelopes.reduce((sum, [first]) => sum + cashOf(first?.choice ?? null), 0);
  const rises = envelopes
    .flatMap((steps) =>
      steps
        .slice(1)
        .map(({ from, choice }, index) => ({ from, more: cashOf(choice) - cashOf(steps[index]?.choice ?? null) })),
    )
    .filter(({ from }) => from <= backlog.premiumPerDay)
    .sort((one, other) => one.from - other.from);
  const points = [{ cash: cash / cycleDays, priceOfCash: annualPrice(backlog, 0, cycleDays) }];
  for (const { from, more } of rises) {
    cash += more;
    points.push({ cash: cash / cycleDays, priceOfCash: annualPrice(backlog, from, cycleDays) });
  }
  return points;
}
