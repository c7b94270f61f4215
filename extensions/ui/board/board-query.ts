import type { useCrmSearch } from '@hubspot/ui-extensions';
import {
  addDays,
  assumedFigureValues,
  expeditePropertyOf,
  nativePropertyOf,
  offerPropertyOf,
  profilePropertyOf,
  scorePropertyOf,
  startOfDay,
} from '@deal-terms/core/crm';
import { fields, MODEL_VERSION } from '@deal-terms/core/scoring';
import { pagePropertyNames } from './page-properties.ts';
import type { BoardFilters, QuickFilter, SortKey } from './board-filters.ts';

/** What `useCrmSearch` is asked. */
export type CrmSearch = Parameters<typeof useCrmSearch>[0];
type FilterGroup = NonNullable<CrmSearch['filterGroups']>[number];
type Condition = FilterGroup['filters'][number];

/** Deals of a filter as HubSpot's search takes them, or why it does not. */
export type BoardQuery =
  | {
      readonly ok: true;
      readonly objectType: 'deals';
      readonly query: string;
      readonly filterGroups: FilterGroup[];
      readonly sorts: NonNullable<CrmSearch['sorts']>;
    }
  | { readonly ok: false; readonly problem: string };

/** HubSpot's limits of a search (docs/architecture.md section 5). */
export const conditionsPerGroup = 6;
const groupsAtMost = 5;
const conditionsInAll = 18;
const bodyCharacters = 3_000;
/** Page length, cursor and the names of the keys come on top of what is measured here. */
const reservedCharacters = 150;

const sortProperties: Record<SortKey, string> = {
  expectedGain: scorePropertyOf.expectedGainHome,
  negotiability: scorePropertyOf.negotiability,
  daysSooner: scorePropertyOf.daysSooner,
  amount: nativePropertyOf.amountHome,
  closeDate: nativePropertyOf.closesOn,
  figuresAssumed: scorePropertyOf.figuresAssumed,
};

/** An offer nobody has answered for so long wants a call. */
const daysWithoutAnswer = 7;

/** What conditions count from. */
export type QueryBasis = {
  /** Of the policy in force. */
  readonly policyVersion: number;
  /** ISO date in the account's time zone, and that zone. */
  readonly today: string;
  readonly timeZone: string;
};

/**
 * The search for a filter's deals: one group of conditions, two where either of two versions may be old.
 *
 * @param filters - which deals
 * @returns `ok: false` with a sentence for the viewer when HubSpot's search would refuse
 */
export function boardQuery(filters: BoardFilters, basis: QueryBasis): BoardQuery {
  const common = conditionsOf(filters, basis);
  const filterGroups = missingAlternatives(filters).flatMap((missing) =>
    scoreAlternatives(filters, basis.policyVersion).map((score) => ({ filters: [...common, ...missing, ...score] })),
  );
  const search: Extract<BoardQuery, { ok: true }> = {
    ok: true,
    objectType: 'deals',
    query: filters.text.trim(),
    filterGroups,
    sorts: [{ propertyName: sortProperties[filters.sort], direction: filters.ascending ? 'ASCENDING' : 'DESCENDING' }],
  };
  const most = Math.max(...filterGroups.map((group) => group.filters.length));
  if (most > conditionsPerGroup) {
    return {
      ok: false,
      problem: `HubSpot’s search takes ${conditionsPerGroup} conditions at a time and these filters make ${most}: take ${most - conditionsPerGroup === 1 ? 'one' : String(most - conditionsPerGroup)} away.`,
    };
  }
  if (filterGroups.length > groupsAtMost || most * filterGroups.length > conditionsInAll) {
    return {
      ok: false,
      problem:
        'An answer that is missing, whichever it is, is three searches for HubSpot, an older score two: that is more than it takes with these filters. Name the answer, or take a filter away.',
    };
  }
  if (JSON.stringify({ ...search, properties: pagePropertyNames }).length > bodyCharacters - reservedCharacters) {
    return {
      ok: false,
      problem:
        'These filters are longer than HubSpot’s search takes: choose fewer owners or stages, or a shorter text.',
    };
  }
  return search;
}

function conditionsOf(filters: BoardFilters, basis: QueryBasis): Condition[] {
  const closes = { ...basis, from: filters.closesFrom, to: filters.closesTo };
  return [
    ...placeConditions(filters),
    ...oneOf(scorePropertyOf.band, filters.bands),
    ...oneOf(scorePropertyOf.verdict, filters.verdicts),
    ...oneOf(scorePropertyOf.levers, filters.levers),
    ...oneOf(profilePropertyOf.urgency, filters.urgencies),
    ...oneOf(nativePropertyOf.ownerId, filters.owners),
    ...rangeConditions(nativePropertyOf.amountHome, filters.amountFrom, filters.amountTo),
    ...oneOf(offerPropertyOf.status, filters.offers),
    ...oneOf(expeditePropertyOf.status, filters.expedites),
    ...marginConditions(filters),
    ...closeDateConditions(closes),
    ...(filters.quick === null ? [] : quickConditions(filters.quick, basis)),
  ];
}

