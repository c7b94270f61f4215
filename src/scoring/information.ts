import type { Field } from '../vocabulary/bands.ts';
import { fields } from '../vocabulary/bands.ts';
import type { Customers } from './customers.ts';
import type { Stakes } from './evaluation.ts';
import type { Situation } from './situation.ts';
import { isKnown } from './situation.ts';
import { SAME_GAIN } from '../vocabulary/tolerance.ts';

/** What learning each field is worth before offering, money (docs/model.md section 7). */
export type ValueOfInformation = { readonly [F in Field]: number };

/** How likely each value of each field is, open and closed. */
export function weightsByValue({ beliefs, open, closed }: Customers): Stakes['weights'] {
  const nTerms = beliefs.termsImportance.values.length;
  const nSpeed = beliefs.urgency.values.length;
  const by = {
    cashPosition: beliefs.cashPosition.values.map(() => 0),
    termsImportance: beliefs.termsImportance.values.map(() => 0),
    urgency: beliefs.urgency.values.map(() => 0),
  };
  open.forEach((weight, n) => {
    const all = weight + (closed[n] ?? 0);
    const i = Math.floor(n / (nTerms * nSpeed));
    const j = Math.floor(n / nSpeed) % nTerms;
    const k = n % nSpeed;
    by.cashPosition[i] = (by.cashPosition[i] ?? 0) + all;
    by.termsImportance[j] = (by.termsImportance[j] ?? 0) + all;
    by.urgency[k] = (by.urgency[k] ?? 0) + all;
  });
  return by;
}

/**
 * What the best single offer to some customers brings on average, times how likely they are: no offer brings 0 (docs/model.md section 7, best).
 *
 * @param stake - highest Σ weight · q · (our gain and what a refusal would cost) over all packages and discounts
 * @param weight - of those customers
 */
export function bestTimesWeight(stake: number, weight: number, refusalCost: number): number {
  return Math.max(0, stake - weight * refusalCost);
}

/**
 * Expected value of partial perfect information of each field (docs/model.md section 7).
 *
 * @returns money; for an unknown field the worth of learning its band
 * @source EVPPI: Raiffa and Schlaifer 1961, Applied Statistical Decision Theory
 */
export function valueOfInformation({ all, highest, weights }: Stakes, refusalCost: number): ValueOfInformation {
  const now = bestTimesWeight(all, 1, refusalCost);
  const worth = (field: Field): number =>
    Math.max(
      0,
      weights[field].reduce(
        (sum, weight, value) => sum + bestTimesWeight(highest[field][value] as number, weight, refusalCost),
        0,
      ) - now,
    );
  return { cashPosition: worth('cashPosition'), termsImportance: worth('termsImportance'), urgency: worth('urgency') };
}

/** What to ask next: a field the customer has said nothing of, or something a yes or no answers. */
export const nextQuestions = [...fields, 'trial'] as const;
export type NextQuestion = (typeof nextQuestions)[number];

/** The question most worth asking, or null when none is worth its while (docs/model.md section 7, next question). */
export function nextQuestion(
  value: ValueOfInformation,
  trialValue: number | null,
  { known, amount, policy }: Situation,
): NextQuestion | null {
  const tolerance = SAME_GAIN * amount;
  let best: Field | null = null;
  let most = policy.worthAsking * amount;
  for (const field of fields) {
    if (isKnown(known[field]) || value[field] <= most + tolerance) continue;
    best = field;
    most = value[field];
  }
  return trialValue !== null && trialValue > most + tolerance ? 'trial' : best;
}
