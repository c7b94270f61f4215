import type { PipelineInsights } from '@deal-terms/core/insights';
import { count, money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import type { DecisionLine } from './decision-lines.ts';
import type { ThemeLine } from './theme-lines.ts';

export type ReadAloud = {
  readonly insights: PipelineInsights;
  /** How many open deals have the customer's words written down. */
  readonly dealsWithWhy: number;
  readonly themes: readonly ThemeLine[];
  readonly decisions: readonly DecisionLine[];
};

const namedAtMost = 3;

/**
 * What is read aloud first: what customers hold, what it is worth, what we ask the table for. Three sentences.
 *
 * @param basis - what the page knows
 * @param reader - whose numbers
 */
export function openingSentences(
  { insights, dealsWithWhy, themes, decisions }: ReadAloud,
  reader: Reader,
): readonly [string, string, string] {
  const named = themes.filter(({ themeId, openValue }) => themeId !== null && openValue > 0).slice(0, namedAtMost);
  const about =
    named.length === 0
      ? 'no open one has a theme yet'
      : `the largest ${named.length === 1 ? 'theme is' : 'themes are'} ${listed(
          named.map(({ name, openValue }) => `${name} (${money(openValue, reader)})`),
          reader,
        )}`;
  const holds = `Customers hold ${money(insights.value, reader)} in ${dealsInWords(insights.deals, reader)} and told us why on ${count(dealsWithWhy, reader)} of them; ${about}.`;
  const { expected, weighted } = insights.gain;
  const worth = `Trading terms with them is worth ${money(expected, reader)} to us, ${money(weighted, reader)} weighted by each deal’s chance to close.`;
  return [holds, worth, asks(themes, decisions, reader)];
}

function asks(themes: readonly ThemeLine[], decisions: readonly DecisionLine[], reader: Reader): string {
  const silent = themes.filter((theme) => theme.themeId !== null && theme.silent !== null);
  const due = decisions.filter(({ isDue }) => isDue).length;
  const wishes = [
    ...(silent[0] === undefined
      ? []
      : [
          silent.length === 1
            ? `talk about ${silent[0].name}, with whys nobody has discussed in 30 days`
            : `talk about ${count(silent.length, reader)} themes with whys nobody has discussed in 30 days, ${silent[0].name} first`,
        ]),
    ...(themes.some(({ themeId }) => themeId === null) ? ['put the words without a theme under one'] : []),
    ...(due === 0
      ? []
      : [`say what became of ${count(due, reader)} ${due === 1 ? 'decision that is' : 'decisions that are'} due`]),
  ];
  return wishes.length === 0
    ? 'We ask the table for nothing today: every why was discussed within 30 days, and no decision is due.'
    : `We ask the table to ${listed(wishes, reader)}.`;
}

function listed(parts: readonly string[], { locale }: Reader): string {
  return new Intl.ListFormat(locale.startsWith('en') ? locale : 'en', { type: 'conjunction' }).format(parts);
}

function dealsInWords(deals: number, reader: Reader): string {
  return `${count(deals, reader)} open ${deals === 1 ? 'deal' : 'deals'}`;
}
