import type { Field } from './bands.ts';
import { fields } from './bands.ts';
import { discountSteps } from './discount-grid.ts';
import type { CustomerSide, LinearGain } from './gains.ts';
import { customerGainOf, customerSideOf, gainAt, sellerGainOf } from './gains.ts';
import type { Package } from './packages.ts';
import type { ResponseCurve } from './response.ts';
import { agreementChance } from './response.ts';
import type { Situation } from './situation.ts';
import type { Beliefs } from './uncertainty.ts';
import { centreOf } from './uncertainty.ts';

/** Gains within this fraction of the amount are the same (model section 7). */
export const SAME_GAIN = 1e-9;

/** A package at one discount of its grid. */
export type Bargain = {
  readonly discount: number;
  readonly sellerGain: number;
  /** Chance of a yes over all beliefs. */
  readonly acceptance: number;
  /** Expected Nash product, money (model section 7). */
  readonly nashValue: number;
  /** Customer's gain at the centre. */
  readonly customerGain: number;
  /** Chance of a yes joint with each value of each uncertain field; each sums to `acceptance`. */
  readonly joint: { readonly [F in Field]: readonly number[] };
};

/** A package with everything that can be bargained over it. */
export type Evaluation = {
  readonly package: Package;
  readonly seller: LinearGain;
  readonly customerAtCentre: LinearGain;
  /** Bargains from the lowest discount (highest premium) up. */
  readonly bargains: readonly Bargain[];
};

/** How a gain is rooted in the Nash product: β and 1 − β for customer and seller. */
function power(base: number, exponent: number): number {
  return exponent === 0.5 ? Math.sqrt(Math.max(0, base)) : Math.max(0, base) ** exponent;
}

/** One kind of customer the beliefs allow: how it gains, how likely it is, and which value of each field it has. */
type Node = { readonly gain: LinearGain; readonly weight: number; readonly at: readonly [number, number, number] };

/** Every combination of values (model section 6); those of weight 0 count nothing. */
function nodesOf(side: CustomerSide, { cashPosition, termsImportance, urgency }: Beliefs): Node[] {
  return cashPosition.values.flatMap((annualRate, i) => {
    const { price, dearer } = side.priceAt(annualRate);
    const priced: CustomerSide = { ...side, priceAt: () => ({ price, dearer }) };
    return termsImportance.values.flatMap((termsWeight, j) =>
      urgency.values.flatMap((lossPerDay, k) => {
        const weight = (cashPosition.weights[i] ?? 0) * (termsImportance.weights[j] ?? 0) * (urgency.weights[k] ?? 0);
        return weight === 0 ? [] : [{ gain: customerGainOf(priced, { annualRate, termsWeight, lossPerDay }), weight, at: [i, j, k] as const }];
      }));
  });
}

/** The curve of a customer's response on a deal of this amount. */
export function responseCurve({ policy, amount }: Situation): ResponseCurve {
  return { materialGain: policy.materialGain.customer * amount, noise: policy.responseNoise * amount, tolerance: SAME_GAIN * amount };
}

/**
 * Works out a package at each discount of its grid that `keep` lets through (model sections 5 to 7).
 *
 * @param keep - told the discount's gain to the seller, money
 */
export function evaluate(one: Package, situation: Situation, beliefs: Beliefs, keep: (sellerGain: number) => boolean): Evaluation {
  const seller = sellerGainOf(one, situation);
  const side = customerSideOf(one, situation);
  const customerAtCentre = customerGainOf(side, centreOf(beliefs));
  const { first, last } = discountSteps(one, situation);
  const step = situation.policy.discount.step;
  const discounts: number[] = [];
  for (let index = first; index <= last; index += 1) if (keep(gainAt(seller, index * step))) discounts.push(index * step);
  if (discounts.length === 0) return { package: one, seller, customerAtCentre, bargains: [] };
  const nodes = nodesOf(side, beliefs);
  return { package: one, seller, customerAtCentre, bargains: discounts.map((discount) => bargainAt(discount, seller, customerAtCentre, nodes, situation, beliefs)) };
}

function bargainAt(discount: number, seller: LinearGain, customerAtCentre: LinearGain, nodes: readonly Node[], situation: Situation, beliefs: Beliefs): Bargain {
  const curve = responseCurve(situation);
  const customerPower = situation.policy.customerBargainingPower;
  const sellerGain = gainAt(seller, discount);
  const joint = fields.map((field) => new Array<number>(beliefs[field].values.length).fill(0)) as [number[], number[], number[]];
  let acceptance = 0;
  let rooted = 0;
  for (const node of nodes) {
    const gain = gainAt(node.gain, discount);
    const agreed = node.weight * agreementChance(gain, curve);
    acceptance += agreed;
    rooted += agreed * power(gain, customerPower);
    for (let field = 0; field < 3; field += 1) {
      const row = joint[field as 0 | 1 | 2];
      const at = node.at[field as 0 | 1 | 2];
      row[at] = (row[at] ?? 0) + agreed;
    }
  }
  return {
    discount, sellerGain, acceptance,
    nashValue: power(sellerGain, 1 - customerPower) * rooted,
    customerGain: gainAt(customerAtCentre, discount),
    joint: { cashPosition: joint[0], termsImportance: joint[1], urgency: joint[2] },
  };
}
