import { describe, expect, it } from 'vitest';
import { matchingRecords, statisticOf } from '../../workbench/host/crm-components/matching-records.ts';
import type { CrmFilter } from '../../workbench/host/crm-components/matching-records.ts';

const records = [
  { properties: { name: 'Beta', amount: '9', closedate: '2026-01-05T00:00:00Z' } },
  { properties: { name: 'Alpha', amount: '100', closedate: '2026-03-01T00:00:00Z' } },
  { properties: { name: 'Gamma', amount: null, closedate: null } },
];
const names = (filters: readonly CrmFilter[]) =>
  matchingRecords(records, filters).map(({ properties }) => properties.name);

describe('matchingRecords', () => {
  it.each<[CrmFilter, readonly string[]]>([
    [{ property: 'amount', operator: 'GT', value: 9 }, ['Alpha']],
    [{ property: 'amount', operator: 'GTE', value: '9' }, ['Beta', 'Alpha']],
    [{ property: 'amount', operator: 'LT', value: 100 }, ['Beta']],
    [{ property: 'amount', operator: 'LTE', value: 100 }, ['Beta', 'Alpha']],
    [{ property: 'amount', operator: 'BETWEEN', value: 10, highValue: 200 }, ['Alpha']],
    [{ property: 'amount', operator: 'EQ', value: '9.0' }, ['Beta']],
    [{ property: 'amount', operator: 'NEQ', value: 9 }, ['Alpha', 'Gamma']],
    [{ property: 'name', operator: 'IN', values: ['Alpha', 'Gamma'] }, ['Alpha', 'Gamma']],
    [{ property: 'name', operator: 'NOT_IN', values: ['Alpha'] }, ['Beta', 'Gamma']],
    [{ property: 'closedate', operator: 'LT', value: '2026-02-01' }, ['Beta']],
    [{ property: 'amount', operator: 'HAS_PROPERTY' }, ['Beta', 'Alpha']],
    [{ property: 'amount', operator: 'NOT_HAS_PROPERTY' }, ['Gamma']],
  ])('%j', (filter, expected) => {
    expect(names([filter])).toEqual(expected);
  });

  it('orders numbers by size, then by the next column', () => {
    const sorted = matchingRecords(records.slice(0, 2), [], [{ columnName: 'amount', direction: -1 }]);
    expect(sorted.map(({ properties }) => properties.name)).toEqual(['Alpha', 'Beta']);
  });
});

describe('statisticOf', () => {
  it.each([
    ['COUNT', 4],
    ['DISTINCT_APPROX', 3],
    ['SUM', 16],
    ['AVG', 4],
    ['MIN', 1],
    ['MAX', 10],
  ])('%s', (type, expected) => {
    expect(statisticOf(type, ['1', '10', '', null, '4', '1'])).toBe(expected);
  });

  it('takes the value so many of a hundred do not exceed', () => {
    expect(statisticOf('PERCENTILES', ['40', '10', '30', '20'], 50)).toBe(20);
    expect(statisticOf('PERCENTILES', ['40', '10', '30', '20'], 95)).toBe(40);
    expect(statisticOf('SUM', [null, ''])).toBeNull();
  });
});
