import type { Field } from './bands.ts';
import { fields } from './bands.ts';
import type { Evaluation } from './evaluation.ts';
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
  return highest(evaluations, ({ table: { data, at } }) => data[at.expectedGain] as number);
}

/** The same when a value of a field is known. */
function expectedGainWhen(evaluations: readonly Evaluation[], field: Field, value: number): number {
  return highest(evaluations, ({ table: { data, at } }) => data[at[field] + value] as number);
}

function highest(evaluations: readonly Evaluation[], gain: (evaluation: Evaluation) => number): number {
  let best = 0;
  for (const evaluation of evaluations) best = Math.max(best, gain(evaluation));
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
    beliefs[field].weights.reduce(
      (sum, weight, value) => sum + weight * expectedGainWhen(evaluations, field, value),
      0,
    ) - now;
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
