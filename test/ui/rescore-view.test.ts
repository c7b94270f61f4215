import { describe, expect, it } from 'vitest';
import { rescoreView } from '../../extensions/ui/board/rescore-view.ts';

const counts = { deals: 1_200, scored: 1_190, changed: 31, skipped: 9, failed: 1 };
const failure = { ok: false, code: 'rate_limited', message: '', correlationId: '' } as const;

describe('rescoreView', () => {
  it('says what changed', () => {
    expect(
      rescoreView(
        { kind: 'ended', counts: { deals: 3, scored: 3, changed: 0, skipped: 0, failed: 0 }, left: 0, failure: null },
        'en',
      ),
    ).toEqual({
      title: '3 deals rescored',
      text: '0 of 3 scores came out different from before.',
      tone: 'success',
    });
  });

  it('says what was left, and why', () => {
    expect(rescoreView({ kind: 'ended', counts, left: 300, failure: null }, 'en')).toEqual({
      title: '1,190 deals rescored',
      tone: 'warning',
      text: '31 of 1,190 scores came out different from before. 9 deals have no amount, no exchange rate or an answer that cannot be used. HubSpot refused 1. 300 were not got to: you stopped it. HubSpot’s search may show the old ones for a few moments.',
    });
    expect(
      rescoreView(
        { kind: 'ended', counts: { deals: 0, scored: 0, changed: 0, skipped: 0, failed: 0 }, left: 1, failure },
        'en',
      ),
    ).toMatchObject({
      tone: 'warning',
      text: expect.stringContaining('1 was not got to. Too many requests at once.') as string,
    });
  });
});
