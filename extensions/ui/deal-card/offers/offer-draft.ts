import {
  appraise,
  approvalChangesFor,
  approvalChangesInWords,
  excessOf,
  isCovered,
  limitsOf,
  termsOfOffer,
} from '@deal-terms/core/offers';
import { answersKnownOf, likelihood, money, percent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import type { Appraisal, Excess, Negotiation, OfferedTerms } from '@deal-terms/core/offers';
import type { Offer } from '@deal-terms/core/scoring';
import { readTerms } from '@deal-terms/core/terms';
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

/** What is wrong with a field, and what to enter; undefined for nothing. */
export type DraftErrors = {
  readonly paymentPlan: string | undefined;
  readonly daysSaved: string | undefined;
  readonly discount: string | undefined;
};

/** What of the form cannot be offered, by field. */
export function draftErrors({ paymentPlan, daysSaved, discount }: OfferDraft, leadTimeDays: number): DraftErrors {
  return {
    paymentPlan: termsError(paymentPlan),
    daysSaved: daysError(daysSaved, leadTimeDays),
    discount: discountError(discount),
  };
}

function termsError(paymentPlan: string | null): string | undefined {
  const read = paymentPlan === null ? null : readTerms(paymentPlan);
  return read?.ok === false ? read.message : undefined;
}

function daysError(daysSaved: number | null, leadTimeDays: number): string | undefined {
  if (daysSaved === null) return 'Enter the days, 0 for none.';
  if (daysSaved < 0) return 'Days sooner cannot be below 0.';
  return daysSaved > leadTimeDays ? `Enter at most ${leadTimeDays}, the lead time in days.` : undefined;
}

function discountError(discount: number | null): string | undefined {
  if (discount === null) return 'Enter the discount, 0 for none.';
  if (discount >= 1) return 'A discount is below 100 percent: enter 5 for 5%.';
  return discount <= -1 ? 'A higher price is below 100 percent more: enter −5 for 5%.' : undefined;
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
  const errors = draftErrors({ paymentPlan, daysSaved, forecast, discount }, score.resolved.input.deal.leadTimeDays);
  if (daysSaved === null || discount === null || errors.daysSaved !== undefined || errors.discount !== undefined)
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

/** What terms come to, as a sentence: "A yes is likely (89.9%); we gain €1,441, they gain €5,584; gross margin then 37.2%." */
export function previewInWords(
  {
    acceptance,
    sellerGain,
    customerGain,
    marginRate,
    customer,
  }: Pick<Appraisal, 'acceptance' | 'sellerGain' | 'customerGain' | 'marginRate' | 'customer'>,
  reader: Reader,
): string {
  const side = (who: string, gain: number) => `${who} ${gain < 0 ? 'lose' : 'gain'} ${money(Math.abs(gain), reader)}`;
  const yes = likelihood(acceptance, answersKnownOf(customer), reader);
  return `A yes is ${yes}; ${side('we', sellerGain)}, ${side('they', customerGain)}; gross margin then ${percent(marginRate, reader)}.`;
}

/** Below this chance of a yes an offer is hopeless. */
const hopeless = 0.02;

/** What speaks against terms before they are recorded; nothing for an offer that may suit both sides. */
export function offerDoubts(
  { acceptance, sellerGain, customerGain }: Pick<Appraisal, 'acceptance' | 'sellerGain' | 'customerGain'>,
  reader: Reader,
): string[] {
  const amount = (gain: number) => money(-gain, reader);
  return [
    ...(sellerGain < 0 ? [`We would lose ${amount(sellerGain)} on it.`] : []),
    ...(customerGain < 0 ? [`The customer would lose ${amount(customerGain)} on it.`] : []),
    ...(acceptance < hopeless ? ['A yes is next to impossible, as far as we know.'] : []),
  ];
}

/** Whether something speaks against terms that one click would put on record: then the form says it first. */
export function wantsSecondLook(terms: OfferedTerms, score: LocalScore, session: Session, negotiation: Negotiation) {
  if (score.kind !== 'scored') return false;
  const weighed = weighDraft(terms, score, session, negotiation);
  return (
    weighed.kind !== 'weighed' ||
    offerDoubts(weighed.appraisal, { locale: 'en', currency: score.resolved.currency }).length > 0
  );
}

/** Why the last approval does not cover these terms as the deal stands now; "" where nothing was approved, or it does. */
export function lapsedApproval(
  negotiation: Negotiation,
  offer: { readonly terms: OfferedTerms; readonly appraisal: Appraisal },
  today: string,
  reader: Pick<Reader, 'locale'>,
): string {
  return approvalChangesInWords(approvalChangesFor(negotiation, offer, today) ?? [], negotiation, offer, reader);
}
