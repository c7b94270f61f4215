import { daysBetween } from '../crm/calendar.ts';
import type { CustomerProfile } from '../crm/customer-profile.ts';
import { decodeDeal } from '../crm/decode-deal.ts';
import type { DealFacts } from '../crm/deal-facts.ts';
import type { Account } from '../crm/ledger.ts';
import type { PolicyInForce } from '../crm/policy-in-force.ts';
import type { PropertyValues } from '../crm/property-values.ts';
import { resolveScoringInput } from '../crm/scoring-input.ts';
import type { FigureName } from '../evidence/evidence-schema.ts';
import type { ResolvedInput } from '../scoring/input.ts';

/** Why a deal has no place in a plan. `unscored`: nobody has scored it, so a plan would rest on priors alone. */
export const leftOutReasons = [
  'unscored',
  'missing_amount',
  'no_exchange_rate',
  'invalid_field',
  'beyond_horizon',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** An open deal a plan can work with. */
export type PipelineDeal = {
  readonly dealName: string;
  /** The customer's problem in their own words; null when nobody wrote it down. */
  readonly customerWhy: string | null;
  readonly ownerId: string | null;
  /** Whether the close date is past or missing: nobody knows then when the order comes, and `input` says today. */
  readonly isOverdue: boolean;
  /** Figures nobody typed and HubSpot does not know. */
  readonly assumed: readonly FigureName[];
  /** Money in home currency; `id` is the deal's record id. A close date that is past or unknown counts as today. */
  readonly input: ResolvedInput;
};

export type LeftOutDeal = { readonly dealId: string; readonly dealName: string; readonly reason: LeftOutReason };

/** An account's open deals, sorted into those a plan can work with and those it cannot, each in the order given. */
export type Pipeline = { readonly deals: readonly PipelineDeal[]; readonly leftOut: readonly LeftOutDeal[] };

export type PipelineBasis = {
  readonly policy: PolicyInForce;
  readonly account: Account;
  /** ISO date in the account's time zone. */
  readonly today: string;
};

/**
 * Reads open deals for a plan. Sums over deals are in home currency (docs/architecture.md section 7), so each is brought into it first.
 *
 * @param records - deal properties by name, `plannedDealPropertyNames` of each
 * @param basis - policy, account and day; the horizon is the policy's
 */
export function readPipeline(records: readonly PropertyValues[], basis: PipelineBasis): Pipeline {
  const deals: PipelineDeal[] = [];
  const leftOut: LeftOutDeal[] = [];
  for (const record of records) {
    const read = readDeal(record, basis);
    if ('reason' in read) leftOut.push(read);
    else deals.push(read);
  }
  return { deals, leftOut };
}

function readDeal(record: PropertyValues, { policy, account, today }: PipelineBasis): PipelineDeal | LeftOutDeal {
  const { name: dealName, facts, customer, score, offer } = decodeDeal(record, account);
  const leaveOut = (reason: LeftOutReason): LeftOutDeal => ({ dealId: facts.dealId, dealName, reason });
  const resolved = resolveScoringInput({ ...inHomeCurrency(facts, customer, account), policy, account, today });
  // What a deal lacks is also why it has no score: that is what can be mended.
  if (!resolved.ok) return leaveOut(resolved.code);
  if (score === null) return leaveOut('unscored');
  const orderInDays = facts.closesOn === null ? 0 : Math.max(0, daysBetween(today, facts.closesOn));
  if (orderInDays > policy.app.planHorizonWeeks * 7) return leaveOut('beyond_horizon');
  const { input } = resolved;
  const agreed = offer.status === 'agreed' ? facts.said.agreed : null;
  const offered = offer.status === 'offered' ? facts.said.offered : null;
  return {
    dealName,
    customerWhy: customer.customerWhy,
    ownerId: facts.ownerId,
    isOverdue: facts.closesOn === null || facts.closesOn < today,
    assumed: resolved.figures.filter(({ from }) => from === 'assumed').map(({ name }) => name),
    input: {
      ...input,
      deal: { ...input.deal, closesInDays: orderInDays, closingProbability: facts.stageProbability, agreed, offered },
    },
  };
}

/** A deal whose rate is missing stays in its own currency, where it is refused for want of a rate. */
function inHomeCurrency(
  facts: DealFacts,
  captured: CustomerProfile,
  { homeCurrency }: Account,
): { readonly facts: DealFacts; readonly captured: CustomerProfile } {
  const { currency, exchangeRate, amount, expedite } = facts;
  if (currency === null || currency === homeCurrency || exchangeRate === null || exchangeRate <= 0)
    return { facts, captured };
  const converted = (money: number | null): number | null => (money === null ? null : money * exchangeRate);
  return {
    facts: {
      ...facts,
      currency: homeCurrency,
      exchangeRate: 1,
      amount: converted(amount),
      expedite: { ...expedite, cost: converted(expedite.cost) },
    },
    captured: { ...captured, statedLossPerDay: converted(captured.statedLossPerDay) },
  };
}
