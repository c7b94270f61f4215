import { describe, expect, it } from 'vitest';
import {
  readChoices,
  readDate,
  readInstant,
  readNumber,
  readText,
  writeNumber,
} from '../../src/crm/property-values.ts';

describe('what HubSpot keeps as a string', () => {
  it.each([
    ['1', 1],
    [' -1.5 ', -1.5],
    ['.5', 0.5],
    ['1e-7', 1e-7],
    ['', null],
    [null, null],
    [undefined, null],
    ['1,000', null],
    ['0x10', null],
    ['1e999', null],
    ['12 EUR', null],
    ['EUR 12', null],
  ])('%j is the number %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it.each([
    [' a\r\nb ', 'a\nb'],
    [' ', null],
    [null, null],
  ])('%j is the text %j', (value, text) => {
    expect(readText(value)).toBe(text);
  });

  it.each([
    ['2026-11-30', '2026-11-30'],
    ['1796040000000', '2026-11-30'],
    ['2026-11-30T23:00:00Z', '2026-11-30'],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j is the date %j', (value, date) => {
    expect(readDate(value)).toBe(date);
  });

  it.each([
    ['2026-11-30', 1_795_996_800_000],
    ['2026-11-30T12:00:00Z', 1_796_040_000_000],
    ['', null],
    [null, null],
  ])('%j is the instant %j', (value, epochMs) => {
    expect(readInstant(value)).toBe(epochMs);
  });

  it('has choices in the order of the options, without those nobody knows', () => {
    expect(readChoices(['a', 'b', 'c'], 'c; a ;x')).toEqual(['a', 'c']);
    expect(readChoices(['a'], null)).toEqual([]);
  });

  it.each([
    [null, ''],
    [0.1, '0.1'],
    [-0, '0'],
    [1e-7, '0.0000001'],
    [1e21, '1000000000000000000000'],
    [-2.5, '-2.5'],
  ])('writes %j as %j', (value, text) => {
    expect(writeNumber(value)).toBe(text);
  });
});
