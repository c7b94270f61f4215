import { describe, expect, it } from 'vitest';
import { isSameName, scenarioNameFault, scenarioNameSchema } from '@deal-terms/core/plan';

describe('the name of a scenario', () => {
  it.each([
    ['  Bank\nat \t 12% ', 'Bank at 12%'],
    ['Rush\u200B\u0007orders', 'Rush orders'],
    ['Cafe\u0301', 'Caf\u00E9'],
    ['x'.repeat(60), 'x'.repeat(60)],
  ])('is one line without what nobody sees: %j', (typed, name) => {
    expect(scenarioNameSchema.parse(typed)).toBe(name);
    expect(scenarioNameFault(typed)).toBeNull();
  });

  it.each(['', ' \n', 'x'.repeat(61)])('is refused where there is none, or too long a one: %j', (typed) => {
    expect(scenarioNameFault(typed)).toBe('Enter a name of at most 60 characters.');
  });

  it('is the same in capitals and with more room', () => {
    expect(isSameName('Bank at 12%', ' BANK  at 12% ')).toBe(true);
    expect(isSameName('Bank at 12%', 'Bank at 13%')).toBe(false);
  });
});
