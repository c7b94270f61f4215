import type { AcceptanceTable, DiscountRow } from './acceptance-table.ts';
import { acceptanceTable } from './acceptance-table.ts';
import { discountSteps } from './discount-grid.ts';
import type { LinearGain } from './gains.ts';
import { customerGainOf, customerSideOf, gainAt, sellerGainOf } from './gains.ts';
import type { Package } from './packages.ts';
import type { ResponseCurve } from './response.ts';
import type { Situation } from './situation.ts';
import type { Beliefs } from './uncertainty.ts';
import { centreOf } from './uncertainty.ts';

/** Gains within this fraction of the amount are the same (model section 7). */
export const SAME_GAIN = 1e-9;

/** A package at one discount of its grid; gains in money. */
export type Bargain = {
  readonly discount: number;
  readonly sellerGain: number;
  /** Chance of a yes over all beliefs. */
  readonly acceptance: number;
  /** Expected Nash product (model section 7); 0 where no fair offer can be, and throughout when all discounts are kept. */
  readonly nashValue: number;
  /** Customer's gain at the centre. */
  readonly customerGain: number;
};

/** A package with everything that can be bargained over it. */
export type Evaluation = {
  readonly package: Package;
  readonly seller: LinearGain;
  readonly customerAtCentre: LinearGain;
  readonly power: number;
  /** The kept discounts, from the lowest (the highest premium) up, and how customers respond to them. */
  readonly row: DiscountRow;
  readonly table: AcceptanceTable;
};

/** The curve of a customer's response on a deal of this amount. */
export function responseCurve({ policy, amount }: Pick<Situation, 'policy' | 'amount'>): ResponseCurve {
  return {
    materialGain: policy.materialGain.customer * amount,
    noise: policy.responseNoise * amount,
    tolerance: SAME_GAIN * amount,
  };
}

/** Least gain the seller would bother for, money: what makes a discount material (model section 7). */
export function leastMaterialGain({ policy, amount }: Situation): number {
  return policy.materialGain.seller * amount - SAME_GAIN * amount;
}

/**
 * Which discounts of the grid are kept: those that gain the seller materially, or those not against the customer at the centre.
 * The seller's gain falls with the discount and the customer's rises, so these are the lower and the upper part of the grid.
 */
export type Keep = 'material' | 'acceptable';

/** Works out a package at each kept discount of its grid (model sections 5 to 7). */
export function evaluate(one: Package, situation: Situation, beliefs: Beliefs, keep: Keep): Evaluation {
  const { policy, amount } = situation;
  const seller = sellerGainOf(one, situation);
  const side = customerSideOf(one, situation);
  const customerAtCentre = customerGainOf(side, centreOf(beliefs));
  const steps = discountSteps(one, situation);
  const step = policy.discount.step;
  let fairFrom = steps.first;
  while (fairFrom <= steps.last && gainAt(customerAtCentre, fairFrom * step) < -SAME_GAIN * amount) fairFrom += 1;
  const first = keep === 'acceptable' ? fairFrom : steps.first;
  let count = Math.max(0, steps.last - first + 1);
  if (keep === 'material') {
    count = 0;
    while (first + count <= steps.last && gainAt(seller, (first + count) * step) >= leastMaterialGain(situation))
      count += 1;
  }

  const power = policy.customerBargainingPower;
  // A fair offer is material and not against the customer.
  const rootFrom = keep === 'acceptable' ? count : Math.min(count, fairFrom - first);
  const row = { firstStep: first, step, count };
  return {
    package: one,
    seller,
    customerAtCentre,
    power,
    row,
    table: acceptanceTable(side, seller, beliefs, row, responseCurve(situation), power, rootFrom),
  };
}

/** The bargain at a place of the row. */
export function bargainIn(
  { seller, customerAtCentre, power, row, table: { data, at } }: Evaluation,
  place: number,
): Bargain {
  const discount = (row.firstStep + place) * row.step;
  const sellerGain = gainAt(seller, discount);
  const rootedGain = data[at.rootedGain + place] as number;
  return {
    discount,
    sellerGain,
    acceptance: data[at.acceptance + place] as number,
    customerGain: gainAt(customerAtCentre, discount),
    nashValue: rootedGain === 0 ? 0 : Math.max(0, sellerGain) ** (1 - power) * rootedGain,
  };
}
