import type { AppSettings } from '../crm/index.ts';
import type { Appraisal } from './appraisal.ts';
import type { OfferedTerms } from './offered-terms.ts';

/** Up to where an owner may offer without approval, fractions; null: no limit. */
export type OfferLimits = Pick<AppSettings, 'maxDiscount' | 'minMargin'>;

/** A limit an offer goes beyond: what it is and what was offered, fractions. */
export type Excess = { readonly limit: 'discount' | 'margin'; readonly allowed: number; readonly offered: number };

/** Fractions closer than this are the same. */
const SAME = 1e-9;

/** The limits of a deal's owner: its own, or everybody's. */
export function limitsOf({ ownerLimits, maxDiscount, minMargin }: AppSettings, ownerId: string): OfferLimits {
  return ownerLimits.find((limit) => limit.ownerId === ownerId) ?? { maxDiscount, minMargin };
}

/** Limits an offer goes beyond; none for one that needs no approval. */
export function excessOf(
  limits: OfferLimits,
  { discount }: Pick<OfferedTerms, 'discount'>,
  { marginRate }: Pick<Appraisal, 'marginRate'>,
): Excess[] {
  return [
    ...(limits.maxDiscount !== null && discount > limits.maxDiscount + SAME
      ? [{ limit: 'discount' as const, allowed: limits.maxDiscount, offered: discount }]
      : []),
    ...(limits.minMargin !== null && marginRate < limits.minMargin - SAME
      ? [{ limit: 'margin' as const, allowed: limits.minMargin, offered: marginRate }]
      : []),
  ];
}
