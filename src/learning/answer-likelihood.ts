import type { Policy } from '../policy/index.ts';
import { responseCurve } from '../scoring/evaluation.ts';
import type { CustomerSide } from '../scoring/gains.ts';
import { customerSideOf } from '../scoring/gains.ts';
import { agreementAtNode, meanOverNodes } from '../scoring/nodes.ts';
import type { OfNode } from '../scoring/nodes.ts';
import { beliefsOf } from '../scoring/uncertainty.ts';
import type { Belief, Beliefs } from '../scoring/uncertainty.ts';
import type { Offered } from './offered-package.ts';

/** An offer with the customer's yes or no. */
export type OfferedAndAnswered = { readonly offered: Offered; readonly discount: number; readonly agreed: boolean };

/** All that was answered on one deal, at least one: the same customer's values are behind each answer. */
export type DealAnswers = readonly [OfferedAndAnswered, ...OfferedAndAnswered[]];

/** A belief that makes no difference to an answer. */
const indifferent: Belief = { values: [1], weights: [1], centre: 1 };

/**
 * Logarithm of how likely a deal's answers are under a policy's beliefs and noise: the chance of section 7 at each node of section 6, multiplied over the
 * answers, averaged over the nodes. For a single yes it is the logarithm of the acceptance the score shows.
 *
 * @param answers - what is believed of the customer is what was known at the first
 */
export function logLikelihoodOf(answers: DealAnswers, policy: Policy): number {
  const beliefs = beliefsOf({ ...answers[0].offered.situation, policy });
  const questions = answers.map((answer) => questionOf(answer, policy, beliefs));
  const terms = questions.some(({ side }) => side.shorter) ? beliefs.termsImportance : indifferent;
  const speed = questions.some(({ side }) => side.latenessAvoided !== 0) ? beliefs.urgency : indifferent;
  const likelihood = meanOverNodes({ ...beliefs, termsImportance: terms, urgency: speed }, (...node) =>
    questions.reduce((product, { chanceAt }) => product * chanceAt(...node), 1),
  );
  // An answer no node can explain is an outlier: it counts as impossible and moves nothing.
  return Math.log(Math.max(likelihood, Number.MIN_VALUE));
}

function questionOf(
  { offered, discount, agreed }: OfferedAndAnswered,
  policy: Policy,
  beliefs: Beliefs,
): { readonly side: CustomerSide; readonly chanceAt: OfNode } {
  const side = customerSideOf(offered.package, offered.situation);
  const agreementAt = agreementAtNode(
    side,
    beliefs,
    discount,
    responseCurve({ policy, amount: offered.situation.amount }),
  );
  return { side, chanceAt: agreed ? agreementAt : (...node) => 1 - agreementAt(...node) };
}
