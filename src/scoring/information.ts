import type { Field } from './bands.ts';
import { fields } from './bands.ts';
import type { Bargain, Evaluation } from './evaluation.ts';
import { SAME_GAIN } from './evaluation.ts';
import type { Situation } from './situation.ts';
import type { Beliefs } from './uncertainty.ts';

/** What learning each field is worth before offering, money (model section 7). */
export type ValueOfInformation = { readonly [F in Field]: number };

/**
 * Expected gain of the best single offer that could be made now: the seller's gain times the chance of a yes, 0 if no
 * offer gains (model section 7, best over all nodes).
 */
export function expectedGain(evaluations: readonly Evaluation[]): number {
  let best = 0;
  for (const { bargains } of evaluations) for (const { acceptance, sellerGain } of bargains) best = Math.max(best, acceptance * sellerGain);
  return best;
}

/** The same, for each value of a field when that value is known. */
function expectedGainByValue(evaluations: readonly Evaluation[], beliefs: Beliefs, field: Field): number[] {
  const { weights } = beliefs[field];
  const best = weights.map(() => 0);
  for (const { bargains, joint } of evaluations) {
    const agreed = joint[field];
    for (let d = 0; d < bargains.length; d += 1) {
      const { sellerGain } = bargains[d] as Bargain;
      for (let value = 0; value < weights.length; value += 1) {
        const weight = weights[value] as number;
        if (weight > 0) best[value] = Math.max(best[value] as number, ((agreed[d * weights.length + value] as number) * sellerGain) / weight);
      }
    }
  }
  return best;
}

/**
 * Expected value of partial perfect information of each field (model section 7).
 *
 * @returns money; for an unknown field the worth of learning its band
 * @source EVPPI: Raiffa and Schlaifer 1961, Applied Statistical Decision Theory
 */
export function valueOfInformation(evaluations: readonly Evaluation[], beliefs: Beliefs): ValueOfInformation {
  const now = expectedGain(evaluations);
  const worth = (field: Field): number =>
    expectedGainByValue(evaluations, beliefs, field).reduce((sum, gain, value) => sum + gain * (beliefs[field].weights[value] ?? 0), 0) - now;
  return { cashPosition: worth('cashPosition'), termsImportance: worth('termsImportance'), urgency: worth('urgency') };
}

/** The unknown field most worth asking for, or null when none is worth anything; a later field must be better beyond rounding. */
export function nextQuestion(value: ValueOfInformation, { answers, amount }: Situation): Field | null {
  let best: Field | null = null;
  for (const field of fields) {
    if (answers[field] === null && value[field] > (best === null ? 0 : value[best]) + SAME_GAIN * amount) best = field;
  }
  return best;
}
