import type { CustomerSide } from './gains.ts';
import { customerGainAtPrice, gainAt } from './gains.ts';
import type { ResponseCurve } from './response.ts';
import { agreementChance } from './response.ts';
import type { Beliefs } from './uncertainty.ts';

/** Something that differs from node to node: by the place of the node's annual rate among the rate's values, and its other two values (model section 6). */
export type OfNode = (rateIndex: number, termsWeight: number, lossPerDay: number) => number;

/** Mean over all nodes, each by its weight. */
export function meanOverNodes({ cashPosition, termsImportance, urgency }: Beliefs, ofNode: OfNode): number {
  let mean = 0;
  cashPosition.weights.forEach((rateWeight, rateIndex) => {
    termsImportance.values.forEach((termsWeight, j) => {
      urgency.values.forEach((lossPerDay, k) => {
        mean +=
          rateWeight *
          (termsImportance.weights[j] ?? 0) *
          (urgency.weights[k] ?? 0) *
          ofNode(rateIndex, termsWeight, lossPerDay);
      });
    });
  });
  return mean;
}

/** Chance that the customer of a node agrees to a package at a discount (model section 7, q). Present values, which depend on the rate alone, are worked out once for each. */
export function agreementAtNode(
  side: CustomerSide,
  { cashPosition }: Beliefs,
  discount: number,
  curve: ResponseCurve,
): OfNode {
  const prices = cashPosition.values.map((annualRate) => side.priceAt(annualRate));
  return (rateIndex, termsWeight, lossPerDay) =>
    agreementChance(
      gainAt(
        customerGainAtPrice(side, prices[rateIndex] as (typeof prices)[number], { termsWeight, lossPerDay }),
        discount,
      ),
      curve,
    );
}
