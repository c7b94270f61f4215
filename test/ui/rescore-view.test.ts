import { describe, expect, it } from 'vitest';
import { fewerAtOnce } from '../../extensions/ui/shared/use-rescore.ts';
import { rescoreView, unscoredWords } from '../../extensions/ui/shared/rescore-view.ts';

const counts = { deals: 1_200, scored: 1_190, changed: 31, skipped: 9, failed: 1, unscored: [] };
const failure = { ok: false, code: 'rate_limited', message: '', correlationId: '' } as const;

describe('rescoreView', () => {
  it('says what changed', () => {
    expect(
      rescoreView(
        {
          kind: 'ended',
          counts: { deals: 3, scored: 3, changed: 0, skipped: 0, failed: 0, unscored: [] },
          left: [],
          failure: null,
        },
        'en',
      ),
    ).toEqual({
      title: '3 deals rescored',
      text: '0 of 3 scores came out different from before.',
      tone: 'success',
    });
  });

  it('says what was left, and why', () => {
    expect(
      rescoreView(
        { kind: 'ended', counts, left: Array.from({ length: 300 }, (_, place) => String(place)), failure: null },
        'en',
      ),
    ).toEqual({
      title: '1,190 deals rescored',
      tone: 'warning',
      text: '31 of 1,190 scores came out different from before. 9 deals have no amount, no exchange rate or an answer that cannot be used. HubSpot refused 1. 300 were not reached: you stopped it. HubSpot’s search may show the old ones for a few moments.',
    });
    expect(
      rescoreView(
        {
          kind: 'ended',
          counts: { deals: 0, scored: 0, changed: 0, skipped: 0, failed: 0, unscored: [] },
          left: ['1'],
          failure,
        },
        'en',
      ),
    ).toMatchObject({
      tone: 'warning',
      text: expect.stringContaining('1 was not reached. Too many requests at once.') as string,
    });
  });
});

it.each([
  [{ reason: 'missing_amount', properties: [] }, 'has no amount: enter one on the deal'],
  [
    { reason: 'no_exchange_rate', properties: [] },
    'is in a currency without an exchange rate: an administrator can add one',
  ],
  [
    { reason: 'invalid_field', properties: [] },
    'has an answer that cannot be used: open its Deal terms card to see which',
  ],
  [{ reason: 'not_found', properties: [] }, 'is no longer in HubSpot'],
  [
    { reason: 'required_property', properties: ['Region', 'Segment'] },
    'lacks Region, Segment, which a rule of this account requires: fill them in on the deal',
  ],
  [{ reason: 'refused', properties: [] }, 'could not be written: HubSpot refused'],
] as const)('says of %j what to do', ({ reason, properties }, words) => {
  expect(unscoredWords({ dealId: '7', reason, properties: [...properties] })).toBe(words);
});

describe('a rescore that HubSpot takes too long over', () => {
  const failed = (code: 'deadline' | 'unavailable') => ({ ok: false as const, code, message: '', correlationId: '' });

  it('goes on with half as many deals at once, down to ten', () => {
    expect([100, 50, 25, 13, 10].map((atOnce) => fewerAtOnce(failed('deadline'), atOnce))).toEqual([
      50, 25, 13, 10, 10,
    ]);
  });

  it('is not helped by fewer when something else is wrong', () => {
    expect(fewerAtOnce(failed('unavailable'), 100)).toBe(100);
  });
});
