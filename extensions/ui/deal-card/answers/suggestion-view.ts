import type { Suggestions } from '@deal-terms/core/contracts';
import type { CustomerProfile, ProfileField, PolicyInForce } from '@deal-terms/core/crm';
import { profileFields } from '@deal-terms/core/crm';
import { answerInWords, fieldView } from '../../shared/field-view.ts';
import { dateInWords } from '../../shared/reader.ts';

/** Something the rep may take over with one click; `change` is what it would enter. */
export type SuggestionView = { readonly text: string; readonly change: Partial<CustomerProfile> };

/** What the customer's won deals say of the relationship; null once it is answered, or without history. */
export function relationshipSuggestion(
  { relationship }: Suggestions,
  draft: CustomerProfile,
  locale: string,
): SuggestionView | null {
  if (relationship === null || draft.relationship !== null) return null;
  const { value, wonDeals, lastWonOn } = relationship;
  const last = lastWonOn === null ? '' : `, the last on ${dateInWords(lastWonOn, locale)}`;
  const history = wonDeals === 0 ? 'no won deal yet' : `${wonDeals} won ${wonDeals === 1 ? 'deal' : 'deals'}${last}`;
  return {
    text: `Suggested: ${answerInWords('relationship', value, locale)} (${history}).`,
    change: { relationship: value },
  };
}

/** Answers of the customer's last deal that would fill gaps of this one; null when there is nothing to fill. */
export function lastDealSuggestion(
  { lastDeal }: Suggestions,
  draft: CustomerProfile,
  locale: string,
): SuggestionView | null {
  if (lastDeal === null) return null;
  const change = gapsFilled(draft, lastDeal.answers);
  const fields = profileFields.filter((field) => field in change);
  if (fields.length === 0) return null;
  const answers = fields
    .map((field) => `${fieldView(field).label}: ${answerInWords(field, change[field], locale)}`)
    .join(' · ');
  return {
    text: `On ${dateInWords(lastDeal.answeredOn, locale)}, for “${lastDeal.dealName}”, this customer’s answers were: ${answers}.`,
    change,
  };
}

/** What the policy assumes where the deal has nothing, to be shown in the empty field. */
export function usualAnswer(field: ProfileField, { app }: PolicyInForce): string | number | null {
  if (field === 'grossMargin') return app.defaultGrossMargin;
  if (field === 'leadTimeDays') return app.defaultLeadTimeDays;
  return field === 'paymentPlan' ? app.defaultPaymentPlan : null;
}

function gapsFilled(draft: CustomerProfile, answers: Partial<CustomerProfile>): Partial<CustomerProfile> {
  return Object.fromEntries(
    profileFields.flatMap((field) => (isGap(draft[field]) && !isGap(answers[field]) ? [[field, answers[field]]] : [])),
  );
}

function isGap(value: CustomerProfile[ProfileField] | undefined): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
