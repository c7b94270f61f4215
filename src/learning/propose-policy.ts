import type { PartialPolicy, Policy } from '../policy/index.ts';
import { defaultPolicy, policyDifference } from '../policy/index.ts';
import { fields } from '../vocabulary/bands.ts';
import type { DealAnswers } from './answer-likelihood.ts';
import { LEAST_ANSWERS, saidYes } from './answered-offer.ts';
import type { AnsweredOffer } from './answered-offer.ts';
import type { AskedCustomer } from './known-bands.ts';
import { offeredPackage } from './offered-package.ts';
import { proposeBeliefs } from './propose-beliefs.ts';
import { proposePriors } from './propose-priors.ts';
import { proposeSilence, silentDeals } from './propose-silence.ts';
import type { Proposed, ProposedChange } from './proposed-change.ts';

/** A policy learnt from answers, for somebody to look at and save; nothing under `LEAST_ANSWERS`. */
export type Proposal =
  | { readonly kind: 'too_few'; readonly answers: number }
  | {
      readonly kind: 'proposed';
      readonly answers: number;
      /** Answers that say nothing of beliefs: the policy in force has no such payment option. */
      readonly unreadable: number;
      readonly changes: readonly ProposedChange[];
      /** The policy in force with the changes, as what it sets differently from the defaults: `mergePolicy` makes it whole. */
      readonly policy: PartialPolicy;
    };

/** What proposals rest on beside the answers. */
export type ProposalBasis = {
  /** What was believed before any of the answers; a policy learnt from them would count them twice. The defaults unless said. */
  readonly before?: Policy;
  /** Every deal whose customer was asked, offered something or not: among those offered to, bands that seldom get an offer look rare. The offers' own unless said. */
  readonly asked?: readonly AskedCustomer[];
};

/**
 * What answers say of priors, silence, belief triples and response noise, each drawn toward what was believed before them.
 *
 * What it cannot know. Only what was offered is answered: of customers the model advises against nothing is learnt, so a belief that wrongly forbids offers
 * stays. Which offer was made may depend on anything recorded, not on what the rep knew beyond that: where reps offer to those they know will agree, all
 * looks too easy. A yes shows one figure, the customer's gain; dearer cash and heavier terms explain it alike where a package moves days alone, and then what
 * was believed before decides which of them moves. Spread within a band and response noise are as hard to tell apart, so triples keep their shape. Friction,
 * prepayment risk and effort are not learnt: what is wrong with them goes into the triples.
 *
 * @param offers - in the order they were answered; those of one deal are taken together
 * @param policy - in force: what is not proposed stays as it says
 * @source ignorable selection: Rubin 1976, Biometrika 63(3); offers that teach nothing: Rothschild 1974, Journal of Economic Theory 9(2)
 */
export function proposePolicy(
  offers: readonly AnsweredOffer[],
  policy: Policy,
  { before = defaultPolicy, asked = offers }: ProposalBasis = {},
): Proposal {
  if (offers.length < LEAST_ANSWERS) return { kind: 'too_few', answers: offers.length };
  const deals = answersByDeal(offers, policy);
  const priors = fields.reduce<Proposed>(
    (sofar, field) => {
      const { policy: next, changes } = proposePriors(asked, field, sofar.policy, before);
      return { policy: next, changes: [...sofar.changes, ...changes] };
    },
    { policy, changes: [] },
  );
  const silence = proposeSilence(offers, priors.policy, before);
  const silent = silentDeals(offers);
  const speaking = deals.filter(([dealId]) => !silent.has(dealId)).map(([, answers]) => answers);
  const beliefs = proposeBeliefs(speaking, silence.policy, before);
  return {
    kind: 'proposed',
    answers: offers.length,
    unreadable: offers.length - deals.reduce((sum, [, answers]) => sum + answers.length, 0),
    changes: [...priors.changes, ...silence.changes, ...beliefs.changes],
    policy: policyDifference(beliefs.policy),
  };
}

function answersByDeal(offers: readonly AnsweredOffer[], policy: Policy): (readonly [dealId: string, DealAnswers])[] {
  const deals = new Map<string, DealAnswers>();
  for (const offer of offers) {
    const offered = offeredPackage(offer, policy);
    if (offered === null) continue;
    const answer = { offered, discount: offer.discount, agreed: saidYes(offer) };
    const earlier = deals.get(offer.dealId);
    deals.set(offer.dealId, earlier === undefined ? [answer] : [...earlier, answer]);
  }
  return [...deals];
}
