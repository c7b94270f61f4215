import type { Headline, TotalsRow } from './plan-figures.ts';
import type { InputLine } from './inputs-in-words.ts';
import type { LeftOutView, TradeView } from './plan-lines.ts';

/** What the minutes say of a plan. */
export type PlanMinutes = {
  /** Day of the plan, as the reader writes it. */
  readonly day: string;
  /** Name of the kept scenario it is; null for none. */
  readonly scenario: string | null;
  /** What it was asked about, and whether these are the policy's own figures. */
  readonly inputs: readonly InputLine[];
  readonly isWhatIf: boolean;
  /** How much of it is assumed, in a sentence; null for nothing. */
  readonly assumptions: string | null;
  readonly figures: readonly Headline[];
  readonly totals: readonly TotalsRow[];
  readonly trades: readonly TradeView[];
  /** Names of deals left out by hand. */
  readonly excluded: readonly string[];
  /** What is said of overdue deals; null where there are none. */
  readonly overdue: string | null;
  readonly leftOut: readonly LeftOutView[];
};

/** Text people typed on one line: what is around it is made of lines. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * A plan as plain text for the minutes: no markup, so that names read as they are written wherever it is pasted.
 *
 * @returns paragraphs with an empty line between them
 */
export function planMinutes(minutes: PlanMinutes): string {
  const { day, scenario, inputs, isWhatIf, assumptions, figures, totals, trades, excluded, overdue, leftOut } = minutes;
  const paragraphs = [
    `Liquidity plan, ${day}${scenario === null ? '' : `: ${oneLine(scenario)}`}`,
    ...(assumptions === null ? [] : [assumptions]),
    [
      isWhatIf ? 'What if, not our policy’s figures:' : 'Our policy’s figures:',
      ...inputs.map(({ label, value }) => `- ${label}: ${value}`),
    ].join('\n'),
    ['Result:', ...figures.map(({ label, value, note }) => `- ${label}: ${value}${noteOf(note)}`)].join('\n'),
    ['How it adds up, expected:', ...totals.map(totalsLine)].join('\n'),
    trades.length === 0
      ? 'No trade is worth making at these figures.'
      : ['Trades in order of work:', ...trades.map(tradeLine)].join('\n'),
    ...(excluded.length === 0
      ? []
      : [['Left out by hand:', ...excluded.map((name) => `- ${oneLine(name)}`)].join('\n')]),
    ...(overdue === null ? [] : [overdue]),
    ...(leftOut.length === 0 ? [] : [`Not in the plan: ${leftOut.map(({ title }) => title).join('; ')}.`]),
  ];
  return paragraphs.join('\n\n');
}

function noteOf(note: string | null): string {
  return note === null ? '' : ` (${note.replace(/\.$/, '')})`;
}

function totalsLine({ label, trades, cash, gain }: TotalsRow): string {
  const of = trades === '' ? '' : ` ${trades}, cash released ${cash}, gain`;
  return `- ${label}:${of} ${gain}`;
}

function tradeLine(trade: TradeView, index: number): string {
  const { dealName, ask, give, chance, closing, cash, ourGain, benefit, customerGain, customerWhy, notes } = trade;
  const parts = [
    `ask: ${ask}`,
    `give: ${give}`,
    `chance of a yes: ${chance}`,
    `chance of closing: ${closing}`,
    `cash freed: ${cash.money}${cash.days === null ? '' : `, ${cash.days}`}`,
    `our gain at the bank’s rate: ${ourGain}`,
    `expected benefit: ${benefit}`,
    ...(customerGain === null ? [] : [`customer’s gain: ${customerGain}`]),
    ...(customerWhy === null ? [] : [`why: “${oneLine(customerWhy)}”`]),
    ...notes.map((note) => note.replace(/\.$/, '')),
  ];
  return `${index + 1}. ${oneLine(dealName)} – ${parts.join('; ')}`;
}
