import type { FigureInsights } from '@deal-terms/core/insights';
import { count, money } from '@deal-terms/core/words';
import { fieldView } from '../shared/field-view.ts';
import { readerOf } from '../shared/reader.ts';
import type { InsightsWords } from './insights-lines.ts';

/** What the scores rest on, in words. */
export type FigureLines = {
  /** One sentence a figure: "23 of 34 scored deals rest on an assumed margin." */
  readonly lacking: readonly string[];
  readonly asks: readonly {
    readonly dealId: string;
    readonly dealName: string;
    readonly company: string;
    readonly owner: string;
    readonly figure: string;
    readonly change: string;
  }[];
};

const figureWords = {
  grossMargin: 'an assumed margin',
  paymentPlan: 'assumed payment terms',
  leadTimeDays: 'an assumed lead time',
  daysBeyondTerms: 'payment on the due day, which is assumed',
  relationship: 'an assumed relationship',
} as const;

/**
 * @param insights - of the deals read
 * @param words - who reads, and names
 */
export function figureLines(
  { deals, lacking, asks }: FigureInsights,
  { account, names, companyNames, locale }: InsightsWords,
): FigureLines {
  const reader = readerOf(locale, account.homeCurrency);
  return {
    lacking: lacking.map(
      ({ figure, deals: size }) =>
        `${count(size, reader)} of ${count(deals, reader)} scored deals ${size === 1 ? 'rests' : 'rest'} on ${figureWords[figure]}.`,
    ),
    asks: asks.map(({ dealId, dealName, companyId, ownerId, ask }) => ({
      dealId,
      dealName,
      company: companyNames.get(companyId) ?? '',
      owner: ownerId === '' ? 'Nobody’s' : names.owner(ownerId),
      figure: fieldView(ask.figure).label,
      change: `up to ${money(ask.change, reader)}`,
    })),
  };
}
