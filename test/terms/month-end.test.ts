import { describe, expect, it } from 'vitest';
import { daysReadingOf, planOf, readTerms } from '@deal-terms/core/terms';

const daysAt = (text: string, deliveredOn: string) => {
  const read = readTerms(text);
  return read.ok ? planOf(read.terms, deliveredOn).map(({ days }) => days) : read.message;
};

describe('terms that fall on the end of a month', () => {
  it.each([
    ['30 days end of month', '2027-01-12', 47],
    ['30 days after end of month', '2027-01-12', 49],
    ['end of month', '2027-01-12', 19],
    ['end of month', '2027-01-31', 0],
    ['end of month', '2028-02-01', 28],
    ['end of next month', '2027-01-12', 47],
    ['end of next month', '2027-12-31', 31],
    ['10th prox', '2027-12-12', 29],
    ['15 MFI', '2027-01-01', 45],
    ['60 jours fin de mois le 10', '2027-01-12', 88],
    ['net 10 EOM', '2027-01-12', 29],
    ['30 gg fine mese', '2027-01-31', 59],
  ])('%s of a delivery on %s is due after %i days', (text, deliveredOn, days) => {
    expect(daysAt(text, deliveredOn)).toEqual([days]);
  });

  it('is said in the days of the deal', () => {
    const read = readTerms('30% order + 70% net 30 end of month');
    expect(read.ok && daysReadingOf(read.terms, '2027-01-12')).toBe('30% with the order, 70% 47 days after delivery');
    expect(read.ok && daysReadingOf(read.terms, null)).toBe('30% with the order, 70% 45 days after delivery');
  });
});
