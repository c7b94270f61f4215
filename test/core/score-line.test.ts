import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mergePolicy } from '@deal-terms/core/policy';
import { readDealLine, scoreLine } from '@deal-terms/core/scoring';
import { differences } from './close-to.ts';

const [golden = ''] = readFileSync(new URL('golden.ndjson', import.meta.url), 'utf8').split('\n');
const deal = {
  amount: 60_000,
  grossMargin: 0.45,
  leadTimeDays: 42,
  payments: [{ share: 1, anchor: 'delivery', days: 60 }],
};
const merged = mergePolicy({ borrowingRate: 0.11 });
if (!merged.ok) throw new Error(merged.error.message);
const { policy } = merged;

describe('scoreLine', () => {
  it('scores a line', () => {
    const { input, result } = JSON.parse(golden) as { input: { deal: { amount: number } }; result: unknown };
    expect(differences(scoreLine(JSON.stringify(input), 1), result, input.deal.amount)).toEqual([]);
  });

  it.each([
    ['{"id":', null, '', 'expected a JSON object, got "{\\"id\\":"'],
    ['null', null, '', 'expected an object, got null'],
    ['"a"', null, '', 'expected an object, got "a"'],
    ['{"id":7,"deal":1}', null, 'id', 'expected a string, got 7'],
    ['{"deal":1}', null, 'id', 'expected a string, got nothing'],
    ['{"id":"a","deal":1}', 'a', 'deal', 'expected an object, got 1'],
  ])('names the fault of %s', (text, id, path, message) => {
    expect(scoreLine(text, 4)).toEqual({ id, line: 4, error: { path, message } });
  });

  it('refuses figures whose products no number holds', () => {
    const line = JSON.stringify({ id: 'vast', deal: { ...deal, amount: 1.7e308 } });
    expect(scoreLine(line, 2)).toEqual({
      id: 'vast',
      line: 2,
      error: { path: 'deal', message: 'expected figures whose products a number can hold, got larger ones' },
    });
  });
});

describe('readDealLine', () => {
  const read = (more: object, currency?: string) =>
    readDealLine(JSON.stringify({ id: 'a', deal, ...more }), 3, policy, currency);

  it('reads a deal under the policy of the plan, with what operations said of its speed', () => {
    expect(read({})).toMatchObject({ ok: true, input: { id: 'a', deal: { amount: 60_000 }, policy } });
    const expedite = { daysSaved: [9], fixedCost: 300, costPerDay: 0 };
    expect(read({ deal: { ...deal, expedite } })).toMatchObject({
      ok: true,
      input: { policy: { ...policy, expedite: { ...expedite, minLeadTimeDays: 14 } } },
    });
  });

  it('refuses a policy of its own, and a currency that is not that of the deals before', () => {
    expect(read({ policy: { silence: 0.2 } })).toEqual({
      ok: false,
      error: {
        id: 'a',
        line: 3,
        error: { path: 'policy', message: 'expected no policy of its own, got {"silence":0.2}' },
      },
    });
    expect(read({ deal: { ...deal, currency: 'GBP' } }, 'EUR')).toEqual({
      ok: false,
      error: {
        id: 'a',
        line: 3,
        error: { path: 'deal.currency', message: 'expected EUR as the deals before, got "GBP"' },
      },
    });
    expect(read({ deal: { ...deal, currency: 'EUR' } }, 'EUR').ok).toBe(true);
    expect(read({ deal: { ...deal, currency: 'EUR' } }).ok).toBe(true);
    expect(read({}, 'EUR').ok).toBe(true);
  });

  it('names what is wrong with a line as the score does', () => {
    expect(readDealLine('nonsense', 8, policy, undefined)).toEqual({
      ok: false,
      error: { id: null, line: 8, error: { path: '', message: 'expected a JSON object, got "nonsense"' } },
    });
  });
});
