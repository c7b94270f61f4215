import { bands, expediteStatuses, isCalendarDate, offerStatuses, verdicts } from '@deal-terms/core/crm';
import type { ExpediteStatus, OfferStatus } from '@deal-terms/core/crm';
import { fields, levers, urgencies } from '@deal-terms/core/scoring';
import type { Band, Field, Lever, Urgency, Verdict } from '@deal-terms/core/scoring';
import { columnKeys, columnsAtFirst } from './board-columns.ts';
import type { ColumnKey } from './board-columns.ts';

/** `any`: at least one answer is missing on a scored deal. */
export const missingAnswers = ['any', ...fields] as const;
export const scoreStates = ['current', 'outdated', 'unscored'] as const;
/** Where the gross margin comes from that a score rests on. */
export const marginOrigins = ['typed', 'found', 'assumed'] as const;
/** What a manager looks at first thing: an offer that waits for approval, one nobody answered for a week, a close date that is past. */
export const quickFilters = ['approval', 'unanswered', 'overdue'] as const;
export const sortKeys = [
  'expectedGain',
  'negotiability',
  'daysSooner',
  'amount',
  'closeDate',
  'figuresAssumed',
] as const;

export type MarginOrigin = (typeof marginOrigins)[number];
export type QuickFilter = (typeof quickFilters)[number];
export type SortKey = (typeof sortKeys)[number];
export type MissingAnswer = 'any' | Field;
export type ScoreState = (typeof scoreStates)[number];

/** How the deals found are shown. */
export type BoardView = {
  readonly sort: SortKey;
  readonly ascending: boolean;
  /** In the order of `columnKeys`. */
  readonly columns: readonly ColumnKey[];
  /** One deal below the other in place of a table. HubSpot tells an extension nothing of the screen: whoever holds a phone says so. */
  readonly stacked: boolean;
};

/** Which open deals the board shows, and how. An empty list, text or null is "whichever". */
export type BoardFilters = BoardView & {
  readonly text: string;
  readonly bands: readonly Band[];
  readonly verdicts: readonly Verdict[];
  readonly levers: readonly Lever[];
  readonly urgencies: readonly Urgency[];
  /** Owner ids. */
  readonly owners: readonly string[];
  readonly pipeline: string | null;
  readonly stages: readonly string[];
  /** Home currency. */
  readonly amountFrom: number | null;
  readonly amountTo: number | null;
  readonly missing: MissingAnswer | null;
  readonly score: ScoreState | null;
  readonly offers: readonly OfferStatus[];
  readonly expedites: readonly ExpediteStatus[];
  readonly margin: MarginOrigin | null;
  /** ISO dates, both included. */
  readonly closesFrom: string | null;
  readonly closesTo: string | null;
  readonly quick: QuickFilter | null;
};

export const noFilters: BoardFilters = {
  text: '',
  bands: [],
  verdicts: [],
  levers: [],
  urgencies: [],
  owners: [],
  pipeline: null,
  stages: [],
  amountFrom: null,
  amountTo: null,
  missing: null,
  score: null,
  offers: [],
  expedites: [],
  margin: null,
  closesFrom: null,
  closesTo: null,
  quick: null,
  sort: 'expectedGain',
  ascending: false,
  columns: columnsAtFirst,
  stacked: false,
};

type Params = Readonly<Record<string, string>>;

/**
 * Filters from the address of the page. Whatever an address cannot mean is left out.
 *
 * @param params - of the page's route
 */
export function readFilters(params: Params): BoardFilters {
  const several = <T extends string>(name: string, known: readonly T[]) =>
    known.filter((value) => listOf(params[name]).includes(value));
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find((value) => value === params[name]) ?? null;
  return {
    text: params['text'] ?? '',
    bands: several('band', bands),
    verdicts: several('verdict', verdicts),
    levers: several('lever', levers),
    urgencies: several('urgency', urgencies),
    owners: listOf(params['owner']),
    pipeline: params['pipeline'] ?? null,
    stages: listOf(params['stage']),
    amountFrom: amountOf(params['from']),
    amountTo: amountOf(params['to']),
    missing: one('missing', missingAnswers),
    score: one('score', scoreStates),
    offers: several('offer', offerStatuses),
    expedites: several('expedite', expediteStatuses),
    margin: one('margin', marginOrigins),
    closesFrom: dateOf(params['closesFrom']),
    closesTo: dateOf(params['closesTo']),
    quick: one('show', quickFilters),
    sort: one('sort', sortKeys) ?? noFilters.sort,
    ascending: params['order'] === 'up',
    columns: params['columns'] === undefined ? columnsAtFirst : several('columns', columnKeys),
    stacked: params['layout'] === 'stacked',
  };
}

/**
 * The same as an address has them: only what differs from `noFilters`.
 *
 * @param filters - to be kept
 */
export function writeFilters(filters: BoardFilters): Record<string, string> {
  const all: Params = {
    text: filters.text.trim(),
    band: filters.bands.join(','),
    verdict: filters.verdicts.join(','),
    lever: filters.levers.join(','),
    urgency: filters.urgencies.join(','),
    owner: filters.owners.join(','),
    pipeline: filters.pipeline ?? '',
    stage: filters.stages.join(','),
    from: filters.amountFrom?.toString() ?? '',
    to: filters.amountTo?.toString() ?? '',
    missing: filters.missing ?? '',
    score: filters.score ?? '',
    offer: filters.offers.join(','),
    expedite: filters.expedites.join(','),
    margin: filters.margin ?? '',
    closesFrom: filters.closesFrom ?? '',
    closesTo: filters.closesTo ?? '',
    show: filters.quick ?? '',
    sort: filters.sort === noFilters.sort ? '' : filters.sort,
    order: filters.ascending ? 'up' : '',
    columns: columnsInAddress(filters.columns),
    layout: filters.stacked ? 'stacked' : '',
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** How the deals are shown, apart from which. */
export function viewOf({ sort, ascending, columns, stacked }: BoardFilters): BoardView {
  return { sort, ascending, columns, stacked };
}

/** How many filters are in use; a search text and a chip count as one each, a range from–to too. */
export function filtersInUse(filters: BoardFilters): number {
  const names = Object.keys(writeFilters({ ...filters, ...viewOf(noFilters) }));
  return new Set(names.map((name) => rangeOf[name] ?? name)).size;
}

const rangeOf: Partial<Record<string, string>> = {
  from: 'amount',
  to: 'amount',
  closesFrom: 'closes',
  closesTo: 'closes',
};

/** "none" is a choice too: only the deals themselves. */
function columnsInAddress(columns: readonly ColumnKey[]): string {
  const isAsAtFirst = columns.join() === columnsAtFirst.join();
  return isAsAtFirst ? '' : columns.length === 0 ? 'none' : columns.join(',');
}

function dateOf(text: string | undefined): string | null {
  return text !== undefined && isCalendarDate(text) ? text : null;
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((value) => value !== '');
}

function amountOf(text: string | undefined): number | null {
  const amount = Number(text ?? '');
  return text === undefined || text === '' || !Number.isFinite(amount) || amount < 0 ? null : amount;
}
