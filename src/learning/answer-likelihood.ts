import type { Policy } from '../policy/index.ts';
import { chancesOfYes, priorWeights } from '../scoring/customers.ts';
import { forceOfInterest } from '../scoring/discounting.ts';
import { customerSideOf } from '../scoring/gains.ts';
import { beliefsOf } from '../scoring/uncertainty.ts';
import type { Belief } from '../scoring/uncertainty.ts';
import type { Offered } from './offered-package.ts';

/** An offer with the customer's yes or no. */
export type OfferedAndAnswered = { readonly offered: Offered; readonly discount: number; readonly agreed: boolean };

/** All that was answered on one deal, at least one: the same customer's values are behind each answer. */
export type DealAnswers = readonly [OfferedAndAnswered, ...OfferedAndAnswered[]];

/** A belief that makes no difference to an answer. */
const indifferent: Belief = { values: [0], weights: [1] };

/**
 * Logarithm of how likely a deal's answers are under a policy's beliefs, silence and noise: the chance of docs/model.md section 7 at each node of section 6,
 * multiplied over the answers, averaged over the nodes. For a single yes it is the logarithm of the acceptance the score shows.
 *
 * @param answers - what is believed of the customer is what was known at the first
 */
export function logLikelihoodOf(answers: DealAnswers, policy: Policy): number {
  const situation = { ...answers[0].offered.situation, policy };
  const sides = answers.map(({ offered }) => customerSideOf(offered.package, offered.situation));
  const all = beliefsOf(situation);
  const beliefs = {
    ...all,
    termsImportance: sides.some(({ creditLost }) => creditLost !== 0) ? all.termsImportance : indifferent,
    urgency: sides.some(({ latenessAvoided }) => latenessAvoided !== 0) ? all.urgency : indifferent,
  };
  const known = { beliefs, forces: beliefs.cashPosition.values.map(forceOfInterest) };
  const { open, closed } = priorWeights(beliefs, policy.silence);
  // Nobody who is closed says yes.
  const fromClosed = answers.some(({ agreed }) => agreed) ? 0 : closed.reduce((sum, weight) => sum + weight, 0);
  const chances = answers.map(({ offered, discount }, index) =>
    chancesOfYes(sides[index] as (typeof sides)[number], discount, known, { amount: offered.situation.amount, policy }),
  );
  const fromOpen = open.reduce(
    (sum, weight, n) =>
      sum +
      answers.reduce((product, { agreed }, index) => {
        const yes = chances[index]?.[n] ?? 0;
        return product * (agreed ? yes : 1 - yes);
      }, weight),
    0,
  );
  // An answer no node can explain is an outlier: it counts as impossible and moves nothing.
  return Math.log(Math.max(fromOpen + fromClosed, Number.MIN_VALUE));
}
