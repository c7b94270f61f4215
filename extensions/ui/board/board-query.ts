import type { useCrmSearch } from '@hubspot/ui-extensions';
import { nativePropertyOf, profilePropertyOf, scorePropertyOf } from '@deal-terms/core/crm';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import { pagePropertyNames } from './page-properties.ts';
import type { BoardFilters, SortKey } from './board-filters.ts';

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
const bodyCharacters = 3_000;
/** Page length, cursor and the names of the keys come on top of what is measured here. */
const reservedCharacters = 150;

const sortProperties: Record<SortKey, string> = {
  expectedGain: scorePropertyOf.expectedGainHome,
  negotiability: scorePropertyOf.negotiability,
  daysSooner: scorePropertyOf.daysSooner,
  amount: nativePropertyOf.amountHome,
  closeDate: nativePropertyOf.closesOn,
};

/**
 * The search for a filter's deals: one group of conditions, two where either of two versions may be old.
 *
 * @param filters - which deals
 * @param policyVersion - of the policy in force
 * @returns `ok: false` with a sentence for the viewer when HubSpot's search would refuse
 */
export function boardQuery(filters: BoardFilters, policyVersion: number): BoardQuery {
  const common = conditionsOf(filters);
  const filterGroups = scoreAlternatives(filters, policyVersion).map((alternative) => ({
    filters: [...common, ...alternative],
  }));
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
  if (JSON.stringify({ ...search, properties: pagePropertyNames }).length > bodyCharacters - reservedCharacters) {
    return {
      ok: false,
      problem:
        'These filters are longer than HubSpot’s search takes: choose fewer owners or stages, or a shorter text.',
    };
  }
  return search;
}

function conditionsOf(filters: BoardFilters): Condition[] {
  return [
    ...placeConditions(filters),
    ...oneOf(scorePropertyOf.band, filters.bands),
    ...oneOf(scorePropertyOf.verdict, filters.verdicts),
    ...oneOf(scorePropertyOf.levers, filters.levers),
    ...oneOf(profilePropertyOf.urgency, filters.urgencies),
    ...oneOf(nativePropertyOf.ownerId, filters.owners),
    ...amountConditions(filters),
    ...missingConditions(filters),
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

function amountConditions({ amountFrom, amountTo }: BoardFilters): Condition[] {
  const propertyName = nativePropertyOf.amountHome;
  if (amountFrom !== null && amountTo !== null)
    return [{ propertyName, operator: 'BETWEEN', value: String(amountFrom), highValue: String(amountTo) }];
  if (amountFrom !== null) return [{ propertyName, operator: 'GTE', value: String(amountFrom) }];
  return amountTo === null ? [] : [{ propertyName, operator: 'LTE', value: String(amountTo) }];
}

function missingConditions({ missing }: BoardFilters): Condition[] {
  if (missing === null) return [];
  return [
    missing === 'any'
      ? { propertyName: scorePropertyOf.answersKnown, operator: 'LT', value: '3' }
      : { propertyName: profilePropertyOf[missing], operator: 'NOT_HAS_PROPERTY' },
  ];
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
