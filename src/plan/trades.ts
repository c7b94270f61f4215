import { customersOf } from '../scoring/customers.ts';
import { acceptanceAt, discountAt, evaluationAt, receive } from '../scoring/evaluation.ts';
import type { Evaluation, Reception } from '../scoring/evaluation.ts';
import { ownResponses } from '../scoring/fast/responses.ts';
import { gainAt, sellerSideOf } from '../scoring/gains.ts';
import type { LinearGain } from '../scoring/gains.ts';
import type { Deal, ResolvedInput } from '../scoring/input.ts';
import { menuOf, openingOf } from '../scoring/offers.ts';
import type { Ranked } from '../scoring/offers.ts';
import { expediteCostOf, forecastSavingOf, listPackages } from '../scoring/packages.ts';
import type { Package } from '../scoring/packages.ts';
import { dueDay, meanPaymentDay, wholePlan } from '../vocabulary/payment-plan.ts';
import type { PaymentPlan, Timing } from '../vocabulary/payment-plan.ts';
import { audienceOf, prospectOf } from '../scoring/prospect.ts';
import { readSituation } from '../scoring/situation.ts';
import type { Situation } from '../scoring/situation.ts';
import { standingsOf } from '../scoring/standing.ts';
import { SAME_GAIN } from '../vocabulary/tolerance.ts';
import type { PlanBasis } from './basis.ts';

/** Id a plan gives to what is agreed on a deal (docs/model.md section 11). */
export const AGREED = 'agreed';
/** Id a plan gives to an offer the customer has not answered yet (docs/cfo-guide.md). */
export const OFFERED = 'offered';

/** What a trade changes apart from the price. */
export type TradedTerms = Pick<Package, 'plan' | 'timing' | 'paymentDay' | 'expediteCost' | 'forecastSaving'>;

/** A trade that could be made of a deal; money in the deal's currency. */
export type Trade = {
  readonly packageId: string;
  readonly terms: TradedTerms;
  readonly discount: number;
  readonly openingDiscount: number;
  /** Chance of a yes. */
  readonly acceptance: number;
  /** Our gain at the bank's rate, ΔS⁰. */
  readonly sellerGain: number;
  /** Customer's gain at the centre of what is believed; null for what is agreed or on offer: nobody chooses any more. */
  readonly customerGain: number | null;
  /** Cash released within the horizon, currency-days, w. */
  readonly cashDays: number;
};

/** A deal with the trade its card makes at each price of the plan, from the bank's rate up; null where it stays as it is. */
export type DealTrades = {
  readonly id: string;
  readonly closingProbability: number;
  /** Whether its trade is agreed or on offer: then it is the same at every price, and nothing replaces it. */
  readonly isFixed: boolean;
  readonly trades: readonly (Trade | null)[];
};

/** Cash that a plan releases against today's within the horizon, in currency-days at no discount (docs/model.md section 11, w). */
function releasedBy(
  plan: PaymentPlan,
  timing: Timing,
  closesInDays: number,
  { plan: today, timing: timingToday, amount }: Situation,
  { horizonDays }: PlanBasis,
): number {
  const meanDay = (payments: PaymentPlan, when: Timing): number =>
    payments.reduce(
      (sum, tranche) => sum + tranche.share * Math.min(horizonDays, closesInDays + dueDay(tranche, when)),
      0,
    );
  return amount * (meanDay(today, timingToday) - meanDay(plan, timing));
}

function cashDaysAt(released: number, discount: number, { amount }: Situation): number {
  const cashDays = released * (1 - discount);
  return Math.abs(cashDays) <= SAME_GAIN * amount ? 0 : cashDays;
}

/** Terms on which nothing is left to choose, as a trade (docs/model.md section 11). */
function fixedTrade(
  packageId: string,
  { acceptance, ...agreed }: NonNullable<Deal['offered']>,
  closesInDays: number,
  situation: Situation,
  basis: PlanBasis,
): Trade {
  const plan = wholePlan(agreed.payments);
  const timing = { ...situation.timing, leadTimeDays: agreed.leadTimeDays };
  const terms = {
    plan,
    timing,
    paymentDay: meanPaymentDay(plan, timing),
    expediteCost: expediteCostOf(situation.timing.leadTimeDays - agreed.leadTimeDays, situation),
    forecastSaving: forecastSavingOf(agreed.forecast, situation),
  };
  return {
    packageId,
    terms,
    discount: agreed.discount,
    openingDiscount: agreed.discount,
    acceptance,
    sellerGain: gainAt(sellerSideOf(terms, situation)(basis.bank), agreed.discount),
    customerGain: null,
    cashDays: cashDaysAt(releasedBy(plan, timing, closesInDays, situation, basis), agreed.discount, situation),
  };
}

/** A package with what does not depend on the price of cash: how customers respond to it, and the cash it releases. */
type Option = { readonly reception: Reception; readonly released: number };

/** Every package of a deal. Only discounts that could be offered are asked about: acceptance does not depend on our cost of cash, so it is worked out once for all prices. */
function optionsOf(closesInDays: number, situation: Situation, basis: PlanBasis): Option[] {
  const audience = audienceOf(customersOf(situation), true);
  const packages = listPackages(situation);
  const { step } = situation.policy.discount;
  return standingsOf(packages, situation).map((standing, index) => {
    const one = packages[index] as (typeof packages)[number];
    const prospect = prospectOf(one, standing, situation, audience.customers);
    const firstStep = prospect.firstFair;
    const row = { firstStep, step, count: prospect.steps - (firstStep - prospect.first) };
    return {
      reception: receive(prospect, row, null, situation, audience).reception,
      released: releasedBy(one.plan, one.timing, closesInDays, situation, basis),
    };
  });
}