/** Stages to choose from are open ones: a deal in one of them is open and in its pipeline. */
function placeConditions({ stages, pipeline }: BoardFilters): Condition[] {
  if (stages.length > 0) return oneOf(nativePropertyOf.stageId, stages);
  return [
    { propertyName: nativePropertyOf.isClosed, operator: 'EQ', value: 'false' },
    ...oneOf(nativePropertyOf.pipelineId, pipeline === null ? [] : [pipeline]),
  ];
}

/** Both ends included. */
function rangeConditions(propertyName: string, from: number | null, to: number | null): Condition[] {
  if (from !== null && to !== null)
    return [{ propertyName, operator: 'BETWEEN', value: String(from), highValue: String(to) }];
  if (from !== null) return [{ propertyName, operator: 'GTE', value: String(from) }];
  return to === null ? [] : [{ propertyName, operator: 'LTE', value: String(to) }];
}

/** Any answer missing is this one missing, or that one. */
function missingAlternatives({ missing }: BoardFilters): readonly Condition[][] {
  if (missing === null) return [[]];
  return (missing === 'any' ? fields : [missing]).map((field) => [
    { propertyName: profilePropertyOf[field], operator: 'NOT_HAS_PROPERTY' },
  ]);
}

/** What somebody typed wins over what HubSpot knows; what is neither is assumed. */
function marginConditions({ margin }: BoardFilters): Condition[] {
  const typed = profilePropertyOf.grossMargin;
  const assumed = { propertyName: scorePropertyOf.assumedFigures, values: [assumedFigureValues.grossMargin] };
  switch (margin) {
    case null:
      return [];
    case 'typed':
      return [{ propertyName: typed, operator: 'HAS_PROPERTY' }];
    case 'assumed':
      return [{ ...assumed, operator: 'IN' }];
    case 'found':
      return [
        { propertyName: typed, operator: 'NOT_HAS_PROPERTY' },
        { propertyName: scorePropertyOf.figuresAssumed, operator: 'HAS_PROPERTY' },
        { ...assumed, operator: 'NOT_IN' },
      ];
  }
}

type CloseDates = QueryBasis & { readonly from: string | null; readonly to: string | null };

/** Days of the account: a deal that closes late in the evening closes on that day. */
function closeDateConditions({ from, to, ...place }: CloseDates): Condition[] {
  return rangeConditions(
    nativePropertyOf.closesOn,
    from === null ? null : startOfDay(from, place),
    to === null ? null : startOfDay(addDays(to, 1), place) - 1,
  );
}

function quickConditions(quick: QuickFilter, { today, ...basis }: QueryBasis): Condition[] {
  const before = (propertyName: string, date: string): Condition => ({
    propertyName,
    operator: 'LT',
    value: String(startOfDay(date, basis)),
  });
  const offerIs = (value: string): Condition => ({ propertyName: offerPropertyOf.status, operator: 'EQ', value });
  switch (quick) {
    case 'approval':
      return [offerIs('awaiting_approval')];
    case 'unanswered':
      return [offerIs('offered'), before(offerPropertyOf.offeredAtMs, addDays(today, 1 - daysWithoutAnswer))];
    case 'overdue':
      return [before(nativePropertyOf.closesOn, today)];
  }
}

/** Versions only rise, so an old one is a lower one; deals without a score have none and are not found by it. */
function scoreAlternatives({ score }: BoardFilters, policyVersion: number): readonly Condition[][] {
  const policy = { propertyName: scorePropertyOf.policyVersion, value: String(policyVersion) };
  const model = { propertyName: scorePropertyOf.modelVersion, value: String(MODEL_VERSION) };
  if (score === 'unscored') return [[{ propertyName: scorePropertyOf.scoredAtMs, operator: 'NOT_HAS_PROPERTY' }]];
  if (score === 'current')
    return [
      [
        { ...policy, operator: 'EQ' },
        { ...model, operator: 'EQ' },
      ],
    ];
  return score === null ? [[]] : [[{ ...policy, operator: 'LT' }], [{ ...model, operator: 'LT' }]];
}

function oneOf(propertyName: string, values: readonly string[]): Condition[] {
  const [only] = values;
  if (only === undefined) return [];
  return [{ propertyName, operator: 'IN', values: [...values] }];
}
