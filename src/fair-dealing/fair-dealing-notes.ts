import { dueDay } from '../vocabulary/payment-plan.ts';
import type { PaymentPlan } from '../vocabulary/payment-plan.ts';
import { regionOf } from './countries.ts';
import { fairDealingRules } from './rules.ts';
import type { FairDealingRule, Trigger } from './rules.ts';

/** Terms that are on the table, or could be offered. */
export type TermsInQuestion = {
  /** What whoever asks calls them. */
  readonly name: string;
  readonly payments: PaymentPlan;
  readonly leadTimeDays: number;
  /** Fraction off the price; negative: on top of it. */
  readonly discount: number;
};

/** Who deals with whom; null is not known, and then no rule that needs it is mentioned. */
export type Dealing = {
  readonly sellerCountry: string | null;
  readonly customerCountry: string | null;
  readonly customerIndustry: string | null;
  readonly terms: readonly TermsInQuestion[];
};

/** A rule some of the terms touch. */
export type FairDealingNote = Pick<FairDealingRule, 'id' | 'title' | 'reason' | 'source'> & {
  /** Names of the terms that touch it. */ readonly touchedBy: readonly string[];
};

/** Differences below this are none. */
const NONE = 1e-9;

/** Rules that a deal's terms, or terms that could be offered, touch; in the order of the table. */
export function fairDealingNotes(dealing: Dealing): FairDealingNote[] {
  return fairDealingRules.flatMap(({ trigger, id, title, reason, source }) => {
    if (!isAmong(dealing, trigger)) return [];
    const touchedBy = dealing.terms.filter((terms) => areTouched(terms, trigger)).map(({ name }) => name);
    return touchedBy.length === 0 ? [] : [{ id, title, reason, source, touchedBy }];
  });
}

function isAmong(
  { sellerCountry, customerCountry, customerIndustry }: Dealing,
  { bothIn, oneIn, industries }: Trigger,
): boolean {
  const regions = [regionOf(sellerCountry), regionOf(customerCountry)];
  if (bothIn !== undefined && !regions.every((region) => region === bothIn)) return false;
  if (oneIn !== undefined && !regions.includes(oneIn)) return false;
  return industries === undefined || industries.includes(customerIndustry ?? '');
}

function areTouched(
  { payments, leadTimeDays, discount }: TermsInQuestion,
  { daysAfterDeliveryAbove, daysBeforeDeliveryAbove, priceDiffers }: Trigger,
): boolean {
  const days = payments.map((tranche) => dueDay(tranche, { leadTimeDays, daysBeyondTerms: 0 }) - leadTimeDays);
  if (daysAfterDeliveryAbove !== undefined && Math.max(...days) <= daysAfterDeliveryAbove) return false;
  if (daysBeforeDeliveryAbove !== undefined && Math.min(...days) >= -daysBeforeDeliveryAbove) return false;
  return priceDiffers === undefined || Math.abs(discount) > NONE;
}
