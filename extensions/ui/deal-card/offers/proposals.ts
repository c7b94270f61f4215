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
  readonly openingAcceptance: number;
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

function proposalOf(offer: Offer, score: Scored, session: Session, negotiation: Negotiation): Proposal | null {
  const { input } = score.resolved;
  const stop = walkAwayDiscount(input, offer);
  const closing = closingAfter(offer, stop, input.policy.discount.step, negotiation);
  if (closing === null) return null;
  const fair = termsOfOffer(offer, input);
  const isOwn = (discount: number) => {
    const weighed = weighDraft({ ...fair, discount }, score, session, negotiation);
    return weighed.kind === 'weighed' && !weighed.needsApproval;
  };
  const opening = Math.min(offer.openingDiscount, closing);
  const ownStop = lastWhere(isOwn, opening, stop, input.policy.discount.step);
  const floor = refusedDiscount(offer, negotiation);
  const canCloseAlone = ownStop !== null && (floor === null || ownStop > floor + same);
  const discount = canCloseAlone ? Math.min(closing, ownStop) : closing;
  const at = bargainAt(input, offer.packageId, discount);
  return {
    packageId: offer.packageId,
    terms: { ...fair, discount },
    acceptance: at?.acceptance ?? offer.acceptance,
    sellerGain: at?.sellerGain ?? offer.sellerGain,
    customerGain: at?.customerGain ?? offer.customerGain,
    opening,
    openingAcceptance: bargainAt(input, offer.packageId, opening)?.acceptance ?? offer.acceptance,
    stop,
    ownStop,
    needsApproval: !canCloseAlone,
  };
}

/** Where to close: the fair discount, or half of what is left once the customer has turned that down; null when nothing is left. */
function closingAfter(offer: Offer, stop: number, step: number, negotiation: Negotiation): number | null {
  const floor = refusedDiscount(offer, negotiation);
  if (floor === null || offer.discount > floor + same) return offer.discount;
  if (negotiation.answer?.answer === 'refused_terms') return null;
  const next = Math.min(stop, onGrid((floor + stop) / 2, step));
  return next > floor + same ? next : null;
}

/** The discount at which the customer turned the same package down; null where it did not. */
function refusedDiscount({ packageId }: Pick<Offer, 'packageId'>, { offer, answer }: Negotiation): number | null {
  const isTurnedDown = answer !== null && answer.answer !== 'accepted' && answer.answer !== 'no_answer';
  return isTurnedDown && offer?.appraisal.packageId === packageId ? offer.terms.discount : null;
}

function onGrid(discount: number, step: number): number {
  return Number((Math.ceil(discount / step - same) * step).toFixed(8));
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
