import type { CustomerSide } from './gains.ts';
import type { ResponseCurve } from './response.ts';
import { agreementChance } from './response.ts';
import type { Belief, Beliefs } from './uncertainty.ts';

/** Beyond this exponent e^x leaves the range of a number, and a progression through it would not come back. */
const SAFE_EXPONENT = 600;

/**
 * How all the customers the beliefs allow respond to a package, at each of a row of discounts. `joint.<field>[d * n + k]` is the
 * chance of a yes joint with value k of the n values of that field; over k it sums to `acceptance[d]`.
 */
export type AcceptanceTable = {
  readonly acceptance: Float64Array;
  /** Chance of a yes times the customer's gain to the power of its bargaining power. */
  readonly rootedGain: Float64Array;
  readonly joint: { readonly cashPosition: Float64Array; readonly termsImportance: Float64Array; readonly urgency: Float64Array };
};

/** A row of discounts: `(firstStep + d) · step` for d from 0 to `count` − 1. */
export type DiscountRow = { readonly firstStep: number; readonly step: number; readonly count: number };

/** A belief that does not matter for a package: one value stands for all, and the chance is shared out by weight. */
const INDIFFERENT: Belief = { values: [1], weights: [1], centre: 1 };

function rooted(gain: number, power: number): number {
  if (gain <= 0) return power === 0 ? 1 : 0;
  return power === 0.5 ? Math.sqrt(gain) : gain ** power;
}

function shareOut(acceptance: Float64Array, weights: readonly number[]): Float64Array {
  const shared = new Float64Array(acceptance.length * weights.length);
  for (let d = 0; d < acceptance.length; d += 1) weights.forEach((weight, k) => (shared[d * weights.length + k] = (acceptance[d] as number) * weight));
  return shared;
}

/**
 * Fills the table (model sections 6 and 7). Written for speed, and checked against the plain transcription of the model:
 * - along the discounts the exponential of the logit is a geometric progression, so it is multiplied on, not computed again;
 * - a field the package does not touch (urgency without speed, importance of terms without shorter terms) is not summed over.
 *
 * @param power - the customer's bargaining power, 0 to 1
 */
export function acceptanceTable(side: CustomerSide, beliefs: Beliefs, row: DiscountRow, curve: ResponseCurve, power: number): AcceptanceTable {
  const { count } = row;
  const acceptance = new Float64Array(count);
  const rootedGain = new Float64Array(count);
  const prices = beliefs.cashPosition.values.map((annualRate) => side.priceAt(annualRate));
  const weighsTerms = side.shorter && prices.some(({ dearer }) => dearer > 0);
  const terms = weighsTerms ? beliefs.termsImportance : INDIFFERENT;
  const speed = side.latenessAvoided !== 0 ? beliefs.urgency : INDIFFERENT;
  const rates = beliefs.cashPosition.weights.length;
  const [nTerms, nSpeed] = [terms.weights.length, speed.weights.length];
  const [byRate, byTerms, bySpeed] = [new Float64Array(count * rates), new Float64Array(count * nTerms), new Float64Array(count * nSpeed)];

  for (let i = 0; i < rates; i += 1) {
    const { price, dearer } = prices[i] as { price: number; dearer: number };
    const ratio = Math.exp((-price * row.step) / curve.noise);
    for (let j = 0; j < nTerms; j += 1) {
      const weightIJ = (beliefs.cashPosition.weights[i] as number) * (terms.weights[j] as number);
      const termsCost = (dearer > 0 && side.shorter ? (terms.values[j] as number) : 1) * dearer;
      for (let k = 0; k < nSpeed; k += 1) {
        const weight = weightIJ * (speed.weights[k] as number);
        if (weight === 0) continue;
        const base = -termsCost + (speed === INDIFFERENT ? 0 : (speed.values[k] as number) * side.latenessAvoided) - side.fixedCost;
        const start = -(base + price * row.firstStep * row.step - curve.materialGain) / curve.noise;
        const progresses = Math.abs(start) < SAFE_EXPONENT && Math.abs(start - (price * row.step * count) / curve.noise) < SAFE_EXPONENT;
        let odds = progresses ? Math.exp(start) : 0;
        for (let d = 0; d < count; d += 1) {
          const gain = base + price * ((row.firstStep + d) * row.step);
          const agreed = weight * (progresses ? 1 / (1 + odds) : agreementChance(gain, curve));
          odds *= ratio;
          (rootedGain[d] as number) += agreed * rooted(gain, power);
          (byRate[d * rates + i] as number) += agreed;
          (byTerms[d * nTerms + j] as number) += agreed;
          (bySpeed[d * nSpeed + k] as number) += agreed;
        }
      }
    }
  }
  for (let d = 0; d < count; d += 1) for (let i = 0; i < rates; i += 1) (acceptance[d] as number) += byRate[d * rates + i] as number;
  return {
    acceptance, rootedGain,
    joint: {
      cashPosition: byRate,
      termsImportance: weighsTerms ? byTerms : shareOut(acceptance, beliefs.termsImportance.weights),
      urgency: speed === INDIFFERENT ? shareOut(acceptance, beliefs.urgency.weights) : bySpeed,
    },
  };
}