/** A deal with what of its trades is the same at every price of cash. */
export type PreparedDeal = {
  readonly input: ResolvedInput;
  readonly situation: Situation;
  /** None where terms are fixed. */
  readonly options: readonly Option[];
};

/** Works out what of a deal's trades is the same at every price; it holds until the next deal is worked out, unless it is kept by `keepPrepared`. */
export function prepareDeal(input: ResolvedInput, basis: PlanBasis): PreparedDeal {
  const { deal } = input;
  const situation = readSituation({ ...input, policy: { ...basis.policy, expedite: input.policy.expedite } });
  const isFixed = fixedTermsOf(deal) !== null;
  return { input, situation, options: isFixed ? [] : optionsOf(deal.closesInDays ?? 0, situation, basis) };
}

/** A prepared deal that lasts: what the core works out lies in room that the next deal uses. */
export function keepPrepared({ options, ...rest }: PreparedDeal): PreparedDeal {
  return {
    ...rest,
    options: options.map(({ reception, released }) => ({
      reception: { ...reception, responses: ownResponses(reception.responses) },
      released,
    })),
  };
}

/**
 * The trade a deal's card makes at each price of a plan: of the offers on its menu the one worth most there (docs/model.md section 11).
 *
 * @param input - of its policy only what operations said of speed counts; all else is the plan's
 */
export function dealTrades(input: ResolvedInput, basis: PlanBasis): DealTrades {
  return tradesAt(prepareDeal(input, basis), basis);
}

/**
 * The trades of a prepared deal.
 *
 * @param basis - differs from the one it was prepared on in the bank's rate and the backlog at most
 */
export function tradesAt({ input: { id, deal }, situation, options }: PreparedDeal, basis: PlanBasis): DealTrades {
  const closingProbability = deal.closingProbability ?? 1;
  const closesInDays = deal.closesInDays ?? 0;
  const fixed = fixedTermsOf(deal);
  if (fixed !== null) {
    const trade = fixedTrade(fixed.packageId, fixed.terms, closesInDays, situation, basis);
    return { id, closingProbability, isFixed: true, trades: basis.prices.map(() => trade) };
  }
  const byReception = new Map(
    options.map(({ reception, released }) => [
      reception,
      { released, atBank: reception.prospect.sellerSide(basis.bank) },
    ]),
  );
  let last: Trade | null = null;
  const trades = basis.prices.map(({ premium, cost }): Trade | null => {
    // Forty prices times twenty packages: flatMap takes longer over it than the rest.
    const evaluations: Evaluation[] = [];
    for (const { reception } of options) {
      const evaluation = evaluationAt(reception, cost, situation);
      if (evaluation !== null) evaluations.push(evaluation);
    }
    let best: Trade | null = null;
    let most = 0;
    for (const ranked of menuOf(evaluations, situation)) {
      const trade = tradeOf(ranked, byReception.get(ranked.evaluation.reception) as OptionAtBank, situation);
      const gain = trade.sellerGain + premium * trade.cashDays;
      const yes = closingProbability * trade.acceptance;
      if (trade.cashDays < 0 || gain < 0 || yes === 0) continue;
      if (best !== null && yes * gain <= most) continue;
      best = trade;
      most = yes * gain;
    }
    // Neighbouring prices mostly make the same trade: it is kept once.
    if (!isSameTrade(best, last)) last = best;
    return last;
  });
  return { id, closingProbability, isFixed: false, trades };
}

/** What is agreed on a deal, or on offer. */
function fixedTermsOf({
  agreed,
  offered,
}: Deal): { readonly packageId: string; readonly terms: NonNullable<Deal['offered']> } | null {
  if (agreed !== undefined && agreed !== null) return { packageId: AGREED, terms: { ...agreed, acceptance: 1 } };
  return offered === undefined || offered === null ? null : { packageId: OFFERED, terms: offered };
}

/** Of an option: the cash it releases, and our gain at the bank's rate. */
type OptionAtBank = Pick<Option, 'released'> & { readonly atBank: LinearGain };

function tradeOf(ranked: Ranked, { atBank, released }: OptionAtBank, situation: Situation): Trade {
  const { evaluation, fair } = ranked;
  const { package: one, customerAtCentre } = evaluation.reception.prospect;
  const discount = discountAt(evaluation, fair);
  return {
    packageId: one.id,
    terms: one,
    discount,
    openingDiscount: discountAt(evaluation, openingOf(ranked, situation)),
    acceptance: acceptanceAt(evaluation, fair),
    sellerGain: gainAt(atBank, discount),
    customerGain: gainAt(customerAtCentre, discount),
    cashDays: cashDaysAt(released, discount, situation),
  };
}

function isSameTrade(one: Trade | null, other: Trade | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.packageId === other.packageId &&
    one.discount === other.discount &&
    one.openingDiscount === other.openingDiscount &&
    one.acceptance === other.acceptance
  );
}
