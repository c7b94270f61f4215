import { describe, expect, it } from 'vitest';
import { addDays, startOfDay } from '@deal-terms/core/crm';
import { isoWeekOf, isoWeeksFrom, mondayOf, mondayOfWeek } from '@deal-terms/core/expedite';

describe('ISO weeks', () => {
  // Python 3: datetime.date(...).isocalendar()
  it.each([
    ['2026-11-23', '2026-W48'],
    ['2026-11-29', '2026-W48'],
    ['2026-11-30', '2026-W49'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2020-12-31', '2020-W53'],
    ['1999-12-31', '1999-W52'],
  ])('%s is in %s', (date, week) => {
    expect(isoWeekOf(date)).toBe(week);
  });

  it('begin on Monday', () => {
    expect(['2026-11-23', '2026-11-29', '2023-12-31', '2024-01-01'].map(mondayOf)).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2023-12-25',
      '2024-01-01',
    ]);
  });

  it('are found by their name', () => {
    expect(['2026-W53', '2027-W01', '2025-W01', '2026-W01'].map(mondayOfWeek)).toEqual([
      '2026-12-28',
      '2027-01-04',
      '2024-12-30',
      '2025-12-29',
    ]);
    // 2027 has 52 weeks.
    expect(['2027-W53', '2026-W00', '2026-52', ''].map(mondayOfWeek)).toEqual([null, null, null, null]);
  });

  it('follow each other across the year', () => {
    expect(isoWeeksFrom('2026-12-25', 4)).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
  });
});

describe('days', () => {
  it('are counted over months, years and leap days', () => {
    expect([
      addDays('2026-11-30', 1),
      addDays('2028-02-28', 1),
      addDays('2027-01-01', -1),
      addDays('2026-12-28', 0),
    ]).toEqual(['2026-12-01', '2028-02-29', '2026-12-31', '2026-12-28']);
  });

  it.each([
    ['2026-11-30', 'Europe/Berlin', '2026-11-29T23:00:00.000Z'],
    ['2026-07-01', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    ['2026-07-01', 'Asia/Kathmandu', '2026-06-30T18:15:00.000Z'],
    ['2026-07-01', 'Pacific/Kiritimati', '2026-06-30T10:00:00.000Z'],
    ['2026-07-01', 'UTC', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01', 'Etc/GMT+12', '2026-07-01T12:00:00.000Z'],
  ])('%s begins in %s at %s', (date, timeZone, instant) => {
    expect(new Date(startOfDay(date, { timeZone })).toISOString()).toBe(instant);
  });
});
