import { Accordion, Heading, Text } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { expect, it } from 'vitest';
import { PlannedTrades } from '../../extensions/ui/plan/PlannedTrades.tsx';
import type { TradeView } from '../../extensions/ui/plan/plan-lines.ts';
import { readerOf } from '../../extensions/ui/shared/reader.ts';

const trade = (kind: TradeView['kind'], number: number): TradeView => ({
  dealId: `${kind}${number}`,
  dealName: 'Annual range',
  kind,
  ask: 'Payment on delivery',
  give: 'A 2% discount',
  chance: '80%',
  closing: '60%',
  ourGain: '€12',
  benefit: '€20',
  customerGain: null,
  cash: { money: '€1,000', days: '30 days sooner' },
  customerWhy: null,
  notes: [],
  isAssumed: false,
});

it('counts of a plan of thousands are written as the reader writes numbers', () => {
  const renderer = createRenderer('pages');
  renderer.render(
    <PlannedTrades
      trades={(['open', 'small'] as const).flatMap((kind) => Array.from({ length: 1200 }, (_, at) => trade(kind, at)))}
      untouched={2743}
      minimumWorth={50}
      reader={readerOf('en-GB', 'EUR')}
      assumedFirst={false}
      portalId={7}
      onExclude={() => undefined}
      onMinimumWorth={() => undefined}
    />,
  );
  expect(renderer.findAll(Heading).map(({ text }) => text)).toEqual(['Trades in order of work (1,200)']);
  expect(renderer.find(Accordion).props.title).toBe('Small trades, worth less than €50 each (1,200)');
  expect(renderer.findAll(Text).map(({ text }) => text)).toContain('2,743 further deals are left as they are.');
});
