import { customerPresentValue, discountFactor, sellerPresentValue } from './discounting.ts';
import type { Package } from './packages.ts';
import { shortensTerms } from './packages.ts';
import type { Situation } from './situation.ts';

/** A gain that is linear in the discount: `base + perDiscount · discount`, money. */
export type LinearGain = { readonly base: number; readonly perDiscount: number };

/** The gain at a discount (fraction; negative is a premium). */
export function gainAt({ base, perDiscount }: LinearGain, discount: number): number {
  return base + perDiscount * discount;
}

/** What the seller gains by a package over today's deal, in present value (model section 5, ΔS). */
export function sellerGainOf(
  one: Package,
  { policy, amount, daysBeyondTerms, sellerRate, sellerValueToday, defaultHazard }: Situation,
): LinearGain {
  const newValue =
    amount *
    sellerPresentValue(sellerRate, defaultHazard, one.plan, { leadTimeDays: one.leadTimeDays, daysBeyondTerms });
  const savings = (one.forecastSaving - one.expediteCost) * discountFactor(sellerRate, policy.supplierPaymentDay);
  return { base: newValue - sellerValueToday + savings, perDiscount: -newValue };
}

/** What one customer is like: its annual cost of cash, its weight on money lost by shorter terms, its loss per day late as a fraction of the amount. */
export type CustomerValues = { readonly annualRate: number; readonly termsWeight: number; readonly lossPerDay: number };

/** A package as the customer sees it, before its own values are known: money that does not depend on them, and the parts that do. */
export type CustomerSide = {
  /** Money per unit of `lossPerDay`: amount times the days of lateness the package avoids. */
  readonly latenessAvoided: number;
  /** Effort, friction and risk, money. */
  readonly fixedCost: number;
  /** Present value of the price, and how much dearer the plan is than today's, at an annual rate. */
  readonly priceAt: (annualRate: number) => { readonly price: number; readonly dearer: number };
  readonly shorter: boolean;
};

/** Reads a package from the customer's side (model section 5). */
export function customerSideOf(one: Package, situation: Situation): CustomerSide {
  const {
    policy,
    amount,
    leadTimeDays,
    daysBeyondTerms,
    neededInDays,
    prepaid,
    customerValueToday,
    termsFriction,
    prepaymentRisk,
  } = situation;
  const late = (days: number): number => Math.max(0, days - neededInDays);
  const shorter = shortensTerms(one);
  return {
    shorter,
    latenessAvoided: amount * (late(leadTimeDays) - late(one.leadTimeDays)),
    fixedCost:
      (one.forecast ? policy.forecast.customerEffort * amount : 0) +
      (shorter ? termsFriction * amount : 0) +
      prepaymentRisk * amount * Math.max(0, one.prepaid - prepaid),
    priceAt: (annualRate) => {
      const price =
        amount * customerPresentValue(annualRate, one.plan, { leadTimeDays: one.leadTimeDays, daysBeyondTerms });
      return { price, dearer: price - customerValueToday(annualRate) };
    },
  };
}

/** What a customer gains by a package over today's deal, in present value, its price already looked up by `priceAt` (model section 5, ΔC). */
export function customerGainAtPrice(
  side: CustomerSide,
  { price, dearer }: ReturnType<CustomerSide['priceAt']>,
  { termsWeight, lossPerDay }: Omit<CustomerValues, 'annualRate'>,
): LinearGain {
  const weight = dearer > 0 && side.shorter ? termsWeight : 1;
  return { base: -weight * dearer + lossPerDay * side.latenessAvoided - side.fixedCost, perDiscount: price };
}

/** The same for a customer whose values are all known. */
export function customerGainOf(side: CustomerSide, values: CustomerValues): LinearGain {
  return customerGainAtPrice(side, side.priceAt(values.annualRate), values);
}
