import { describe, expect, it } from 'vitest';
import { editableNumber, formatNumber, readTypedNumber } from '../../workbench/host/components/typed-number.ts';

describe('readTypedNumber', () => {
  it.each([
    ['en-GB', '300,000', 300_000],
    ['en-GB', '250000.00', 250_000],
    ['en-GB', '1500.50', 1500.5],
    ['en-GB', '12.50', 12.5],
    ['en-GB', '1,234,567.8', 1_234_567.8],
    ['en-GB', '12,5', 12.5],
    ['en-GB', '1.500,50', 1500.5],
    ['en-GB', '.5', 0.5],
    ['en-GB', '7.', 7],
    ['en-GB', '−3', -3],
    ['en-GB', ' 12.50 % ', 12.5],
    ['en-IN', '12,34,567.5', 1_234_567.5],
    ['de-DE', '300.000', 300_000],
    ['de-DE', '250000,00', 250_000],
    ['de-DE', '1500.50', 1500.5],
    ['de-DE', '1.500,50', 1500.5],
    ['de-DE', '12,50', 12.5],
    ['fr-FR', '300 000,5', 300_000.5],
    ['fr-FR', '1\u202f500,50', 1500.5],
    ['de-CH', '300’000.50', 300_000.5],
    ['ar-EG', '1,500.5', 1500.5],
  ])('in %s: %s', (locale, text, value) => {
    expect(readTypedNumber(text, { locale })).toEqual({ kind: 'number', value });
  });

  it('takes the currency with the amount', () => {
    expect(readTypedNumber('€1,500.50', { locale: 'en-GB', currency: 'EUR' })).toEqual({
      kind: 'number',
      value: 1500.5,
    });
    expect(readTypedNumber('1500 CHF', { locale: 'en-GB', currency: 'CHF' })).toEqual({ kind: 'number', value: 1500 });
    expect(readTypedNumber('1.500,50 €', { locale: 'de-DE', currency: 'EUR' })).toEqual({
      kind: 'number',
      value: 1500.5,
    });
  });

  it('tells an empty field from one that holds no number', () => {
    expect(readTypedNumber('  ', { locale: 'en-GB' })).toEqual({ kind: 'empty' });
    for (const text of ['-', '.', 'twelve', '1.2.3', '12 pieces', '1,2,3', '--4', 'Infinity', '1e5'])
      expect([text, readTypedNumber(text, { locale: 'en-GB' }).kind]).toEqual([text, 'unreadable']);
  });
});

describe('numbers in a field', () => {
  it('are grouped while they are read, and plain while they are edited', () => {
    expect(formatNumber(1500.5, { locale: 'de-DE', currency: 'EUR' })).toBe('1.500,5 €');
    expect(editableNumber(1500.5, { locale: 'de-DE', currency: 'EUR' })).toBe('1500,5');
    expect(formatNumber(1200, { locale: 'en-GB', currency: 'GBP' })).toBe('£1,200');
    expect(formatNumber(1200.345, { locale: 'en-GB', currency: 'JPY' })).toBe('JP¥ 1,200');
    expect(formatNumber(12.345, { locale: 'en-GB', isPercentage: true, precision: 1 })).toBe('12.3%');
    expect(formatNumber(0.0725, { locale: 'en-GB' })).toBe('0.0725');
  });
});
