import type { Policy } from '@deal-terms/core/policy';
import { AS_TODAY, bargainAt, planOfOption, scoreDeal } from '@deal-terms/core/scoring';
import type { Answer, ScoreResult } from '@deal-terms/core/scoring';
import type { Gains, SimulatedCustomer } from './simulated-customer.ts';
import { asSeen, outcomeOf } from './simulated-customer.ts';

/** How a rep negotiates: at most so many trial questions, then at most so many offers, each after all answers so far. */
export type Manner = { readonly questions: number; readonly offers: number; readonly discount: 'opening' | 'fair' };

/** A chance that was shown, and what the customer said. */
export type Foretold = { readonly chance: number; readonly agreed: boolean };

/** How a negotiation went. */
export type Negotiated = {
  /** What the trade brought, less the goodwill that refusals cost us; money. */
  readonly gains: Gains;
  /** What the offers made were expected to bring, refusals counted; money. */
  readonly expected: number;
  readonly foretold: readonly Foretold[];
};

type Proposal = { readonly packageId: string; readonly discount: number };
type Offered = Proposal & { readonly chance: number; readonly value: number };

/** What was put before the customer and what it said, as the model takes it. */
function answerOf(
  { packageId, discount }: Proposal,
  said: Answer['said'],
  { deal }: SimulatedCustomer,
  policy: Policy,
): Answer {
  const [optionId, days, forecast] = packageId.split('/');
  const option = policy.paymentOptions.find(({ id }) => id === optionId);
  if (optionId !== AS_TODAY && option === undefined) throw new RangeError(`${packageId} has no payment option`);
  return {
    payments: [...(option === undefined ? deal.payments : planOfOption(option, deal.payments))],
    leadTimeDays: deal.leadTimeDays - Number(days),
    forecast: forecast === 'forecast',
    discount,
    said,
  };
}

/** The offer of the menu that is expected to bring most; null for an empty menu. */
function bestOffer(
  customer: SimulatedCustomer,
  policy: Policy,
  { offers }: ScoreResult,
  which: Manner['discount'],
): Offered | null {
  const goodwill = policy.refusalCost * customer.deal.amount;
  let best: Offered | null = null;
  for (const offer of offers) {
    const { packageId } = offer;
    const [discount, chance] =
      which === 'opening' ? [offer.openingDiscount, offer.openingAcceptance] : [offer.discount, offer.acceptance];
    const gain = bargainAt(asSeen(customer, policy), packageId, discount)?.sellerGain ?? 0;
    const value = chance * gain - (1 - chance) * goodwill;
    if (best === null || value > best.value) best = { packageId, discount, chance, value };
  }
  return best;
}

/**
 * A negotiation with a customer who keeps its own mind, what no model sees of it included, from the first question to the last offer.
 * Questions cost nothing; an offer that is not taken costs goodwill.
 *
 * @param policy - what the seller believes
 */
export function negotiate(customer: SimulatedCustomer, policy: Policy, manner: Manner): Negotiated {
  const heard: Answer[] = [];
  const score = () => {
    const seen = asSeen(customer, policy);
    return scoreDeal({ ...seen, customer: { ...seen.customer, answers: [...heard] } });
  };
  // A question is answered by yes or no; whoever is open bargains over an offer.
  const put = (proposal: Proposal, isOffer: boolean) => {
    const outcome = outcomeOf(customer, proposal.packageId, proposal.discount, policy);
    if (outcome === null) throw new RangeError(`${proposal.packageId} is no package of deal ${customer.id}`);
    const said = outcome.agreed ? 'yes' : isOffer && customer.isOpen ? 'more' : 'no';
    heard.push(answerOf(proposal, said, customer, policy));
    return outcome;
  };
  for (let asked = 0; asked < manner.questions; asked += 1) {
    const { trial } = score();
    if (trial === null) break;
    put(trial, false);
  }
  const goodwill = policy.refusalCost * customer.deal.amount;
  const foretold: Foretold[] = [];
  let expected = 0;
  let refusals = 0;
  for (let made = 0; made < manner.offers; made += 1) {
    const offer = bestOffer(customer, policy, score(), manner.discount);
    if (offer === null || offer.value <= 0) break;
    const { agreed, gains } = put(offer, true);
    foretold.push({ chance: offer.chance, agreed });
    expected += offer.value;
    if (agreed) return { gains: { ...gains, seller: gains.seller - refusals * goodwill }, expected, foretold };
    refusals += 1;
  }
  return { gains: { seller: -refusals * goodwill, customer: 0 }, expected, foretold };
}
