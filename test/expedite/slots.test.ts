import { describe, expect, it } from 'vitest';
import { bookOf, placesToRead } from '@deal-terms/core/expedite';
import type { RequestState, SlotEntry } from '@deal-terms/core/expedite';

const nowMs = 10_000_000;
const week = '2026-W52';
const entry = (place: number, ticketId: string, rest: Partial<SlotEntry> = {}): SlotEntry => ({
  recordId: `r${place}`,
  week,
  place,
  ticketId,
  writtenAtMs: 0,
  ...rest,
});
const holder = (id: string, state: RequestState, inWeek: string | null = week) =>
  [id, { state, week: inWeek }] as const;

describe('the slots of a week', () => {
  it('are taken by requests that hold one, and free again when they no longer do', () => {
    const holders = new Map([
      holder('a', 'held'),
      holder('b', 'expired'),
      holder('c', 'approved'),
      holder('d', 'shipped'),
      holder('e', 'held', '2026-W51'),
    ]);
    const book = bookOf(
      week,
      6,
      [entry(1, 'a'), entry(2, 'b'), entry(3, 'c'), entry(4, 'd'), entry(5, 'e'), entry(1, 'a', { week: '2026-W51' })],
      holders,
      nowMs,
    );
    expect(book).toMatchObject({ week, used: 3, slots: 6, free: [6, 7, 8] });
    expect(book.leftovers.map(({ place }) => place)).toEqual([2, 5]);
    expect([...book.holders]).toEqual([
      [1, 'a'],
      [3, 'c'],
      [4, 'd'],
    ]);
  });

  it('count a request once, and one whose ticket is gone not at all', () => {
    expect(
      bookOf(week, 3, [entry(2, 'a'), entry(1, 'a'), entry(3, 'gone')], new Map([holder('a', 'held')]), nowMs),
    ).toMatchObject({ used: 1, free: [4, 5] });
  });

  it('are kept for a claim whose ticket does not say so yet, for a minute', () => {
    const claimed = (agoMs: number) =>
      bookOf(week, 1, [entry(1, 'a', { writtenAtMs: nowMs - agoMs })], new Map([holder('a', 'requested')]), nowMs);
    expect([claimed(0).free, claimed(59_999).free, claimed(60_000).free]).toEqual([[], [], [2]]);
  });

  it('that were given back have used their places up, and leave as many to take behind them', () => {
    const book = bookOf(week, 2, [entry(1, ''), entry(2, 'a'), entry(3, '')], new Map([holder('a', 'held')]), nowMs);
    expect([book.used, book.free, book.leftovers]).toEqual([1, [4], []]);
    expect(placesToRead(2, [entry(1, ''), entry(3, ''), entry(1, '', { week: '2026-W51' })], week)).toBe(4);
  });

  it('are none where the policy has none', () => {
    expect(bookOf(week, 0, [entry(1, 'a')], new Map([holder('a', 'held')]), nowMs)).toMatchObject({
      used: 1,
      free: [],
    });
  });
});
