import { storedTerms } from '@deal-terms/core/terms';
import { paymentTermsInWords } from '../../shared/field-view.ts';

/** Payment terms a rep picks without writing them, in the compact notation. */
export const commonPaymentTerms = [
  'on delivery',
  'net 14',
  'net 30',
  'net 45',
  'net 60',
  'net 90',
  'net 120',
  'advance 30',
  'order',
  '50% order + 50% net 30',
] as const;

/** Values of the list that are no payment terms. */
export const noPaymentTerms = 'none';
export const otherPaymentTerms = 'other';

export type PaymentTermsChoice = { readonly value: string; readonly label: string };

/** What the list of payment terms offers, from none to writing them. */
export function paymentTermsChoices(usual: string, locale: string): PaymentTermsChoice[] {
  return [
    { value: noPaymentTerms, label: `Not entered: as usual, ${lowered(paymentTermsInWords(usual, locale))}` },
    ...commonPaymentTerms.map((value) => ({ value, label: paymentTermsInWords(value, locale) })),
    { value: otherPaymentTerms, label: 'Other terms, as you write them' },
  ];
}

/**
 * What the list shows for the form's terms.
 *
 * @param plan - as stored or typed, or null when none is entered
 * @param writesPaymentTerms - whether the rep asked to write them
 */
export function chosenPaymentTerms(plan: string | null, writesPaymentTerms: boolean): string {
  if (writesPaymentTerms) return otherPaymentTerms;
  if (plan === null) return noPaymentTerms;
  const notation = storedTerms(plan);
  return commonPaymentTerms.find((common) => common === notation) ?? otherPaymentTerms;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
