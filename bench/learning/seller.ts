import { defaultPolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';
import { bargainAt, scoreDeal } from '@deal-terms/core/scoring';
import type { AnsweredOffer } from '@deal-terms/core/learning';
import type { Gains, SimulatedCustomer } from './simulated-customer.ts';
import { asSeen, outcomeOf } from './simulated-customer.ts';

/** A seller with orders waiting for want of cash, who believes the defaults. */
export const sellerPolicy: Policy = { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: 250_000 } };

/** Which discount of the best trade a rep offers: the one that pays us best, or the one fair to both. */
export type Discount = 'opening' | 'fair';

/** An offer with its answer, and what really came of it. */
export type SimulatedOffer = { readonly offer: AnsweredOffer; readonly gains: Gains };

const nothing: Gains = { seller: 0, customer: 0 };

/** The best trade of a deal, offered and answered; null when the score has none to offer. */
export function offerBestTrade(customer: SimulatedCustomer, policy: Policy, which: Discount): SimulatedOffer | null {
  const seen = asSeen(customer, policy);
  const {
    band,
    offers: [best],
  } = scoreDeal(seen);
  if (best === undefined) return null;
  const { packageId } = best;
  const discount = which === 'opening' ? best.openingDiscount : best.discount;
  const bargain = bargainAt(seen, packageId, discount);
  const outcome = outcomeOf(customer, packageId, discount, policy);
  if (bargain === null || outcome === null)
    throw new RangeError(`the best trade ${packageId} is no package of deal ${customer.id}`);
  const { agreed, gains } = outcome;
  return {
    gains: agreed ? gains : nothing,
    offer: {
      dealId: customer.id,
      companyId: '',
      ownerId: '',
      band,
      deal: customer.deal,
      customer: customer.known,
      packageId,
      discount,
      acceptance: bargain.acceptance,
      answer: agreed ? 'accepted' : customer.isOpen ? 'wanted_more' : 'no_answer',
      sellerGain: bargain.sellerGain,
      realisedGain: agreed ? gains.seller : null,
    },
  };
}

const net10 = 'net_10';
const cashDiscount = 0.02;

/** What comes of "2/10 net 30 for all" on a deal: 2 % off for payment ten days after delivery, taken by whom it suits. */
export function gainsByCashDiscount(customer: SimulatedCustomer): Gains {
  const policy: Policy = {
    ...sellerPolicy,
    paymentOptions: [{ id: net10, payments: [{ share: 1, anchor: 'delivery', days: 10 }] }],
  };
  const outcome = outcomeOf(customer, `${net10}/0/none`, cashDiscount, policy);
  return outcome?.agreed === true ? outcome.gains : nothing;
}
