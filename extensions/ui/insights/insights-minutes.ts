import { csvOf, escapeMarkdown, markdownTable } from '@deal-terms/core/insights';
import type { InsightDeal } from '@deal-terms/core/insights';
import type { InsightsLines, InsightsWords } from './insights-lines.ts';
import type { ThemeLine } from './theme-lines.ts';

/** More of one theme's words than this nobody reads. */
const wordsAtMost = 10;

export type Minutes = InsightsLines & {
  readonly opening: readonly string[];
  readonly themes: readonly ThemeLine[];
};

/** The page as Markdown for the minutes; what people typed never becomes markup. */
export function insightsMinutes(
  { opening, themes, charts, asking, byQuestion, byOwner, trades }: Minutes,
  day: string,
): string {
  return [
    `## What our customers told us, ${day}`,
    ...opening.map(escapeMarkdown),
    '### In the customers’ words',
    ...(themes.length === 0 ? ['Nobody has written any down.'] : themes.map(themeInMinutes)),
    '### Where open value stands',
    charts
      .map(({ title, bars }) => `- ${title}: ${bars.map(({ answer, text }) => `${answer} ${text}`).join(', ')}`)
      .join('\n'),
    '### What we do not know yet',
    asking,
    markdownTable({
      head: ['Question', 'Answer missing', 'Best question on', 'Worth asking'],
      alignRight: [1, 2, 3],
      rows: byQuestion.map(({ question, missing, deals, worth }) => [question, missing, deals, worth]),
    }),
    ...(byOwner.length === 0
      ? []
      : [
          markdownTable({
            head: ['Owner', 'Deals to ask on', 'Worth asking'],
            alignRight: [1, 2],
            rows: byOwner.map(({ owner, deals, worth }) => [escapeMarkdown(owner), deals, worth]),
          }),
        ]),
    '### Trades with the largest expected gain',
    trades.length === 0
      ? 'None.'
      : markdownTable({
          head: ['Company', 'Deal', 'Amount', 'Trade', 'Expected gain'],
          alignRight: [2, 4],
          rows: trades.map(({ company, dealName, value, bestTrade, expectedGain }) => [
            escapeMarkdown(company || '–'),
            escapeMarkdown(dealName),
            value,
            escapeMarkdown(bestTrade),
            expectedGain,
          ]),
        }),
  ].join('\n\n');
}

function themeInMinutes({ name, figures, silent, whys }: ThemeLine): string {
  const said = whys
    .slice(0, wordsAtMost)
    .map(
      ({ company, dealName, value, state, why }) =>
        `- **${escapeMarkdown(company)}**, ${escapeMarkdown(dealName)}, ${value}, ${state.toLowerCase()}: “${escapeMarkdown(why)}”`,
    );
  return [
    `#### ${escapeMarkdown(name)}: ${figures}`,
    ...(silent === null ? [] : [silent]),
    ...(said.length === 0 ? [] : [said.join('\n')]),
  ].join('\n\n');
}

/** The deals behind the page as CSV, a line each, figures in home currency. */
export function insightsCsv(
  deals: readonly InsightDeal[],
  { account: { homeCurrency }, names, companyNames }: InsightsWords,
): string {
  const head = [
    'Record ID',
    'Deal Name',
    'Associated Company',
    'Deal owner',
    `Amount (${homeCurrency})`,
    'Terms verdict',
    'Customer cash position',
    'Importance of payment terms',
    'Customer urgency',
    'Why: the customer’s own words',
    'Best trade',
    `Expected gain (${homeCurrency})`,
    'Ask next',
    `Worth asking (${homeCurrency})`,
  ];
  const rows = deals.map(
    ({ dealId, dealName, companyId, ownerId, value, verdict, answers, why, bestTrade, expectedGain, question }) => [
      dealId,
      dealName,
      companyNames.get(companyId) ?? '',
      ownerId === '' ? '' : names.owner(ownerId),
      rounded(value),
      verdict,
      answers.cashPosition,
      answers.termsImportance,
      answers.urgency,
      why,
      bestTrade,
      rounded(expectedGain),
      question?.field ?? null,
      question === null ? null : rounded(question.worth),
    ],
  );
  return csvOf([head, ...rows]);
}

function rounded(money: number): number {
  return Number(money.toFixed(2));
}
