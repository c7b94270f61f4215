import * as z from 'zod/mini';
import type { AppSettings } from '../crm/index.ts';
import { meanPaymentDay } from '../vocabulary/payment-plan.ts';
import type { Appraisal } from './appraisal.ts';
import { planOf } from './due-dates.ts';
import type { PutForward } from './negotiation.ts';

/** Up to where an owner may offer without approval; null: no limit. */
export type OfferLimits = Pick<AppSettings, 'maxDiscount' | 'minMargin' | 'minGain' | 'maxDaysLater'>;

/**
 * A limit an offer goes beyond: what is allowed and what was offered.
 * - `discount`, `margin` fractions; the margin is the one after the trade
 * - `gain` money in the deal's currency, at our own cost of cash
 * - `days` by which the customer would pay later than by today's terms
 */
export const excessSchema = z.object({
  limit: z.enum(['discount', 'margin', 'gain', 'days']),
  allowed: z.number(),
  offered: z.number(),
  /** ISO 4217 of `gain`, the deal's. */
  currency: z.string(),
});
export type Excess = z.infer<typeof excessSchema>;

/** Fractions and days closer than this are the same; money is compared to the cent. */
const SAME = 1e-9;
const SAME_MONEY = 0.005;

/** The limits of a deal's owner: its own, or everybody's. */
export function limitsOf(
  { ownerLimits, ...everybody }: OfferLimits & Pick<AppSettings, 'ownerLimits'>,
  ownerId: string,
): OfferLimits {
  return ownerLimits.find((limit) => limit.ownerId === ownerId) ?? everybody;
}

/**
 * Days by which a customer pays later than by today's terms, on average over the payments, the delivery as usual: speed does not make up for credit.
 *
 * @returns negative for sooner
 */
export function daysLaterOf(forward: Pick<PutForward, 'terms' | 'appraisal'>): number {
  const { payments, leadTimeDays } = forward.appraisal.deal;
  const timing = { leadTimeDays, daysBeyondTerms: 0 };
  return meanPaymentDay(planOf(forward, null), timing) - meanPaymentDay(payments, timing);
}

/** What of an offer counts against limits. */
export function countedOf({ counted, deal, marginRate, sellerGain }: Appraisal): NonNullable<Appraisal['counted']> {
  return counted ?? { grossMargin: deal.grossMargin, marginRate, sellerGain };
}

/** Limits an offer goes beyond; none for one that needs no approval. */
export function excessOf(
  { maxDiscount, minMargin, minGain, maxDaysLater }: OfferLimits,
  forward: Pick<PutForward, 'terms' | 'appraisal'>,
): Excess[] {
  const {
    terms: { discount },
    appraisal: { exchangeRate, currency },
  } = forward;
  const { marginRate, sellerGain } = countedOf(forward.appraisal);
  const daysLater = daysLaterOf(forward);
  const gain = gainExcess(minGain, { gain: sellerGain, exchangeRate, currency });
  const excess = (limit: Excess['limit'], allowed: number, offered: number): Excess => ({
    limit,
    allowed,
    offered,
    currency,
  });
  return [
    ...(maxDiscount !== null && discount > maxDiscount + SAME ? [excess('discount', maxDiscount, discount)] : []),
    ...(minMargin !== null && marginRate < minMargin - SAME ? [excess('margin', minMargin, marginRate)] : []),
    ...(gain === null ? [] : [gain]),
    ...(maxDaysLater !== null && daysLater > maxDaysLater + SAME ? [excess('days', maxDaysLater, daysLater)] : []),
  ];
}

/**
 * The excess of a trade that gains too little, of an offer as of a date and cost of operations.
 *
 * @param minGain - lowest gain, in home currency; null for no limit
 * @param trade - its gain in `currency`, and what one of that is in home currency
 * @returns null within the limit
 */
export function gainExcess(
  minGain: number | null,
  { gain, exchangeRate, currency }: { readonly gain: number; readonly exchangeRate: number; readonly currency: string },
): Excess | null {
  if (minGain === null || gain * exchangeRate >= minGain - SAME_MONEY) return null;
  return { limit: 'gain', allowed: minGain / exchangeRate, offered: gain, currency };
}
