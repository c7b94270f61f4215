import { leastMaterialGain, responseCurve } from './evaluation.ts';
import { customerGainOf, customerSideOf, gainAt, sellerGainOf } from './gains.ts';
import type { ResolvedInput } from './input.ts';
import { agreementAtNode, meanOverNodes } from './nodes.ts';
import { listPackages } from './packages.ts';
import type { Position } from './position.ts';
import { positionWith } from './position.ts';
import { readSituation } from './situation.ts';
import { sellerPresentValue } from './discounting.ts';
import { beliefsOf, centreOf } from './uncertainty.ts';

/** A package at one discount, on the grid or not. Money in the deal's currency. */
export type BargainAt = {
  /** Chance of a yes over all beliefs. */
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
 * What a package comes to at any discount (model sections 5 to 8).
 *
 * @param packageId - `paymentOption/daysSaved/forecast|none`
 * @param discount - fraction; negative is a premium
 * @returns null when the deal has no such package: one side ruled it out
 */
export function bargainAt(input: ResolvedInput, packageId: string, discount: number): BargainAt | null {
  const situation = readSituation(input);
  const one = listPackages(situation).find(({ id }) => id === packageId);
  if (one === undefined) return null;
  const beliefs = beliefsOf(situation);
  const side = customerSideOf(one, situation);
  const sellerGain = gainAt(sellerGainOf(one, situation), discount);
  const { amount, sellerRate, defaultHazard, plan, leadTimeDays, daysBeyondTerms } = situation;
  return {
    acceptance: meanOverNodes(beliefs, agreementAtNode(side, beliefs, discount, responseCurve(situation))),
    sellerGain,
    customerGain: gainAt(customerGainOf(side, centreOf(beliefs)), discount),
    isMaterial: sellerGain >= leastMaterialGain(situation),
    costOfCash: sellerRate,
    valueToday: amount * sellerPresentValue(sellerRate, defaultHazard, plan, { leadTimeDays, daysBeyondTerms }),
    expediteCost: one.expediteCost,
    forecastSaving: one.forecastSaving,
    after: positionWith(one, discount, situation),
  };
}
