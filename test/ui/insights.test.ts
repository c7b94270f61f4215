import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { figureInsights, pipelineInsights, themeInsights } from '@deal-terms/core/insights';
import type { FigureDeal, InsightDeal, ThemeDeal } from '@deal-terms/core/insights';
import { emptyMeetingRecord } from '@deal-terms/core/meetings';
import { themeName } from '@deal-terms/core/themes';
import { agendaItems, agendaMarkdown } from '../../extensions/ui/insights/agenda.ts';
import { decisionLines } from '../../extensions/ui/insights/decision-lines.ts';
import { openingSentences } from '../../extensions/ui/insights/sentences.ts';
import { themeLines } from '../../extensions/ui/insights/theme-lines.ts';
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
  isAgreed: false,
  question: { field: 'urgency', worth: 250 },
};

const themes = [
  { id: 'stock_outs', name: 'Stock-outs', isRetired: false },
  { id: 'storage', name: '*Storage*', isRetired: false },
];
const themed = (dealId: string, more: Partial<ThemeDeal> = {}): ThemeDeal => ({
  dealId,
  dealName: `[Range ${dealId}](http://x)`,
  companyId: '21',
  ownerId: '11',
  value: 60_000,
  state: 'open',
  month: '2026-12',
  why: '=1+1 <img src=x onerror=alert(1)>\n# loud',
  themes: ['stock_outs'],
  ...more,
});
const today = '2026-11-23';
const linesOf = (deals: readonly ThemeDeal[], discussed = { themes: {}, deals: {} }) =>
  themeLines(
    themeInsights(deals, { industries: new Map([['21', 'CONSUMER_GOODS']]), record: { discussed }, today }),
    themes,
    words,
  );
const tags = (markdown: string) =>
  new Set([...marked.parse(markdown, { async: false }).matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));

describe('themes in words', () => {
  it('say what is open, won and lost, when, in which industry, and what nobody has discussed', () => {
    const [line] = linesOf([
      themed('5'),
      themed('6', { state: 'won', value: 1_000, month: '2026-10', why: null }),
      themed('7', { state: 'lost', value: 500, month: null, companyId: '22', why: null }),
    ]);
    expect(line).toMatchObject({
      themeId: 'stock_outs',
      name: 'Stock-outs',
      openValue: 60_000,
      figures: '€60,000 open on 1 deal, €1,000 won on 1, €500 lost on 1',
      silent: '1 why not discussed in 30 days',
      months: [
        { of: 'Oct 2026', open: '–', won: '€1,000 (1)', lost: '–' },
        { of: 'Dec 2026', open: '€60,000 (1)', won: '–', lost: '–' },
        { of: 'No date', open: '–', won: '–', lost: '€500 (1)' },
      ],
      industries: [
        { of: 'Consumer goods', open: '€60,000 (1)', won: '€1,000 (1)', lost: '–' },
        { of: 'No industry', open: '–', won: '–', lost: '€500 (1)' },
      ],
      openDealIds: ['5'],
    });
  });
});

const decision = (id: string, more: object = {}) => ({
  id,
  subject: { kind: 'theme' as const, id: 'stock_outs' },
  what: 'Safety *stock*',
  ownerId: '11',
  dueOn: '2026-12-01',
  decidedOn: '2026-10-01',
  by: 'Grace',
  outcome: 'open' as const,
  settledOn: null,
  ...more,
});
const decisionWords = {
  theme: (id: string) => themeName(themes, id),
  deal: () => 'Range',
  owner: words.names.owner,
  locale: 'en-GB',
};

it('says whose words they are, by the deal’s name where there is no company', () => {
  const [whose] = linesOf([themed('5', { companyId: '' })])[0]?.whys ?? [];
  expect([whose?.from, whose?.company]).toEqual(['[Range 5](http://x)', '–']);
});

describe('earlier decisions', () => {
  it('say what became of them: the table’s word first, then the task, then the day', () => {
    const record = {
      ...emptyMeetingRecord,
      decisions: [
        decision('a'),
        decision('b'),
        decision('c', { dueOn: '2026-11-22' }),
        decision('d'),
        decision('e'),
        decision('f', { outcome: 'done', settledOn: '2026-11-20', subject: { kind: 'deal', id: '5' } }),
        decision('g', { outcome: 'dropped', settledOn: '2026-10-01' }),
      ],
    };
    const lines = decisionLines(record, { a: 'open', b: 'done', c: 'open', d: 'gone' }, today, decisionWords);
    expect(lines.map(({ id, status, isDue }) => [id, status, isDue])).toEqual([
      ['a', 'Task open', false],
      ['b', 'Task done', true],
      ['c', 'Overdue', true],
      ['d', 'Task deleted', false],
      ['e', 'No task known', false],
      ['f', 'Done', false],
    ]);
    expect(lines[5]).toMatchObject({ about: 'Range', who: 'Ann Archer', due: '1 Dec 2026', isOpen: false });
    expect(
      decisionLines(
        { ...record, lastMeeting: { id: 'meeting-1', on: '2026-09-01', themes: [], deals: [] } },
        {},
        today,
        decisionWords,
      ).at(-1),
    ).toMatchObject({ id: 'g', status: 'Dropped' });
  });
});

