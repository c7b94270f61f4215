import { escapeMarkdown, markdownTable } from '@deal-terms/core/insights';
import type { Headline, LeftOutView, TradeView } from './plan-lines.ts';

/** What the minutes say of a plan. */
export type PlanMinutes = {
  /** Day of the plan, as the reader writes it. */
  readonly day: string;
  readonly figures: readonly Headline[];
  readonly trades: readonly TradeView[];
  readonly leftOut: readonly LeftOutView[];
};

/** A plan as Markdown for the minutes; what people typed never becomes markup. */
export function planMinutes({ day, figures, trades, leftOut }: PlanMinutes): string {
  return [
    `## Liquidity plan, ${day}`,
    figures
      .map(({ label, value, before }) => `- ${label}: ${value}${before === null ? '' : ` (${before} today)`}`)
      .join('\n'),
    markdownTable({
      head: [
        'Deal',
        'What to ask',
        'What to give',
        'Chance of a yes',
        'Cash freed',
        'Our gain at the bank’s rate',
        'Customer’s gain',
        'Why, in the customer’s words',
      ],
      alignRight: [3, 5, 6],
      rows: trades.map(({ dealName, ask, give, chance, cash, ourGain, customerGain, customerWhy }) => [
        escapeMarkdown(dealName),
        ask,
        give,
        chance,
        cash,
        ourGain,
        customerGain,
        escapeMarkdown(customerWhy ?? '–'),
      ]),
    }),
    ...(leftOut.length === 0 ? [] : [`Not in the plan: ${leftOut.map(({ title }) => title).join('; ')}.`]),
  ].join('\n\n');
}
