import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { figureInsights, pipelineInsights } from '@deal-terms/core/insights';
import type { FigureDeal, InsightDeal } from '@deal-terms/core/insights';
import { accountNames } from '../../extensions/ui/shared/account-names.ts';
import { readFilters } from '../../extensions/ui/board/board-filters.ts';
import { assumedMarginsOnBoard } from '../../extensions/ui/shared/page-list.ts';
import { figureLines } from '../../extensions/ui/insights/figure-lines.ts';
import { insightsCsv, insightsMinutes } from '../../extensions/ui/insights/insights-minutes.ts';
import { insightsLines } from '../../extensions/ui/insights/insights-lines.ts';

const words = {
  account: { portalId: 7, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
  locale: 'en-GB',
  companyNames: new Map([['21', '<b>Liffey</b> & Lane | Stores']]),
  names: accountNames({ owners: [{ id: '11', name: 'Ann Archer' }], pipelines: [] }),
};
const deal: InsightDeal = {
  dealId: '5',
  dealName: '[Range](http://x)',
  companyId: '21',
  ownerId: '11',
  value: 60_000,
  answers: { cashPosition: 'abundant', termsImportance: 'standard_clause', urgency: null },
  why: '=1+1 <img src=x onerror=alert(1)>\n# loud',
  verdict: 'trade',
  bestTrade: 'Ask for payment on delivery.',
  expectedGain: 3197.4,
  closingChance: 0.5,
  question: { field: 'urgency', worth: 250 },
};

describe('insights in words', () => {
  it('are minutes in which typed text is text', () => {
    const minutes = insightsMinutes(insightsLines(pipelineInsights([deal]), 3, words), '23 Nov 2026');
    expect(minutes).toContain('## What our customers told us, 23 Nov 2026');
    expect(minutes).toContain('1 open deal worth €60,000; customers’ own words on 3 of them.');
    expect(minutes).toContain('And 2 more, on deals with a smaller expected gain.');
    expect(minutes).toContain('Asking the one best question on 1 open deal is worth about €250 to us.');
    expect(minutes).toContain('| If it came 3 weeks earlier, what would that be worth to you? | 1 | 1 | €250 |');
    expect(minutes).toContain('- Customer cash position: Strained €0 (0 open deals), ');
    const html = marked.parse(minutes, { async: false });
    expect(new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag))).toEqual(
      new Set(['h2', 'p', 'h3', 'ul', 'li', 'strong', 'table', 'thead', 'tbody', 'tr', 'th', 'td']),
    );
  });

  it('are CSV in which typed text is no formula', () => {
    expect(insightsCsv([deal], words).split('\r\n')[1]).toBe(
      '5,[Range](http://x),<b>Liffey</b> & Lane | Stores,Ann Archer,60000,trade,abundant,standard_clause,,"\'=1+1 <img src=x onerror=alert(1)>\n# loud",Ask for payment on delivery.,3197.4,urgency,250',
    );
  });

  it('say so when there is nothing to say', () => {
    const minutes = insightsMinutes(insightsLines(pipelineInsights([]), 0, words), '23 Nov 2026');
    expect(minutes).toContain('Nobody has written any down.');
    expect(minutes).toContain('Nothing worth asking is open.');
  });
});

describe('what scores rest on', () => {
  it('is counted in sentences, with what to ask for first', () => {
    const of = (assumed: FigureDeal['assumed'], ask: FigureDeal['ask']): FigureDeal => ({
      dealId: '5',
      dealName: 'Range',
      companyId: '21',
      ownerId: '11',
      assumed,
      ask,
    });
    const insights = figureInsights([
      of(['grossMargin'], { figure: 'grossMargin', change: 812.4 }),
      of(['grossMargin', 'daysBeyondTerms'], null),
      of([], null),
    ]);
    expect(figureLines(insights, words)).toEqual({
      lacking: [
        '2 of 3 scored deals rest on an assumed margin.',
        '1 of 3 scored deals rests on payment on the due day, which is assumed.',
      ],
      asks: [
        {
          dealId: '5',
          dealName: 'Range',
          company: '<b>Liffey</b> & Lane | Stores',
          owner: 'Ann Archer',
          figure: 'Gross margin of the deal',
          change: 'up to €812',
        },
      ],
    });
  });

  it('leads to those deals on the board', () => {
    expect(readFilters(assumedMarginsOnBoard.params)).toMatchObject({ margin: 'assumed', sort: 'figuresAssumed' });
  });
});
