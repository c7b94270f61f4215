import { chancesOfYes, customersOf } from './customers.ts';
import { costOfCashAt } from './cost-of-cash.ts';
import { sellerPresentValue } from './discounting.ts';
import { customerGainOf, customerSideOf, gainAt, sellerSideOf } from './gains.ts';
import type { ResolvedInput } from './input.ts';
import { listPackages } from './packages.ts';
import type { Position } from './position.ts';
import { positionWith } from './position.ts';
import { isMaterial, isRefused } from './prospect.ts';
import { readSituation } from './situation.ts';
import { standingsOf } from './standing.ts';
import type { Standing } from './standing.ts';
import { SAME_DISCOUNT } from '../vocabulary/tolerance.ts';

/** A package at one discount, on the grid or not. Money in the deal's currency. */
export type BargainAt = {
  /** Chance of a yes over all beliefs, or what the customer already said. */
  readonly acceptance: number;
  readonly sellerGain: number;
  /** At the centre of the beliefs. */
  readonly customerGain: number;
  /** Whether our gain is one we would bother for. */
  readonly isMaterial: boolean;
  /** Our annual cost of cash. */
  readonly costOfCash: number;
  /** Present value to us of today's terms, price and payment alone. */
  readonly valueToday: number;
  readonly expediteCost: number;
  readonly forecastSaving: number;
  readonly after: Position;
};

/**
 * What a package comes to at any discount (docs/model.md sections 5 to 8).
 *
 * @param packageId - `paymentOption/daysSaved/forecast|none`
 * @param discount - fraction; negative is a premium
 * @returns null when the deal has no such package: one side ruled it out
 */
export function bargainAt(input: ResolvedInput, packageId: string, discount: number): BargainAt | null {
  const situation = readSituation(input);
  const packages = listPackages(situation);
  const place = packages.findIndex(({ id }) => id === packageId);
  const [one, standing] = [packages[place], standingsOf(packages, situation)[place]];
  if (one === undefined || standing === undefined) return null;
  const customers = customersOf(situation);
  const side = customerSideOf(one, situation);
  const cost = costOfCashAt(situation.sellerRate, situation.policy);
  const sellerGain = gainAt(sellerSideOf(one, situation)(cost), discount);
  const { amount, receipts, sellerRate } = situation;
  const chances = chancesOfYes(side, discount, customers, situation);
  const acceptance = chances.reduce((sum, chance, n) => sum + chance * (customers.open[n] ?? 0), 0);
  return {
    acceptance: standingChance(standing, discount) ?? Math.min(1, acceptance),
    sellerGain,
    customerGain: gainAt(customerGainOf(side, side.priceAt(customers.centreForce), customers.centre), discount),
    isMaterial: isMaterial(sellerGain, situation),
    costOfCash: sellerRate,
    valueToday: amount * sellerPresentValue(receipts, cost),
    expediteCost: one.expediteCost,
    forecastSaving: one.forecastSaving,
    after: positionWith(one, discount, situation),
  };
}

/** What an answer to the package settles: 1 for agreed, 0 for refused; null where it settles nothing (docs/model.md section 7, an answer stands). */
function standingChance(standing: Standing, discount: number): number | null {
  if (isRefused(standing, discount)) return 0;
  return standing.agreed !== null && discount >= standing.agreed - SAME_DISCOUNT ? 1 : null;
}
