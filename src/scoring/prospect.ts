import type { Customers } from './customers.ts';
import { stepsUpTo } from '../vocabulary/discount-steps.ts';
import { discountCap } from './discount-cap.ts';
import type { DiscountRow, Responses } from './fast/responses.ts';
import { openResponses } from './fast/responses.ts';
import { beginDeal, makeScratch } from './fast/scratch.ts';
import type { Scratch } from './fast/scratch.ts';
import { weightingOf } from './fast/weighting.ts';
import type { Shape, Weighting } from './fast/weighting.ts';
import type { CustomerPrice, CustomerSide, LinearGain, SellerSide } from './gains.ts';
import { customerGainOf, customerSideOf, gainAt, sellerSideOf } from './gains.ts';
import type { Package } from './packages.ts';
import { responseCurve } from './response.ts';
import type { Situation } from './situation.ts';
import type { Standing } from './standing.ts';
import { SAME_DISCOUNT, SAME_GAIN } from '../vocabulary/tolerance.ts';

/** A package from both sides, whatever our cash costs (docs/model.md sections 5 and 7). */
export type Prospect = {
  readonly package: Package;
  readonly standing: Standing;
  readonly sellerSide: SellerSide;
  readonly customerSide: CustomerSide;
  readonly customerAtCentre: LinearGain;
  /** Largest discount the package may carry. */
  readonly cap: number;
  /** First step of the grid, and how many there are up to the cap. */
  readonly first: number;
  readonly steps: number;
  /** First step that is not against the customer at the centre; the one after the last for none. */
  readonly firstFair: number;
};

/** Whether a discount leaves the customer at the centre no worse off (docs/model.md section 7, offers). */
export function isNotAgainst(customerAtCentre: LinearGain, discount: number, { amount }: Situation): boolean {
  return gainAt(customerAtCentre, discount) >= -SAME_GAIN * amount;
}

/** Reads a package from both sides. */
export function prospectOf(
  one: Package,
  standing: Standing,
  situation: Situation,
  { centre, centreForce }: Customers,
): Prospect {
  const { discount } = situation.policy;
  const customerSide = customerSideOf(one, situation);
  const customerAtCentre = customerGainOf(customerSide, customerSide.priceAt(centreForce), centre);
  const cap = discountCap(one, situation);
  const { first, last } = stepsUpTo(cap, discount);
  let firstFair = first;
  while (firstFair <= last && !isNotAgainst(customerAtCentre, firstFair * discount.step, situation)) firstFair += 1;
  return {
    package: one,
    standing,
    sellerSide: sellerSideOf(one, situation),
    customerSide,
    customerAtCentre,
    cap,
    first,
    steps: Math.max(0, last - first + 1),
    firstFair,
  };
}

/** Least gain the seller would bother for, money (docs/model.md section 7, M). */
export function leastMaterialGain({ policy: { materialGain }, amount }: Situation): number {
  return Math.max(materialGain.seller * amount, materialGain.sellerMoney);
}

/** Whether a gain is one the seller would bother for, but for rounding. */
export function isMaterial(gain: number, situation: Situation): boolean {
  return gain >= leastMaterialGain(situation) - SAME_GAIN * situation.amount;
}

/** Discount up to which a package gains the seller materially, wherever the grid and the cap end. */
export function sellerLimitOf({ base, perDiscount }: LinearGain, situation: Situation): number {
  return (base - leastMaterialGain(situation)) / -perDiscount;
}

/** The largest discount that suits the seller (docs/model.md section 7, d*). */
export function limitOf({ cap }: Prospect, seller: LinearGain, situation: Situation): number {
  return Math.min(cap, sellerLimitOf(seller, situation));
}

/** The discount a package is agreed at; null where none is, or where the yes was to more than we can give (docs/model.md section 7). */
export function agreedAt({ standing: { agreed } }: Prospect, limit: number): number | null {
  return agreed !== null && agreed <= limit + SAME_DISCOUNT ? agreed : null;
}

/** Whether a discount was refused, or less than was refused. */
export function isRefused({ refused }: Standing, discount: number): boolean {
  return refused !== null && discount <= refused + SAME_DISCOUNT;
}

/** How many steps of a row, from its first, were refused. */
export function refusedSteps({ standing }: Prospect, { firstStep, step, count }: DiscountRow): number {
  let refused = 0;
  while (refused < count && isRefused(standing, (firstStep + refused) * step)) refused += 1;
  return refused;
}

/** Everybody a deal's packages meet, in the form their responses are worked out with. */
export type Audience = {
  readonly customers: Customers;
  readonly open: Weighting;
  /** How likely the customer is open to any trade. */
  readonly openWeight: number;
  /** Whether values may be summed over that make no difference to a package. */
  readonly sums: boolean;
  readonly scratch: Scratch;
};

/** Room for the hot loop; scoring is synchronous, so one is enough. */
const scratch = makeScratch();

/**
 * The audience of a deal; that of the deal before is gone with it.
 *
 * @param sums - whether values may be summed over that make no difference to a package
 */
export function audienceOf(customers: Customers, sums: boolean): Audience {
  beginDeal(scratch);
  const { cashPosition, termsImportance, urgency } = customers.beliefs;
  const shape = {
    nCash: cashPosition.values.length,
    nTerms: termsImportance.values.length,
    nSpeed: urgency.values.length,
  };
  return {
    customers,
    open: weightingOf(customers.open, shape),
    openWeight: customers.open.reduce((sum, weight) => sum + weight, 0),
    sums,
    scratch,
  };
}

/** How many values of each field are told apart for a package. */
function shapeOf({ creditLost, latenessAvoided }: CustomerSide, { open: { shape }, sums }: Audience): Shape {
  return {
    nCash: shape.nCash,
    nTerms: sums && creditLost === 0 ? 1 : shape.nTerms,
    nSpeed: sums && latenessAvoided === 0 ? 1 : shape.nSpeed,
  };
}

/** Opens the responses of the customers to a package along a row of discounts, ready to be filled in. */
export function responsesTo(
  { customerSide }: Prospect,
  row: DiscountRow,
  audience: Audience,
  situation: Situation,
): Responses {
  const { beliefs, forces } = audience.customers;
  const prices = forces.map((force) => customerSide.priceAt(force));
  const priceOf = (i: number): CustomerPrice => prices[i] as CustomerPrice;
  const { creditLost, latenessAvoided, fixedCost } = customerSide;
  return openResponses(
    audience.scratch,
    { shape: shapeOf(customerSide, audience), row, curve: responseCurve(situation) },
    {
      price: (i) => priceOf(i).price,
      ofTerms: (i, j) => -priceOf(i).dearer - (beliefs.termsImportance.values[j] as number) * creditLost - fixedCost,
      ofSpeed: (k) => (beliefs.urgency.values[k] as number) * latenessAvoided,
    },
  );
}
