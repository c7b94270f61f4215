import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, count, discountInWords, money, percent } from '@deal-terms/core/words';

const styles = {
  count: { maximumFractionDigits: 1 },
  percent: { style: 'percent', maximumFractionDigits: 1 },
  EUR: { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 },
  USD: { style: 'currency', currency: 'USD', maximumFractionDigits: 0 },
  GBP: { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 },
  CHF: { style: 'currency', currency: 'CHF', maximumFractionDigits: 0 },
} satisfies Record<string, Intl.NumberFormatOptions>;
type Style = keyof typeof styles;
const written = (style: Style, value: number) => {
  if (style === 'count') return count(value, { locale: 'en' });
  if (style === 'percent') return percent(value, { locale: 'en' });
  return money(value, { locale: 'en', currency: style });
};

describe('numbers in English', () => {
  it.each<[Style, number, string]>([
    ['count', 1234567.25, '1,234,567.3'],
    ['count', 0.05, '0.1'],
    ['count', 7, '7'],
    ['percent', 0.0125, '1.3%'],
    ['percent', 12, '1,200%'],
    ['EUR', 2769.5, '€2,770'],
    ['USD', -1000, '-$1,000'],
    ['CHF', 1000, 'CHF\u00a01,000'],
    ['count', 1e-7, '0'],
    ['percent', -10254332569924.855, '-1,025,433,256,992,485.5%'],
    ['EUR', 2e21, '€2,000,000,000,000,000,000,000'],
    ['EUR', Number.POSITIVE_INFINITY, '€∞'],
  ])('%s of %d is %s', (style, value, text) => {
    expect(written(style, value)).toBe(text);
  });

  it('are written as the platform writes them', () => {
    const platform = new Map(
      Object.entries(styles).map(([style, options]) => [style, new Intl.NumberFormat('en', options)]),
    );
    const values = fc.oneof(
      fc.double(),
      fc.double({ min: -1e7, max: 1e7 }),
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((units) => units / 1000),
      fc.integer({ min: -1000, max: 1000 }).map((units) => units / 100_000),
    );
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(styles) as Style[])), values, (style, value) => {
        expect(written(style, value)).toBe(platform.get(style)?.format(value));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep the basis point of a discount', () => {
    expect(discountInWords(0.01005, { locale: 'en' })).toBe('a 1.01% discount');
  });

  it('call no chance certain', () => {
    expect([chance(0.9999, { locale: 'en' }), chance(0.4567, { locale: 'en' })]).toEqual(['99.9%', '45.6%']);
  });
});
