import type { FieldError } from '@deal-terms/core/contracts';
import { dateSaving, estimatedCost, gainIfGranted, givesOf, isInSight } from '@deal-terms/core/expedite';
import type { ExpediteRequest, ExpediteTerms } from '@deal-terms/core/expedite';
import { readPaymentPlan } from '@deal-terms/core/terms';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import type { ExpediteContext } from './expedite-context.ts';

/** What a request says that follows from its terms and the deal. */
export type Worth = Pick<ExpediteRequest, 'askedDate' | 'gives' | 'amount' | 'currency' | 'costEstimate' | 'gain'>;

/**
 * What asking for these terms would cost and earn.
 *
 * @returns why it cannot be asked: the deal has no amount, a date is past, the terms cannot be read
 */
export function worthOf(
  { trade, moment: { today } }: ExpediteContext,
  terms: ExpediteTerms,
): { readonly ok: true; readonly worth: Worth } | Refusal {
  if (!trade.ok) return refuse(trade.code, trade.code === 'invalid_field' ? { fields: [...trade.fields] } : {});
  const { basis } = trade;
  const { deal } = basis.resolved.input;
  const faults: FieldError[] = [
    ...(terms.offerExpires < today ? [{ field: 'offerExpires', message: 'the offer must not have expired yet' }] : []),
    ...(isInSight(terms.offerExpires, today)
      ? []
      : [{ field: 'offerExpires', message: 'no offer stands for so long' }]),
    ...(isInSight(terms.neededBy, today) ? [] : [{ field: 'neededBy', message: 'nobody plans that far ahead' }]),
    ...(terms.neededBy < today ? [{ field: 'neededBy', message: 'the date is past' }] : []),
    ...(terms.daysSaved > deal.leadTimeDays
      ? [{ field: 'daysSaved', message: `at most ${deal.leadTimeDays} can be saved, the lead time in days` }]
      : []),
    ...planFaults(terms.paymentPlan),
  ];
  if (faults.length > 0) return refuse('invalid_field', { fields: faults });
  const costEstimate = estimatedCost(basis, terms.daysSaved);
  const worth = {
    askedDate: dateSaving(basis, terms.daysSaved),
    gives: givesOf(basis, terms),
    amount: deal.amount,
    currency: basis.resolved.currency,
    costEstimate,
    gain: gainIfGranted(basis, terms, costEstimate),
  };
  return { ok: true, worth };
}

function planFaults(notation: string | null): FieldError[] {
  const parsed = notation === null ? null : readPaymentPlan(notation, null);
  return parsed === null || parsed.ok ? [] : [{ field: 'paymentPlan', message: parsed.message }];
}
