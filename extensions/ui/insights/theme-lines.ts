import type { ByState, ThemedWhy, ThemeInsight } from '@deal-terms/core/insights';
import { themeName } from '@deal-terms/core/themes';
import type { Theme } from '@deal-terms/core/themes';
import { count, money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { monthInWords, readerOf } from '../shared/reader.ts';
import type { InsightsWords } from './insights-lines.ts';

/** What a theme is called, how much depends on it, and the words under it. */
export type ThemeLine = {
  /** Null for words without a theme. */
  readonly themeId: string | null;
  readonly name: string;
  /** Open value in whole units of home currency, for the bar. */
  readonly openValue: number;
  readonly figures: string;
  /** How many open whys nobody has talked about; null for none. */
  readonly silent: string | null;
  readonly whys: readonly WhyLine[];
  /** Largest first. */
  readonly openDealIds: readonly string[];
  readonly months: readonly ShareLine[];
  readonly industries: readonly ShareLine[];
};

export type WhyLine = {
  readonly dealId: string;
  readonly dealName: string;
  /** Whose words they are: the company's, else the deal's name. */
  readonly from: string;
  readonly company: string;
  readonly value: string;
  readonly state: 'Open' | 'Won' | 'Lost';
  readonly why: string;
  readonly isSilent: boolean;
};

/** A month's or an industry's part of a theme. */
export type ShareLine = {
  readonly of: string;
  readonly open: string;
  readonly won: string;
  readonly lost: string;
};

const states = { open: 'Open', won: 'Won', lost: 'Lost' } as const;
const noTheme = 'No theme yet';

/**
 * Themes in words, in the order they came.
 *
 * @param insights - by theme
 * @param themes - of the company
 * @param words - who reads, and names
 */
export function themeLines(
  insights: readonly ThemeInsight[],
  themes: readonly Theme[],
  words: InsightsWords,
): readonly ThemeLine[] {
  const reader = readerOf(words.locale, words.account.homeCurrency);
  return insights.map(({ themeId, total, byMonth, byIndustry, whys, deals }) => {
    const silent = whys.filter(({ isSilent }) => isSilent).length;
    return {
      themeId,
      name: themeId === null ? noTheme : themeName(themes, themeId),
      openValue: Math.round(total.open.value),
      figures: figuresOf(total, reader),
      silent:
        silent === 0 ? null : `${count(silent, reader)} ${silent === 1 ? 'why' : 'whys'} not discussed in 30 days`,
      whys: whys.map((why) => whyLine(why, words, reader)),
      openDealIds: deals.flatMap(({ dealId, state }) => (state === 'open' ? [dealId] : [])),
      months: byMonth.map(({ month, ...share }) => ({
        of: month === null ? 'No date' : monthInWords(month, words.locale),
        ...sharesOf(share, reader),
      })),
      industries: byIndustry.map(({ industry, ...share }) => ({
        of: industry === null ? 'No industry' : inWords(industry),
        ...sharesOf(share, reader),
      })),
    };
  });
}

/** `€310,000 open on 7 deals, €40,000 won on 2, €12,000 lost on 1`; what is nothing is left out. */
function figuresOf(total: ByState, reader: Reader): string {
  const parts = (['open', 'won', 'lost'] as const)
    .filter((state) => total[state].deals > 0)
    .map((state, place) => {
      const { value, deals } = total[state];
      const unit = place === 0 ? ` ${deals === 1 ? 'deal' : 'deals'}` : '';
      return `${money(value, reader)} ${state} on ${count(deals, reader)}${unit}`;
    });
  return parts.join(', ');
}

function sharesOf({ open, won, lost }: ByState, reader: Reader): Omit<ShareLine, 'of'> {
  const text = ({ deals, value }: ByState['open']) =>
    deals === 0 ? '–' : `${money(value, reader)} (${count(deals, reader)})`;
  return { open: text(open), won: text(won), lost: text(lost) };
}

function whyLine({ deal, isSilent }: ThemedWhy, { companyNames }: InsightsWords, reader: Reader): WhyLine {
  return {
    dealId: deal.dealId,
    dealName: deal.dealName,
    from: companyNames.get(deal.companyId) || deal.dealName,
    company: companyNames.get(deal.companyId) || '–',
    value: money(deal.value, reader),
    state: states[deal.state],
    why: deal.why,
    isSilent,
  };
}

/** `CONSUMER_GOODS` → `Consumer goods`: HubSpot's names of industries are words already. */
function inWords(industry: string): string {
  const words = industry.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
