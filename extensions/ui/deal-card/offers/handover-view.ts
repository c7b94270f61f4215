import { handoverOf } from '@deal-terms/core/offers';
import type { Handover, PutForward } from '@deal-terms/core/offers';
import { discountInWords, numberFormat, paymentPlanInWords } from '@deal-terms/core/words';
import { dateInWords, readerOf } from '../../shared/reader.ts';

/** Agreed terms as the card shows them for the quote; every text is complete. */
export type HandoverView = {
  /** To be pasted into the quote's terms. */
  readonly text: string;
  /** What the deal's amount is to be, and why. */
  readonly amount: string;
  readonly payments: readonly { readonly dueOn: string; readonly amount: string }[];
};

/**
 * Agreed terms for the quote.
 *
 * @param reading - the reader's locale
 * @param isDeliveryConfirmed - whether operations said yes to the speed in it
 */
export function handoverView(
  agreed: Pick<PutForward, 'terms' | 'appraisal'>,
  orderedOn: string,
  reading: string,
  isDeliveryConfirmed: boolean,
): HandoverView {
  // The words are English and go to the customer: numbers of another language would not fit them.
  const locale = reading.startsWith('en') ? reading : 'en';
  const handover = handoverOf(agreed, orderedOn);
  const { plan, deliveredBy, forecast, discount } = handover;
  const payments = handover.payments.map(({ dueOn, amount }) => ({
    dueOn: dateInWords(dueOn, locale),
    amount: toTheCent(amount, handover, locale),
  }));
  const price = toTheCent(handover.amount, handover, locale);
  const list = toTheCent(handover.listAmount, handover, locale);
  const text = [
    `Payment terms: ${paymentPlanInWords(plan, { locale })}.`,
    discount === 0 ? `Price: ${price}.` : `Price: ${price} (${list} with ${discountInWords(discount, { locale })}).`,
    `Delivery by ${dateInWords(deliveredBy, locale)}${isDeliveryConfirmed ? '' : ', subject to confirmation'}.`,
    ...(forecast ? ['The customer shares its forecast of purchases every quarter.'] : []),
    `Payment${payments.length === 1 ? '' : 's'}: ${payments.map(({ dueOn, amount }) => `${amount} on ${dueOn}`).join('; ')}.`,
  ].join('\n');
  return {
    text,
    payments,
    amount:
      discount === 0
        ? `The deal’s amount stays ${price}.`
        : `Proposed amount of the deal: ${price}, ${discountInWords(discount, { locale })} on ${list}.`,
  };
}

function toTheCent(value: number, { currency }: Pick<Handover, 'currency'>, locale: string): string {
  return numberFormat(locale, { style: 'currency', currency: readerOf(locale, currency).currency }).format(value);
}
