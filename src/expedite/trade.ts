import type { Account, DealFacts, CustomerProfile, PolicyInForce, ResolvedDeal } from '../crm/index.ts';
import { addDays, daysBetween, resolveScoringInput } from '../crm/index.ts';
import { AS_TODAY, formatPaymentPlan, sellerGainAt } from '../scoring/index.ts';
import type { PaymentPlan, ResolvedInput } from '../scoring/index.ts';
import { readPaymentPlan } from '../terms/index.ts';
import { givesInWords } from '../words/index.ts';
import type { ExpediteTerms } from '../crm/expedite-request.ts';

/** Stored sentences are read by everybody in the account: they are written in one language. */
const writtenFor = { locale: 'en' };

/** No order is planned further ahead; dates beyond are slips of the pen, and those of the year 9999 have no day after. */
const farthestDays = 3650;

export type DealToTrade = {
  readonly facts: DealFacts;
  readonly captured: CustomerProfile;
  readonly policy: PolicyInForce;
  readonly account: Account;
  readonly today: string;
};

/** A deal as it stands, apart from any request for speed. Money in the deal's currency. */
export type TradeBasis = {
  readonly resolved: ResolvedDeal;
  /** The day delivery days are counted from: the close date, or today once that is past. */
  readonly orderedOn: string;
  /** Without any speed. */
  readonly deliveredOn: string;
};

/**
 * Reads a deal for trading speed.
 *
 * @param deal - facts, answers, policy, account and day
 * @returns the basis, or why the deal cannot be scored
 */
export function tradeBasis(deal: DealToTrade) {
  const facts: DealFacts = { ...deal.facts, expedite: { status: 'none', daysSaved: null, cost: null } };
  const resolved = resolveScoringInput({ ...deal, facts });
  if (!resolved.ok) return resolved;
  const closesOn = facts.closesOn ?? deal.today;
  const orderedOn = closesOn > deal.today && isInSight(closesOn, deal.today) ? closesOn : deal.today;
  return {
    ok: true,
    basis: { resolved, orderedOn, deliveredOn: addDays(orderedOn, Math.ceil(resolved.input.deal.leadTimeDays)) },
  } as const;
}

/** Whether a date is one that plans are made for. */
export function isInSight(date: string, today: string): boolean {
  return date <= addDays(today, farthestDays);
}

/** Days a delivery on a date would save; not above zero when it would save none. */
export function daysSavedBy({ deliveredOn }: TradeBasis, date: string): number {
  return daysBetween(date, deliveredOn);
}

/** The date a number of days saved delivers on, rounded to the safe side. */
export function dateSaving({ deliveredOn }: TradeBasis, daysSaved: number): string {
  return addDays(deliveredOn, -Math.floor(daysSaved));
}

/** What a number of days saved costs us by the policy's estimate, money in the deal's currency. */
export function estimatedCost(
  {
    resolved: {
      input: { deal, policy },
    },
  }: TradeBasis,
  daysSaved: number,
): number {
  return policy.expedite.fixedCost + policy.expedite.costPerDay * deal.amount * daysSaved;
}

type Trade = Pick<ExpediteTerms, 'paymentPlan' | 'forecast' | 'discount' | 'daysSaved'>;

/**
 * What we gain if a request is granted, its cost taken off.
 *
 * @param trade - days and what the customer gives
 * @param cost - what the speed costs us
 * @returns money in the deal's currency; null for a trade the policy or the customer's answers rule out, or terms that do not parse
 */
export function gainIfGranted({ resolved: { input } }: TradeBasis, trade: Trade, cost: number): number | null {
  const asked = askedPlan(input, trade.paymentPlan);
  if (asked === 'unreadable') return null;
  const { policy, customer } = input;
  const option = asked === null ? AS_TODAY : 'asked';
  const granted: ResolvedInput = {
    ...input,
    customer: trade.forecast ? { ...customer, forecast: 'willing' } : customer,
    policy: {
      ...policy,
      expedite: { daysSaved: [trade.daysSaved], fixedCost: cost, costPerDay: 0, minLeadTimeDays: 0 },
      paymentOptions: asked === null ? [] : [{ id: option, payments: asked }],
    },
  };
  return sellerGainAt(granted, `${option}/${trade.daysSaved}/${trade.forecast ? 'forecast' : 'none'}`, trade.discount);
}

/** What the customer gives, as a stored sentence; its terms must parse. */
export function givesOf({ resolved: { input } }: TradeBasis, trade: Trade): string {
  const asked = askedPlan(input, trade.paymentPlan);
  return givesInWords(
    {
      today: input.deal.payments,
      asked: asked === 'unreadable' ? null : asked,
      forecast: trade.forecast,
      discount: trade.discount,
    },
    writtenFor,
  );
}

/** Null for terms that are those of today. */
function askedPlan({ deal: { payments } }: ResolvedInput, notation: string | null): PaymentPlan | null | 'unreadable' {
  if (notation === null) return null;
  const parsed = readPaymentPlan(notation, null);
  if (!parsed.ok) return 'unreadable';
  return formatPaymentPlan(parsed.plan) === formatPaymentPlan(payments) ? null : parsed.plan;
}
