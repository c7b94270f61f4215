import type { Suggestions } from '@deal-terms/core/contracts';
import type { CustomerProfile, ProfileField, PolicyInForce } from '@deal-terms/core/crm';
import { profileFields } from '@deal-terms/core/crm';
import type { Evidence } from '@deal-terms/core/evidence';
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

/**
 * Answers of the customer's earlier deals that would fill gaps of this one: of the last one with any, then what that one lacks of cash and importance and
 * others have recorded.
 */
export function answerSuggestions(
  { lastDeal }: Suggestions,
  evidence: Pick<Evidence, 'cashPosition' | 'termsImportance'>,
  draft: CustomerProfile,
  locale: string,
): SuggestionView[] {
  const ofLast =
    lastDeal === null ? [] : answersOf(lastDeal.madeOn, lastDeal.dealName, gapsFilled(draft, lastDeal.answers), locale);
  const ofOthers = (['cashPosition', 'termsImportance'] as const).flatMap((field) => {
    const finding = evidence[field];
    if (finding === undefined || !isGap(lastDeal?.answers[field])) return [];
    const change = gapsFilled(draft, { [field]: finding.value });
    return answersOf(finding.date, finding.label ?? '', change, locale);
  });
  return [...ofLast, ...ofOthers];
}

function answersOf(
  date: string | null,
  dealName: string,
  change: Partial<CustomerProfile>,
  locale: string,
): SuggestionView[] {
  const fields = profileFields.filter((field) => field in change);
  if (fields.length === 0) return [];
  const answers = fields
    .map((field) => `${fieldView(field).label}: ${answerInWords(field, change[field], locale)}`)
    .join(' · ');
  const of = date === null ? '' : ` of ${dateInWords(date, locale)}`;
  return [{ text: `This customer’s answers on “${dealName}”${of}: ${answers}.`, change }];
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
