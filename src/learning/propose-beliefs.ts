import type { Policy } from '../policy/index.ts';
import { bandsOf, fields } from '../vocabulary/bands.ts';
import type { Field } from '../vocabulary/bands.ts';
import type { DealAnswers } from './answer-likelihood.ts';
import { fittedSizes } from './fitted-sizes.ts';
import { scaledPolicy, sizeOfNoise, sizesOfField, tripleOf, withTriples } from './learnables.ts';
import { changesOf, toThreeDigits } from './proposed-change.ts';
import type { Proposed } from './proposed-change.ts';

/** Beliefs of a field are proposed anew where so many answers came from customers whose band of it was known. */
export const LEAST_ANSWERS_OF_FIELD = 10;

/**
 * Belief triples and response noise as answers make them most likely, drawn toward what was believed before. Where no noise was believed in, an answer is
 * either sure or impossible, and nothing can be learnt from it.
 *
 * @param deals - answers by deal, without those of customers who never answered
 * @param policy - in force: beliefs that too few answers speak of stay as it says
 * @param before - believed before any of these answers
 */
export function proposeBeliefs(deals: readonly DealAnswers[], policy: Policy, before: Policy): Proposed {
  if (before.responseNoise === 0) return { policy, changes: [] };
  const all = deals.flat();
  const answersOf = (field: Field, band: string) =>
    all.filter(({ offered }) => offered.situation.known[field].band === band).length;
  const spokenOf = fields.filter(
    (field) =>
      all.filter(({ offered }) => offered.situation.known[field].band !== null).length >= LEAST_ANSWERS_OF_FIELD,
  );
  const fresh = spokenOf.reduce(
    (started, field) => withTriples(started, field, bandsOf[field], (band) => tripleOf(before, field, band)),
    // Whoever answered at all is none of the silent.
    { ...policy, responseNoise: before.responseNoise, silence: 0 },
  );
  const learnables = [...spokenOf.flatMap(sizesOfField), sizeOfNoise];
  const fitted = scaledPolicy(fresh, learnables, fittedSizes(deals, fresh, learnables));

  const responseNoise = toThreeDigits(fitted.responseNoise);
  return {
    policy: spokenOf.reduce(
      (proposed, field) => withTriples(proposed, field, bandsOf[field], (band) => rounded(fitted, field, band)),
      { ...policy, responseNoise },
    ),
    changes: [
      ...spokenOf.flatMap((field) =>
        bandsOf[field].flatMap((band) =>
          changesOf({
            setting: `beliefs.${field}.${band}`,
            current: tripleOf(policy, field, band),
            proposed: rounded(fitted, field, band),
            answers: answersOf(field, band),
          }),
        ),
      ),
      ...changesOf({
        setting: 'responseNoise',
        current: [policy.responseNoise],
        proposed: [responseNoise],
        answers: all.length,
      }),
    ],
  };
}

function rounded(policy: Policy, field: Field, band: string): [low: number, mode: number, high: number] {
  const [low, mode, high] = tripleOf(policy, field, band);
  return [toThreeDigits(low), toThreeDigits(mode), toThreeDigits(high)];
}
