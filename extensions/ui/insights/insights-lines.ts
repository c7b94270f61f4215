import type { Account } from '@deal-terms/core/crm';
import type { InsightDeal, PipelineInsights } from '@deal-terms/core/insights';
import { fields } from '@deal-terms/core/scoring';
import type { Field } from '@deal-terms/core/scoring';
import { count, money, nextQuestion } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import type { AccountNames } from '../shared/account-names.ts';
import { fieldView } from '../shared/field-view.ts';
import { readerOf } from '../shared/reader.ts';

/** What the management table sees and reads aloud; every text is complete, typed texts are as typed. */
export type InsightsLines = {
  /** One a question: open value by answer, in whole units of home currency. */
  readonly charts: readonly {
    readonly field: Field;
    readonly title: string;
    readonly bars: readonly { readonly answer: string; readonly value: number; readonly text: string }[];
  }[];
  readonly asking: string;
  readonly byQuestion: readonly {
    readonly question: string;
    readonly missing: string;
    readonly deals: string;
    readonly worth: string;
  }[];
  readonly byOwner: readonly { readonly owner: string; readonly deals: string; readonly worth: string }[];
  readonly trades: readonly DealLine[];
};

/** A deal in a table of the page. */
export type DealLine = {
  readonly dealId: string;
  readonly dealName: string;
  /** "" for none. */
  readonly company: string;
  readonly owner: string;
  readonly value: string;
  readonly bestTrade: string;
  readonly expectedGain: string;
};

export type InsightsWords = {
  readonly account: Account;
  readonly names: AccountNames;
  readonly companyNames: ReadonlyMap<string, string>;
  readonly locale: string;
};

const nothing = '–';

/**
 * Insights in words.
 *
 * @param insights - of the deals read
 * @param words - who reads, and names
 */
export function insightsLines(insights: PipelineInsights, words: InsightsWords): InsightsLines {
  const reader = readerOf(words.locale, words.account.homeCurrency);
  const { asking } = insights;
  return {
    charts: fields.map((field) => ({
      field,
      title: fieldView(field).label,
      bars: insights.answers[field].map((share) => bar(field, share, reader)),
    })),
    asking:
      asking.deals === 0
        ? 'Nothing worth asking is open.'
        : `Asking the one best question on ${dealsInWords(asking.deals, reader)} is worth about ${money(asking.worth, reader)} to us.`,
    byQuestion: insights.byQuestion.map(({ field, missing, deals, worth }) => ({
      question: nextQuestion(field, reader),
      missing: count(missing, reader),
      deals: count(deals, reader),
      worth: money(worth, reader),
    })),
    byOwner: insights.byOwner.map(({ ownerId, deals, worth }) => ({
      owner: ownerOf(ownerId, words),
      deals: count(deals, reader),
      worth: money(worth, reader),
    })),
    trades: insights.trades.map((deal) => dealLine(deal, words)),
  };
}

function dealLine(
  { dealId, dealName, companyId, ownerId, value, bestTrade, expectedGain }: InsightDeal,
  words: InsightsWords,
): DealLine {
  const reader = readerOf(words.locale, words.account.homeCurrency);
  return {
    dealId,
    dealName,
    company: words.companyNames.get(companyId) ?? '',
    owner: ownerOf(ownerId, words),
    value: money(value, reader),
    bestTrade: bestTrade ?? nothing,
    expectedGain: money(expectedGain, reader),
  };
}

function ownerOf(ownerId: string, { names }: InsightsWords): string {
  return ownerId === '' ? 'Nobody' : names.owner(ownerId);
}

function bar(
  field: Field,
  { answer, deals, value }: { readonly answer: string | null; readonly deals: number; readonly value: number },
  reader: Reader,
) {
  const label =
    answer === null
      ? 'Not known'
      : (fieldView(field).options.find((option) => option.value === answer)?.label ?? answer);
  return { answer: label, value: Math.round(value), text: `${money(value, reader)} (${dealsInWords(deals, reader)})` };
}

function dealsInWords(deals: number, reader: Reader): string {
  return `${count(deals, reader)} open ${deals === 1 ? 'deal' : 'deals'}`;
}