describe('the first three sentences', () => {
  it('say what customers hold, what it is worth and what we ask for', () => {
    const lines = linesOf([themed('5'), themed('6', { themes: ['storage'], value: 500 }), themed('7', { themes: [] })]);
    const decisions = decisionLines(
      { ...emptyMeetingRecord, decisions: [decision('a', { dueOn: today })] },
      {},
      today,
      decisionWords,
    );
    expect(
      openingSentences(
        { insights: pipelineInsights([deal]), dealsWithWhy: 3, themes: lines, decisions },
        { locale: 'en-GB', currency: 'EUR' },
      ),
    ).toEqual([
      'Customers hold €60,000 in 1 open deal and told us why on 3 of them; the largest themes are Stock-outs (€60,000) and *Storage* (€500).',
      'Trading terms with them is worth €3,197 to us, €1,599 weighted by each deal’s chance to close.',
      'We ask the table to talk about 2 themes with whys nobody has discussed in 30 days, Stock-outs first, put the words without a theme under one and say what became of 1 decision that is due.',
    ]);
  });

  it('ask for nothing when nothing is to be asked', () => {
    const lines = linesOf([themed('5')], { themes: { stock_outs: '2026-11-20' }, deals: {} });
    expect(
      openingSentences(
        { insights: pipelineInsights([deal]), dealsWithWhy: 1, themes: lines, decisions: [] },
        { locale: 'en-GB', currency: 'EUR' },
      )[2],
    ).toBe('We ask the table for nothing today: every why was discussed within 30 days, and no decision is due.');
  });
});

describe('an agenda', () => {
  const lines = linesOf([themed('5'), themed('6', { themes: ['storage'] })]);
  it('holds what was picked, in Markdown in which typed text is text', () => {
    const markdown = agendaMarkdown({
      title: 'Management table, 23 Nov 2026',
      opening: ['Customers hold <b>nothing</b>.'],
      earlier: decisionLines({ ...emptyMeetingRecord, decisions: [decision('a')] }, {}, today, decisionWords),
      items: agendaItems(lines, { themes: ['stock_outs'], deals: ['6', '99'] }),
    });
    expect(markdown).toContain('# Management table, 23 Nov 2026');
    expect(markdown).toContain('- Safety &#42;stock&#42; (Stock-outs): Ann Archer, by 1 Dec 2026 – **No task known**');
    expect(markdown).toContain('### 1. Stock-outs\n\n€60,000 open on 1 deal');
    expect(markdown).toContain(
      '### 2. &#60;b&#62;Liffey&#60;/b&#62; &#38; Lane &#124; Stores, &#91;Range 6&#93;(http&#58;//x)',
    );
    expect(tags(markdown)).toEqual(new Set(['h1', 'h2', 'h3', 'p', 'ul', 'li', 'strong']));
  });

  it('says when nothing is picked', () => {
    expect(
      agendaMarkdown({
        title: 'Table',
        opening: [],
        earlier: [],
        items: agendaItems(lines, { themes: [], deals: [] }),
      }),
    ).toBe('# Table\n\n## To discuss\n\nNothing is picked yet.');
  });
});

describe('insights in words', () => {
  it('are minutes in which typed text is text', () => {
    const minutes = insightsMinutes(
      { ...insightsLines(pipelineInsights([deal]), words), opening: ['One.', 'Two.'], themes: linesOf([themed('5')]) },
      '23 Nov 2026',
    );
    expect(minutes).toContain('## What our customers told us, 23 Nov 2026\n\nOne.\n\nTwo.');
    expect(minutes).toContain('#### Stock-outs: €60,000 open on 1 deal');
    expect(minutes).toContain('1 why not discussed in 30 days');
    expect(minutes).toContain('Asking the one best question on 1 open deal is worth about €250 to us.');
    expect(minutes).toContain('| If it came 3 weeks earlier, what would that be worth to you? | 1 | 1 | €250 |');
    expect(minutes).toContain('- Customer cash position: Strained €0 (0 open deals), ');
    expect(tags(minutes)).toEqual(
      new Set(['h2', 'p', 'h3', 'h4', 'ul', 'li', 'strong', 'table', 'thead', 'tbody', 'tr', 'th', 'td']),
    );
  });

  it('are CSV in which typed text is no formula', () => {
    expect(insightsCsv([deal], words).split('\r\n')[1]).toBe(
      '5,[Range](http://x),<b>Liffey</b> & Lane | Stores,Ann Archer,60000,trade,abundant,standard_clause,,"\'=1+1 <img src=x onerror=alert(1)>\n# loud",Ask for payment on delivery.,3197.4,urgency,250',
    );
  });

  it('say so when there is nothing to say', () => {
    const minutes = insightsMinutes(
      { ...insightsLines(pipelineInsights([]), words), opening: [], themes: [] },
      '23 Nov 2026',
    );
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
