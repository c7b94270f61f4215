import { appraise, excessOf, isCovered, limitsOf, termsOfOffer } from '@deal-terms/core/offers';
import type { Appraisal, Excess, Negotiation, OfferedTerms } from '@deal-terms/core/offers';
import type { Offer } from '@deal-terms/core/scoring';
import { scoreLocally } from '../session/local-score.ts';
import type { LocalScore } from '../session/local-score.ts';
import type { Session } from '../session/session.ts';

/** Terms as the form has them; null is "empty". */
export type OfferDraft = { readonly [Field in keyof OfferedTerms]: OfferedTerms[Field] | null } & {
  readonly forecast: boolean;
};

/** What the form shows of the terms in it. */
export type DraftWeighed =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'faulty'; readonly message: string }
  | {
      readonly kind: 'weighed';
      readonly terms: OfferedTerms;
      readonly appraisal: Appraisal;
      readonly excess: readonly Excess[];
      /** Whether it may not be offered without asking. */ readonly needsApproval: boolean;
    };

/** The menu the offer is chosen from: of the answers as they are stored, which is what the function goes by. */
export function storedScore(session: Session): LocalScore {
  return scoreLocally(session.record, session.loaded, session.basis);
}

/** A form for an offer of the menu. */
export function draftOfMenu(offer: Offer, score: Extract<LocalScore, { kind: 'scored' }>): OfferDraft {
  return termsOfOffer(offer, score.resolved.input);
}

/** A form to be filled by hand. */
export const emptyDraft: OfferDraft = { paymentPlan: null, daysSaved: 0, forecast: false, discount: 0 };

/** Weighs what is in the form as the function will. */
export function weighDraft(
  { paymentPlan, daysSaved, forecast, discount }: OfferDraft,
  score: Extract<LocalScore, { kind: 'scored' }>,
  session: Session,
  negotiation: Negotiation,
): DraftWeighed {
  if (daysSaved === null || discount === null || daysSaved < 0 || Math.abs(discount) >= 1)
    return { kind: 'incomplete' };
  const terms: OfferedTerms = { paymentPlan, daysSaved, forecast, discount };
  const weighed = appraise(score.resolved, terms, session.basis.policy);
  if (!weighed.ok) return { kind: 'faulty', message: weighed.fault.message };
  const excess = excessOf(limitsOf(session.basis.policy.app, session.record['hubspot_owner_id'] ?? ''), {
    terms,
    appraisal: weighed.appraisal,
  });
  return {
    kind: 'weighed',
    terms,
    appraisal: weighed.appraisal,
    excess,
    needsApproval:
      excess.length > 0 && !isCovered(negotiation, { terms, appraisal: weighed.appraisal }, session.basis.today),
  };
}
