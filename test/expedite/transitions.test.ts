import { describe, expect, it } from 'vitest';
import { expeditePipeline } from '@deal-terms/core/crm';
import {
  expediteActions,
  holdsSlot,
  isCorrectable,
  isOpen,
  possibleActions,
  transition,
} from '@deal-terms/core/expedite';
import type { RequestState } from '@deal-terms/core/expedite';

const states: readonly RequestState[] = ['none', ...expeditePipeline.stages.map(({ key }) => key)];

/** Every state × action by hand; a dash is "not possible". */
const expected = `
            request   update    withdraw  accept confirm  counter   decline  ship    correct unship   release   expire
none        requested -         -         -      -        -         -        -       -       -        -         -
requested   -         requested withdrawn held   -        countered declined -       -       -        -         expired
held        -         requested withdrawn -      approved countered declined shipped -       -        requested expired
countered   -         requested withdrawn held   -        countered declined -       -       -        -         expired
approved    -         -         withdrawn -      -        -         -        shipped -       -        requested -
shipped     requested -         -         -      -        -         -        -       shipped approved -         -
declined    requested -         -         -      -        -         -        -       -       -        -         -
expired     requested -         -         -      -        -         -        -       -       -        -         -
withdrawn   requested -         -         -      -        -         -        -       -       -        -         -
`;
const [head = [], ...rows] = expected
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

describe('the life of an expedite request', () => {
  it('is written down for every state and every action', () => {
    expect(head).toEqual([...expediteActions]);
    expect(rows.map(([state]) => state)).toEqual(states);
  });

  it.each(rows)('from %s', (from = '', ...to) => {
    const state = states.find((known) => known === from)!;
    expect(expediteActions.map((action) => transition(state, action) ?? '-')).toEqual(to);
    expect(possibleActions(state)).toEqual(expediteActions.filter((_, place) => to[place] !== '-'));
  });

  it('ends in states that hold nothing to wait for, and takes a slot only once promised', () => {
    expect(states.filter(isOpen)).toEqual(['requested', 'held', 'countered', 'approved']);
    expect(states.filter(holdsSlot)).toEqual(['held', 'approved', 'shipped']);
  });

  it('can be set right for a day after the shipment', () => {
    const shipped = Date.parse('2026-11-23T10:00:00Z');
    expect(isCorrectable(shipped, Date.parse('2026-11-24T09:59:59Z'))).toBe(true);
    expect(isCorrectable(shipped, Date.parse('2026-11-24T10:00:00Z'))).toBe(false);
    expect(isCorrectable(null, shipped)).toBe(false);
  });
});
