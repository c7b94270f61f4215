import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, localDate } from '@deal-terms/core/crm';

const at = (iso: string) => Date.parse(iso);

describe('clockOf', () => {
  it('has the changes to and from summer time', () => {
    expect(clockOf('Europe/Berlin', 2026).offsets.slice(0, 4)).toEqual([
      { fromMs: at('2025-01-01T00:00Z'), minutes: 60 },
      { fromMs: at('2025-03-30T01:00Z'), minutes: 120 },
      { fromMs: at('2025-10-26T01:00Z'), minutes: 60 },
      { fromMs: at('2026-03-29T01:00Z'), minutes: 120 },
    ]);
  });

  it.each([
    ['Asia/Kolkata', 330],
    ['UTC', 0],
    ['Pacific/Kiritimati', 840],
    ['America/Phoenix', -420],
  ])('%s is always %i minutes ahead', (timeZone, minutes) => {
    expect(clockOf(timeZone, 2026)).toEqual({
      untilMs: at('2031-01-01T00:00Z'),
      offsets: [{ fromMs: at('2025-01-01T00:00Z'), minutes }],
    });
  });

  it('refuses a zone nobody knows', () => {
    expect(() => clockOf('Mars/Olympus', 2026)).toThrow(RangeError);
  });

  it('dates every instant as the platform does, those it knows nothing of included', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Kathmandu',
      'Pacific/Chatham',
      'America/Santiago',
    ];
    const clocks = new Map(zones.map((timeZone) => [timeZone, clockOf(timeZone, 2026)]));
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: at('2023-01-01T00:00Z'), max: at('2033-01-01T00:00Z') }),
        (timeZone, epochMs) => {
          expect(localDate(epochMs, { timeZone, clock: clocks.get(timeZone) })).toBe(localDate(epochMs, { timeZone }));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
