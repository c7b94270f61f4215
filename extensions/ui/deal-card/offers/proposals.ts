import type { Negotiation, OfferedTerms } from '@deal-terms/core/offers';
import { termsOfOffer } from '@deal-terms/core/offers';
import { bargainAt, walkAwayDiscount } from '@deal-terms/core/scoring';
import type { Offer } from '@deal-terms/core/scoring';
import type { LocalScore } from '../session/local-score.ts';
import type { Session } from '../session/session.ts';
import { weighDraft } from './offer-draft.ts';

type Scored = Extract<LocalScore, { kind: 'scored' }>;

/** An offer of the menu as the rep may make it: what to open with, where to close, and how far without asking anybody. Fractions of the amount. */
export type Proposal = {
  readonly packageId: string;
  /** What the next offer is, within the rep's own limit where that leaves anything. */
  readonly terms: OfferedTerms;
  readonly acceptance: number;
  readonly sellerGain: number;
  readonly customerGain: number;
  readonly opening: number;
  /** Where our gain ends: nobody is to go past it. */
  readonly stop: number;
  /** Up to where the rep may go alone; null where not even the opening is. */
  readonly ownStop: number | null;
  /** Whether `terms` need an approval. */
  readonly needsApproval: boolean;
};

/** Discounts closer than this are the same. */
const same = 1e-9;

/** The menu within the rep's own limits, best first; once the customer has said no, what is left to offer. */
export function proposalsOf(score: Scored, session: Session, negotiation: Negotiation): readonly Proposal[] {
  const proposals = score.result.offers.flatMap((offer) => proposalOf(offer, score, session, negotiation) ?? []);
  return negotiation.answer?.answer === 'refused_terms' ? proposals : sameFirst(proposals, negotiation);
}

/** A customer who wants more of something is not offered something else first. */
function sameFirst(proposals: readonly Proposal[], { offer, answer }: Negotiation): readonly Proposal[] {
  if (offer === null || answer === null) return proposals;
  const isSame = ({ packageId }: Proposal) => packageId === offer.appraisal.packageId;
  return [...proposals.filter(isSame), ...proposals.filter((proposal) => !isSame(proposal))];
}

/** What the customer said is in the score already: the discount advised lies beyond any it turned down. */
function proposalOf(offer: Offer, score: Scored, session: Session, negotiation: Negotiation): Proposal | null {
  if (isRefused(offer, negotiation)) return null;
  const { input } = score.resolved;
  const stop = walkAwayDiscount(input, offer);
  const fair = termsOfOffer(offer, input);
  const isOwn = (discount: number) => {
    const weighed = weighDraft({ ...fair, discount }, score, session, negotiation);
    return weighed.kind === 'weighed' && !weighed.needsApproval;
  };
  const opening = Math.min(offer.openingDiscount, offer.discount);
  const ownStop = lastWhere(isOwn, opening, stop, input.policy.discount.step);
  const discount = ownStop === null ? offer.discount : Math.min(offer.discount, ownStop);
  const at = bargainAt(input, offer.packageId, discount);
  return {
    packageId: offer.packageId,
    terms: { ...fair, discount },
    acceptance: at?.acceptance ?? offer.acceptance,
    sellerGain: at?.sellerGain ?? offer.sellerGain,
    customerGain: at?.customerGain ?? offer.customerGain,
    opening,
    stop,
    ownStop,
    needsApproval: ownStop === null,
  };
}

/** Terms that were refused as such are no better at another price. */
function isRefused({ packageId }: Pick<Offer, 'packageId'>, { offer, answer }: Negotiation): boolean {
  return answer?.answer === 'refused_terms' && offer?.appraisal.packageId === packageId;
}

/** The last step from one discount to another that may be offered alone; limits are one-sided, so halves are enough. Null for none. */
function lastWhere(isOwn: (discount: number) => boolean, from: number, to: number, step: number): number | null {
  if (isOwn(to)) return to;
  if (!isOwn(from)) return null;
  let own = 0;
  let beyond = Math.ceil((to - from) / step - same);
  while (beyond - own > 1) {
    const middle = Math.floor((own + beyond) / 2);
    if (isOwn(from + middle * step)) own = middle;
    else beyond = middle;
  }
  return Number((from + own * step).toFixed(8));
}
