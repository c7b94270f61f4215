import { fields, levers, urgencies } from '@deal-terms/core/scoring';
import type { Band, Field, Lever, Urgency, Verdict } from '@deal-terms/core/scoring';

export const bands = ['high', 'medium', 'low'] as const satisfies readonly Band[];
export const verdicts = ['trade', 'explore', 'hold'] as const satisfies readonly Verdict[];
/** `any`: at least one answer is missing on a scored deal. */
export const missingAnswers = ['any', ...fields] as const;
export const scoreStates = ['current', 'outdated', 'unscored'] as const;
export const sortKeys = ['expectedGain', 'negotiability', 'daysSooner', 'amount', 'closeDate'] as const;

export type SortKey = (typeof sortKeys)[number];
export type MissingAnswer = 'any' | Field;
export type ScoreState = (typeof scoreStates)[number];

/** Which open deals the board shows, and in what order. An empty list, text or null is "whichever". */
export type BoardFilters = {
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
  readonly sort: SortKey;
  readonly ascending: boolean;
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
  sort: 'expectedGain',
  ascending: false,
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
    sort: one('sort', sortKeys) ?? noFilters.sort,
    ascending: params['order'] === 'up',
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
    sort: filters.sort === noFilters.sort ? '' : filters.sort,
    order: filters.ascending ? 'up' : '',
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** Whether anything but the order is chosen. */
export function isFiltered(filters: BoardFilters): boolean {
  const { sort, ascending } = noFilters;
  return Object.keys(writeFilters({ ...filters, sort, ascending })).length > 0;
}

/** How many filters of the folded part are in use. */
export function furtherFiltersInUse(filters: BoardFilters): number {
  const { urgencies: urgent, stages, pipeline, amountFrom, amountTo, missing, score } = filters;
  return [
    urgent.length > 0,
    stages.length > 0,
    pipeline !== null,
    amountFrom !== null || amountTo !== null,
    missing !== null,
    score !== null,
  ].filter(Boolean).length;
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((value) => value !== '');
}

function amountOf(text: string | undefined): number | null {
  const amount = Number(text ?? '');
  return text === undefined || text === '' || !Number.isFinite(amount) || amount < 0 ? null : amount;
}
