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

/** Room for a package's gains, used again for each. */
let room = new Float64Array(64);

function gainsOf(bargains: readonly Bargain[]): Float64Array {
  if (room.length < bargains.length) room = new Float64Array(bargains.length);
  for (let d = 0; d < bargains.length; d += 1) room[d] = (bargains[d] as Bargain).sellerGain;
  return room;
}

/** The same, for each value of a field when that value is known. */
function expectedGainByValue(evaluations: readonly Evaluation[], beliefs: Beliefs, field: Field): number[] {
  const { weights } = beliefs[field];
  const best = weights.map(() => 0);
  for (const { bargains, table: { data, count, at } } of evaluations) {
    if (bargains.length === 0) continue;
    const gains = gainsOf(bargains);
    for (let value = 0; value < weights.length; value += 1) {
      const weight = weights[value] as number;
      // Gains fall with the discount and nothing is more than certain: past this one none can be better.
      const enough = best[value] as number;
      let most = enough * weight;
      const from = at[field] + value * count;
      for (let d = 0; d < count && (gains[d] as number) > enough; d += 1) {
        const expected = (data[from + d] as number) * (gains[d] as number);
        if (expected > most) most = expected;
      }
      if (weight > 0) best[value] = most / weight;
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
