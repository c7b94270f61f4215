import { proposePolicy, saidYes } from '@deal-terms/core/learning';
import type { AnsweredOffer, AskedCustomer } from '@deal-terms/core/learning';
import { mergePolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';
import { bargainAt } from '@deal-terms/core/scoring';
import { seeded } from '../mixed-deals.ts';
import type { Market } from './market.ts';
import { meanOf } from './mean-and-error.ts';
import type { Discount, SimulatedOffer } from './seller.ts';
import { gainsByCashDiscount, offerBestTrade, sellerPolicy } from './seller.ts';
import type { Gains, SimulatedCustomer } from './simulated-customer.ts';
import { asSeen, customersOf, gainInHindsight } from './simulated-customer.ts';

/** How well a way of selling predicts; Brier scores. */
export type Prediction = {
  /** Of the offers it makes itself, and what always saying their share of yes gets. */
  readonly ownOffers: number;
  readonly baseRate: number;
  /** Of the offers made without learning, predicted its way: the same questions for all. */
  readonly sameOffers: number;
};

/** What a way of selling comes to on customers nothing was learnt from. */
export type Result = {
  /** Means over all deals, traded or not; money. */
  readonly sellerGain: number;
  readonly customerGain: number;
  /** The seller's gain beside that of somebody who reads minds. */
  readonly shareOfHindsight: number;
  /** Null where nothing is predicted. */
  readonly prediction: Prediction | null;
};

/** `learnt50`: the loop after 50 answers; `toldTheTruth`: who knows what the market is like, though no customer's mind. */
export type Way = 'cashDiscount' | 'noLearning' | `learnt${number}` | 'toldTheTruth';

export type Plan = {
  readonly which: Discount;
  readonly learnAfter: readonly number[];
  readonly freshCustomers: number;
};

export type MarketResult = {
  /** Seller's gain a deal; money. */ readonly hindsight: number;
  readonly ways: ReadonlyMap<Way, Result>;
};

/**
 * One market: a seller who believes the defaults sells and learns after so many answers, and each way of selling is tried on the same fresh customers with
 * the same luck (common random numbers).
 */
export function simulateMarket(
  market: Market,
  seed: number,
  { which, learnAfter, freshCustomers }: Plan,
): MarketResult {
  const draw = customersOf(market, seeded(seed * 2 + 1), 'fresh ');
  const fresh = Array.from({ length: freshCustomers }, (_, index) => draw(index));
  const hindsight = meanOf(fresh.map((customer) => gainInHindsight(customer, sellerPolicy)));
  const offered = (policy: Policy) => fresh.map((customer) => offerBestTrade(customer, policy, which));
  const unlearnt = offered(sellerPolicy);
  const resultOf = (gains: readonly Gains[], prediction: Prediction | null): Result => {
    const sellerGain = meanOf(gains.map(({ seller }) => seller));
    return {
      sellerGain,
      customerGain: meanOf(gains.map(({ customer }) => customer)),
      shareOfHindsight: sellerGain / hindsight,
      prediction,
    };
  };
  const triedWith = (policy: Policy): Result => {
    const offers = offered(policy);
    return resultOf(
      offers.map((made) => made?.gains ?? { seller: 0, customer: 0 }),
      predictionOf(offers, unlearnt, fresh, policy),
    );
  };
  const learnt = policiesLearnt(customersOf(market, seeded(seed * 2), 'sold '), which, learnAfter);
  return {
    hindsight,
    ways: new Map<Way, Result>([
      ['cashDiscount', resultOf(fresh.map(gainsByCashDiscount), null)],
      ['noLearning', triedWith(sellerPolicy)],
      ...learnt.map(([after, policy]) => [`learnt${after}`, triedWith(policy)] as const),
      ['toldTheTruth', triedWith({ ...sellerPolicy, ...market })],
    ]),
  };
}

/** The loop: what is proposed after so many answers is saved, and the next customers are offered what it says. */
function policiesLearnt(
  customer: (index: number) => SimulatedCustomer,
  which: Discount,
  learnAfter: readonly number[],
): (readonly [after: number, Policy])[] {
  const answered: AnsweredOffer[] = [];
  const asked: AskedCustomer[] = [];
  let policy = sellerPolicy;
  return learnAfter.map((after) => {
    while (answered.length < after) {
      const next = customer(asked.length);
      asked.push({ dealId: next.id, companyId: '', deal: next.deal, customer: next.known });
      const made = offerBestTrade(next, policy, which);
      if (made !== null) answered.push(made.offer);
    }
    const proposal = proposePolicy(answered, policy, { before: sellerPolicy, asked });
    if (proposal.kind === 'too_few') throw new RangeError(`${after} answers are too few to learn from`);
    const merged = mergePolicy(proposal.policy);
    if (!merged.ok) throw new RangeError(`${merged.error.path}: ${merged.error.message}`);
    policy = merged.policy;
    return [after, policy] as const;
  });
}

function predictionOf(
  made: readonly (SimulatedOffer | null)[],
  unlearnt: readonly (SimulatedOffer | null)[],
  fresh: readonly SimulatedCustomer[],
  policy: Policy,
): Prediction {
  const own = made.filter((one) => one !== null).map(({ offer }) => offer);
  const yes = meanOf(own.map((offer) => Number(saidYes(offer))));
  const same = unlearnt.flatMap((one, index) =>
    one === null ? [] : [squaredError(one.offer, chanceOf(one.offer, fresh[index] as SimulatedCustomer, policy))],
  );
  return {
    ownOffers: meanOf(own.map((offer) => squaredError(offer, offer.acceptance))),
    baseRate: yes * (1 - yes),
    sameOffers: meanOf(same),
  };
}

function chanceOf({ packageId, discount, dealId }: AnsweredOffer, customer: SimulatedCustomer, policy: Policy): number {
  const bargain = bargainAt(asSeen(customer, policy), packageId, discount);
  if (bargain === null) throw new RangeError(`${packageId} is no package of deal ${dealId}`);
  return bargain.acceptance;
}

function squaredError(offer: AnsweredOffer, chance: number): number {
  return (chance - Number(saidYes(offer))) ** 2;
}
