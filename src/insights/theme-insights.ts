import { isSilent, lastDiscussedOn } from '../meetings/last-discussed.ts';
import type { MeetingRecord } from '../meetings/meeting-record.ts';
import type { Share } from './pipeline-insights.ts';
import type { ThemeDeal } from './theme-deal.ts';

/** Deals by how they stand; money in home currency. */
export type ByState = Readonly<Record<ThemeDeal['state'], Share>>;

/** The words of a customer, and when the table last talked about them. */
export type ThemedWhy = {
  readonly deal: ThemeDeal & { readonly why: string };
  /** ISO date; null for never. */
  readonly lastDiscussedOn: string | null;
  /** Whether it is open and nobody has talked about it for long. */
  readonly isSilent: boolean;
};

/** What several customers have in common. A deal with two themes counts under each. */
export type ThemeInsight = {
  /** Null for words nobody has put under a theme. */
  readonly themeId: string | null;
  readonly total: ByState;
  /** In order of time; deals without a date last, under null. */
  readonly byMonth: readonly (ByState & { readonly month: string | null })[];
  /** Largest open value first; `industry` is the company's, as HubSpot has it, null where it has none. */
  readonly byIndustry: readonly (ByState & { readonly industry: string | null })[];
  /** Open deals before closed ones, those nobody talks about first, then by value. */
  readonly whys: readonly ThemedWhy[];
  /** Deals themselves, open ones first, largest first. */
  readonly deals: readonly ThemeDeal[];
};

export type ThemeBasis = {
  /** Industry of companies by id; "" or absent where there is none. */
  readonly industries: ReadonlyMap<string, string>;
  readonly record: Pick<MeetingRecord, 'discussed'>;
  /** ISO date in the account's time zone. */
  readonly today: string;
};

/**
 * What deals say by theme, largest open value first, words without a theme last.
 *
 * @param deals - any number; those without words and theme count for nothing
 * @param basis - industries, and what the table has talked about
 */
export function themeInsights(deals: readonly ThemeDeal[], basis: ThemeBasis): readonly ThemeInsight[] {
  const ids = [...new Set(deals.flatMap(({ themes }) => themes))];
  const themed = ids.map((id) =>
    insightOf(
      id,
      deals.filter(({ themes }) => themes.includes(id)),
      basis,
    ),
  );
  const homeless = deals.filter(({ themes, why }) => themes.length === 0 && why !== null);
  return [
    ...themed.sort(
      (one, other) =>
        other.total.open.value - one.total.open.value ||
        other.total.won.value - one.total.won.value ||
        (one.themeId ?? '').localeCompare(other.themeId ?? ''),
    ),
    ...(homeless.length === 0 ? [] : [insightOf(null, homeless, basis)]),
  ];
}

function insightOf(themeId: string | null, deals: readonly ThemeDeal[], basis: ThemeBasis): ThemeInsight {
  const months = [...new Set(deals.map(({ month }) => month))].sort(nullLast);
  const industryOf = ({ companyId }: ThemeDeal) => basis.industries.get(companyId) || null;
  const industries = [...new Set(deals.map(industryOf))];
  const largestFirst = [...deals].sort(
    (one, other) => orderOf(one) - orderOf(other) || other.value - one.value || one.dealId.localeCompare(other.dealId),
  );
  return {
    themeId,
    total: byState(deals),
    byMonth: months.map((month) => ({ month, ...byState(deals.filter((deal) => deal.month === month)) })),
    byIndustry: industries
      .map((industry) => ({ industry, ...byState(deals.filter((deal) => industryOf(deal) === industry)) }))
      .sort((one, other) => other.open.value - one.open.value || nullLast(one.industry, other.industry)),
    whys: largestFirst
      .flatMap((deal) => (deal.why === null ? [] : [themedWhy({ ...deal, why: deal.why }, basis)]))
      .sort((one, other) => orderOf(one.deal) - orderOf(other.deal) || Number(other.isSilent) - Number(one.isSilent)),
    deals: largestFirst,
  };
}

function themedWhy(deal: ThemedWhy['deal'], { record, today }: ThemeBasis): ThemedWhy {
  const lastOn = lastDiscussedOn(record, deal);
  return { deal, lastDiscussedOn: lastOn, isSilent: deal.state === 'open' && isSilent(lastOn, today) };
}

function byState(deals: readonly ThemeDeal[]): ByState {
  const share = (state: ThemeDeal['state']): Share => {
    const those = deals.filter((deal) => deal.state === state);
    return { deals: those.length, value: those.reduce((sum, { value }) => sum + value, 0) };
  };
  return { open: share('open'), won: share('won'), lost: share('lost') };
}

function orderOf({ state }: ThemeDeal): number {
  return state === 'open' ? 0 : 1;
}

function nullLast(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
}
