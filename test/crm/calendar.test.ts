import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isCalendarDate, isTimeZone, localDate, parseInstant } from '@deal-terms/core/crm';

const at = (iso: string) => Date.parse(iso);

describe('localDate', () => {
  it.each([
    ['2026-11-23T22:59:59Z', 'Europe/Berlin', '2026-11-23'],
    ['2026-11-23T23:00:00Z', 'Europe/Berlin', '2026-11-24'],
    ['2026-07-01T21:59:59Z', 'Europe/Berlin', '2026-07-01'],
    ['2026-07-01T22:00:00Z', 'Europe/Berlin', '2026-07-02'],
    ['2026-03-08T04:59:59Z', 'America/New_York', '2026-03-07'],
    ['2026-03-08T05:00:00Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T04:00:00Z', 'America/New_York', '2026-03-09'],
    ['2026-01-01T00:00:00Z', 'Pacific/Kiritimati', '2026-01-01'],
    ['2025-12-31T10:00:00Z', 'Pacific/Kiritimati', '2026-01-01'],
    ['2026-01-01T10:59:59Z', 'Pacific/Pago_Pago', '2025-12-31'],
    ['2026-06-30T18:29:59Z', 'Asia/Kolkata', '2026-06-30'],
    ['2026-06-30T18:30:00Z', 'Asia/Kolkata', '2026-07-01'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(localDate(at(instant), { timeZone: zone })).toBe(date);
  });

  it('writes years before 1000 with four digits', () => {
    expect(localDate(at('0999-06-01T12:00:00Z'), { timeZone: 'UTC' })).toBe('0999-06-01');
  });

  it('counts a zone nobody knows as UTC', () => {
    expect(localDate(at('2026-11-23T23:59:59Z'), { timeZone: 'Mars/Olympus' })).toBe('2026-11-23');
    expect(isTimeZone('Mars/Olympus')).toBe(false);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['1900-02-28', '1900-03-01', 1],
    ['2000-02-28', '2000-03-01', 2],
    ['2026-01-01', '2025-12-31', -1],
    ['1970-01-01', '2026-11-23', 20780],
  ])('from %s to %s is %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('agrees with the clock of the platform on every day of four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -146_000, max: 146_000 }), (day) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(daysBetween('1970-01-01', date)).toBe(day);
        expect(addDays('1970-01-01', day)).toBe(date);
      }),
    );
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-11-31',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-13-01',
    '26-01-01',
    '02026-01-01',
    '2026-01-011',
    '',
    'tomorrow',
  ])('refuses %j', (date) => {
    expect(() => daysBetween('2026-01-01', date)).toThrow(`expected an ISO date, got ${date}`);
    expect(() => addDays(date, 1)).toThrow(`expected an ISO date, got ${date}`);
    expect(isCalendarDate(date)).toBe(false);
  });
});

describe('parseInstant', () => {
  it.each([
    ['2026-11-30T12:00:00Z', at('2026-11-30T12:00:00Z')],
    ['2026-11-30T12:00:00.5Z', at('2026-11-30T12:00:00.500Z')],
    ['2026-11-30T12:00:00.123456Z', at('2026-11-30T12:00:00.123Z')],
    ['2026-11-30T12:00Z', at('2026-11-30T12:00:00Z')],
    ['2026-11-30T12:00:00+05:30', at('2026-11-30T06:30:00Z')],
    ['2026-11-30T12:00:00-0800', at('2026-11-30T20:00:00Z')],
    ['1796040000000', 1_796_040_000_000],
    ['0001-01-02T00:00:00Z', at('0001-01-02T00:00:00Z')],
    ['-62135510400000', -62_135_510_400_000],
    ['253402214400000', 253_402_214_400_000],
  ])('reads %s', (text, epochMs) => {
    expect(parseInstant(text)).toBe(epochMs);
  });

  it.each([
    '',
    '2026-11-30',
    '2026-02-30T00:00:00Z',
    '12',
    '999999999999999',
    '253402214400001',
    '-62135510400001',
    '0000-12-31T00:00:00Z',
    '2026-11-30T12:00:00',
    'soon',
  ])('answers null for %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('reads back what the platform writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0002-01-01T00:00:00Z'), max: new Date('9998-01-01T00:00:00Z'), noInvalidDate: true }),
        (date) => {
          expect(parseInstant(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
  });
});

describe('isTimeZone', () => {
  it('tells zones from other words', () => {
    expect(['Europe/Berlin', 'UTC', 'US/Eastern', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('isCalendarDate', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-02-28', '2026-12-31', '2026-04-30', '2026-01-01'])('knows %s', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });
});
