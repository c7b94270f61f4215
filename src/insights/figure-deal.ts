import type { CustomerProfile } from '../crm/customer-profile.ts';
import { decodeDeal } from '../crm/decode-deal.ts';
import type { Deal } from '../crm/decode-deal.ts';
import type { PropertyValues } from '../crm/property-values.ts';
import { resolveScoringInput } from '../crm/scoring-input.ts';
import { figureNames } from '../evidence/evidence-schema.ts';
import type { FigureName } from '../evidence/evidence-schema.ts';
import { scoreDeal } from '../scoring/score-deal.ts';
import type { InsightBasis } from './insight-deal.ts';

/** A scored open deal as far as it rests on figures nobody typed and HubSpot does not know. */
export type FigureDeal = {
  readonly dealId: string;
  readonly dealName: string;
  /** "" when the deal belongs to none; so with owners. */
  readonly companyId: string;
  readonly ownerId: string;
  readonly assumed: readonly FigureName[];
  /** The figure whose asking would change the expected gain most, and by how much; null where none would. */
  readonly ask: { readonly figure: FigureName; /** Home currency. */ readonly change: number } | null;
};

type Known = Pick<CustomerProfile, FigureName>;

/** What a figure may well turn out to be: somewhat less and somewhat more than is assumed, or one of its kinds. */
const alternatives: {
  readonly [Name in FigureName]: (assumed: {
    readonly grossMargin: number;
    readonly leadTimeDays: number;
  }) => readonly Known[Name][];
} = {
  grossMargin: ({ grossMargin }) => [Math.max(0.02, grossMargin - 0.15), Math.min(0.95, grossMargin + 0.15)],
  paymentPlan: () => ['on delivery', 'net 30', 'net 60', 'net 90'],
  leadTimeDays: ({ leadTimeDays }) => [Math.round(leadTimeDays / 2), Math.round(leadTimeDays * 1.5)],
  daysBeyondTerms: () => [20],
  relationship: () => ['new', 'established'],
};

/**
 * Reads an open deal and works out which of the figures it lacks is most worth asking for: the deal is scored with what each of them may well be, and the one
 * that moves the expected gain furthest wins.
 *
 * @param record - deal properties by name, `scoredDealPropertyNames` of it
 * @param basis - policy, account and day
 * @returns null for a deal that was never scored, or does not say what it rests on
 */
export function figureDeal(record: PropertyValues, basis: InsightBasis): FigureDeal | null {
  const deal = decodeDeal(record, basis.account);
  const { facts, score } = deal;
  if (score?.figuresAssumed == null) return null;
  return {
    dealId: deal.id,
    dealName: deal.name,
    companyId: facts.companyId ?? '',
    ownerId: facts.ownerId ?? '',
    assumed: score.assumedFigures,
    ask: figureToAsk(deal, score.assumedFigures, basis),
  };
}

/** Money below this is none. */
const noMoney = 0.5;

function figureToAsk(
  { facts, customer }: Deal,
  assumed: readonly FigureName[],
  basis: InsightBasis,
): FigureDeal['ask'] {
  const gainWith = (captured: CustomerProfile) => {
    const resolved = resolveScoringInput({ facts, captured, ...basis });
    return resolved.ok
      ? { gain: scoreDeal(resolved.input).expectedGain * resolved.exchangeRate, deal: resolved.input.deal }
      : null;
  };
  const now = assumed.length === 0 ? null : gainWith(customer);
  if (now === null) return null;
  const [most] = assumed
    .map((figure) => {
      const changes = alternatives[figure](now.deal).map((value) =>
        Math.abs((gainWith({ ...customer, [figure]: value })?.gain ?? now.gain) - now.gain),
      );
      return { figure, change: Math.max(...changes) };
    })
    .sort((one, other) => other.change - one.change);
  return most === undefined || most.change < noMoney ? null : most;
}

/** What the scores of open deals rest on. */
export type FigureInsights = {
  /** Deals whose score says what it rests on. */
  readonly deals: number;
  /** How many of them lack each figure, the figures most often lacking first; those nobody lacks are left out. */
  readonly lacking: readonly { readonly figure: FigureName; readonly deals: number }[];
  /** Deals on which asking for one figure changes most, at most five. */
  readonly asks: readonly (FigureDeal & { readonly ask: NonNullable<FigureDeal['ask']> })[];
};

const asksAtMost = 5;

/**
 * What many deals lack, and what to ask for first.
 *
 * @param deals - scored open deals
 */
export function figureInsights(deals: readonly FigureDeal[]): FigureInsights {
  return {
    deals: deals.length,
    lacking: figureNames
      .map((figure) => ({ figure, deals: deals.filter(({ assumed }) => assumed.includes(figure)).length }))
      .filter((one) => one.deals > 0)
      .sort((one, other) => other.deals - one.deals),
    asks: deals
      .flatMap((deal) => (deal.ask === null ? [] : [{ ...deal, ask: deal.ask }]))
      .sort((one, other) => other.ask.change - one.ask.change)
      .slice(0, asksAtMost),
  };
}
