import type { Policy } from '../policy/index.ts';
import type { DealAnswers } from './answer-likelihood.ts';
import { fittedSizes } from './fitted-sizes.ts';
import { figuresOf, learnables, scaledPolicy, withFigures } from './learnables.ts';
import type { Learnable } from './learnables.ts';
import { changesOf, toThreeDigits } from './proposed-change.ts';
import type { Proposed } from './proposed-change.ts';

/** A belief is proposed anew where so many answers came from customers known to be in its band. */
export const LEAST_ANSWERS_OF_BAND = 10;

/**
 * Belief triples and response noise as the answers make them most likely, drawn toward what was believed before. Where no noise was believed in, an answer
 * is either sure or impossible, and nothing can be learnt from it.
 *
 * @param deals - answers by deal
 * @param policy - in force
 * @param before - believed before any of these answers
 */
export function proposeBeliefs(deals: readonly DealAnswers[], policy: Policy, before: Policy): Proposed {
  if (before.responseNoise === 0) return { policy, changes: [] };
  const spokenFor = learnables.filter((learnable) => answersBehind(deals, learnable) >= LEAST_ANSWERS_OF_BAND);
  const start = spokenFor.reduce((started, learnable) => withFigures(started, learnable, figuresOf(before, learnable)), policy);
  const fitted = scaledPolicy(start, spokenFor, fittedSizes(deals, start, spokenFor));
  const figures = spokenFor.map((learnable) => [learnable, figuresOf(fitted, learnable).map(toThreeDigits)] as const);
  return {
    policy: figures.reduce((proposed, [learnable, some]) => withFigures(proposed, learnable, some), policy),
    changes: figures.flatMap(([learnable, proposed]) => changesOf({ setting: nameOf(learnable), current: figuresOf(policy, learnable), proposed, answers: answersBehind(deals, learnable) })),
  };
}

function answersBehind(deals: readonly DealAnswers[], learnable: Learnable): number {
  return deals.flat().filter(({ offered }) => learnable.setting === 'responseNoise' || offered.situation.answers[learnable.field] === learnable.band).length;
}

function nameOf(learnable: Learnable) {
  return learnable.setting === 'responseNoise' ? learnable.setting : (`beliefs.${learnable.field}.${learnable.band}` as const);
}
