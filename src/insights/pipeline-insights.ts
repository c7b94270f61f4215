import { bandsOf, fields } from '../vocabulary/bands.ts';
import type { Field } from '../vocabulary/bands.ts';
import type { InsightDeal } from './insight-deal.ts';

/** Open deals that share something; money in home currency. */
export type Share = { readonly deals: number; readonly value: number };

/** Deals on which one question is the most worth asking, and what asking it on all of them is worth. */
export type Worth = { readonly deals: number; readonly worth: number };

/** What the field learned, over many deals. */
export type PipelineInsights = {
  readonly deals: number;
  readonly value: number;
  /** What the best trades bring together where they bring something, and the same times each deal's chance to close; home currency. */
  readonly gain: { readonly expected: number; readonly weighted: number };
  /** Deals with the customer's words, largest expected gain first. */
  readonly whys: readonly InsightDeal[];
  /** How each answer is distributed, in the model's order, with `null` for "not known" last. */
  readonly answers: { readonly [F in Field]: readonly (Share & { readonly answer: string | null })[] };
  /** What asking the one best question on every deal is worth. */
  readonly asking: Worth;
  readonly byQuestion: readonly (Worth & {
    readonly field: Field;
    /** Deals on which the answer is missing. */ readonly missing: number;
  })[];
  /** Largest worth first. */
  readonly byOwner: readonly (Worth & { readonly ownerId: string })[];
  /** Still to be made: largest expected gain first, at most ten. */
  readonly trades: readonly InsightDeal[];
};

const tradesAtMost = 10;

/**
 * What open deals say together.
 *
 * @param deals - any number
 */
export function pipelineInsights(deals: readonly InsightDeal[]): PipelineInsights {
  const asked = deals.filter(({ question }) => question !== null);
  const byGain = [...deals].sort((one, other) => other.expectedGain - one.expectedGain || other.value - one.value);
  const owners = [...new Set(asked.map(({ ownerId }) => ownerId))];
  return {
    ...shareOf(deals),
    gain: gainOf(deals),
    whys: byGain.filter(({ why }) => why !== null),
    answers: {
      cashPosition: distribution(deals, 'cashPosition'),
      termsImportance: distribution(deals, 'termsImportance'),
      urgency: distribution(deals, 'urgency'),
    },
    asking: worthOf(asked),
    byQuestion: fields.map((field) => ({
      field,
      missing: deals.filter(({ answers }) => answers[field] === null).length,
      ...worthOf(asked.filter(({ question }) => question?.field === field)),
    })),
    byOwner: owners
      .map((ownerId) => ({ ownerId, ...worthOf(asked.filter((deal) => deal.ownerId === ownerId)) }))
      .sort((one, other) => other.worth - one.worth),
    trades: byGain
      .filter(({ bestTrade, expectedGain, isAgreed }) => bestTrade !== null && expectedGain > 0 && !isAgreed)
      .slice(0, tradesAtMost),
  };
}

function gainOf(deals: readonly InsightDeal[]): PipelineInsights['gain'] {
  const gaining = deals.filter(({ bestTrade, expectedGain }) => bestTrade !== null && expectedGain > 0);
  return {
    expected: gaining.reduce((sum, { expectedGain }) => sum + expectedGain, 0),
    weighted: gaining.reduce((sum, { expectedGain, closingChance }) => sum + expectedGain * (closingChance ?? 1), 0),
  };
}

function distribution(deals: readonly InsightDeal[], field: Field): (Share & { answer: string | null })[] {
  return [...bandsOf[field], null].map((answer) => ({
    answer,
    ...shareOf(deals.filter(({ answers }) => answers[field] === answer)),
  }));
}

function shareOf(deals: readonly InsightDeal[]): Share {
  return { deals: deals.length, value: deals.reduce((sum, { value }) => sum + value, 0) };
}

function worthOf(deals: readonly InsightDeal[]): Worth {
  return { deals: deals.length, worth: deals.reduce((sum, { question }) => sum + (question?.worth ?? 0), 0) };
}
