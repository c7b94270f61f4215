import type { CostOfCash } from './discounting.ts';
import { customerPresentValue, discountFactor, receiptsOf, sellerPresentValue } from './discounting.ts';
import type { Package } from './packages.ts';
import type { Situation } from './situation.ts';
import type { Terms } from './terms.ts';
import { shortensTerms } from './terms.ts';

/** A gain that is linear in the discount: `base + perDiscount · discount`, money. */
export type LinearGain = { readonly base: number; readonly perDiscount: number };

/** The gain at a discount (fraction; negative is a premium). */
export function gainAt({ base, perDiscount }: LinearGain, discount: number): number {
  return base + perDiscount * discount;
}

/** What the seller gains by a package over today's deal as its cost of cash varies (docs/model.md section 5, ΔS). */
export type SellerSide = (cost: CostOfCash) => LinearGain;

/** Terms as the seller sees them: what they cost and save on the day the direct cost is paid, money. */
type SellerTerms = Pick<Terms, 'plan' | 'timing'> & Pick<Package, 'expediteCost' | 'forecastSaving'>;

/** Reads a package from the seller's side (docs/model.md section 5); what does not depend on the cost of cash is worked out once. */
export function sellerSideOf(one: SellerTerms, situation: Situation): SellerSide {
  const { policy, amount, defaultHazard, sellerValueToday } = situation;
  const receipts = receiptsOf(one.plan, one.timing, defaultHazard);
  const saved = one.forecastSaving - one.expediteCost;
  return (cost) => {
    const newValue = amount * sellerPresentValue(receipts, cost);
    const valueToday = sellerValueToday(cost);
    const savedValue = saved === 0 ? 0 : saved * discountFactor(cost.force, policy.supplierPaymentDay);
    return { base: newValue - valueToday + savedValue, perDiscount: -newValue };
  };
}

/** What one customer is like: its annual cost of cash, what a year of credit is worth to it beyond that (a rate), its loss per day late as a fraction of the amount. */
export type CustomerValues = { readonly annualRate: number; readonly reluctance: number; readonly lossPerDay: number };

/** The present value of a price to a customer, and by how much that is dearer than today's, money. */
export type CustomerPrice = { readonly price: number; readonly dearer: number };

/** Terms as the customer sees them, before its own values are known: money that does not depend on them, and the parts that do. */
export type CustomerSide = {
  /** Money per unit of `reluctance`: amount times the years by which payment terms get shorter. */
  readonly creditLost: number;
  /** Money per unit of `lossPerDay`: amount times the days of lateness avoided. */
  readonly latenessAvoided: number;
  /** Effort, friction and risk, money. */
  readonly fixedCost: number;
  /** By the force of interest of the customer's cost of cash. */
  readonly priceAt: (force: number) => CustomerPrice;
};

/** Reads terms from the customer's side (docs/model.md section 5). */
export function customerSideOf(terms: Terms, situation: Situation): CustomerSide {
  const { policy, amount, timing, neededInDays, customerValueToday, termsFriction, prepaymentRisk } = situation;
  const late = (leadTimeDays: number): number => Math.max(0, leadTimeDays - neededInDays);
  const shortens = shortensTerms(terms);
  return {
    creditLost: shortens ? (amount * -terms.movedDays) / 365 : 0,
    latenessAvoided: amount * (late(timing.leadTimeDays) - late(terms.timing.leadTimeDays)),
    fixedCost:
      (terms.forecast ? policy.forecast.customerEffort * amount : 0) +
      (shortens ? termsFriction * amount : 0) +
      prepaymentRisk * amount * Math.max(0, terms.prepayment - situation.prepayment),
    priceAt: (force) => {
      const price = amount * customerPresentValue(force, terms.plan, terms.timing);
      return { price, dearer: price - customerValueToday(force) };
    },
  };
}

/** What a customer gains by terms over today's deal, its price already looked up by `priceAt` (docs/model.md section 5, ΔC). */
export function customerGainOf(
  { creditLost, latenessAvoided, fixedCost }: CustomerSide,
  { price, dearer }: CustomerPrice,
  { reluctance, lossPerDay }: Omit<CustomerValues, 'annualRate'>,
): LinearGain {
  return {
    base: -dearer - reluctance * creditLost + lossPerDay * latenessAvoided - fixedCost,
    perDiscount: price,
  };
}
