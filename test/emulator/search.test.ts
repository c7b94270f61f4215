import { FilterOperatorEnum as Operator } from '@hubspot/api-client/lib/codegen/crm/deals/index.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { pathFamilies, refusal, testAccount } from './account.ts';

type Filter = { propertyName: string; operator: Operator; value?: string; highValue?: string; values?: string[] };

const rows = [
  {
    dealname: 'Cuckoo clocks',
    amount: '100',
    dealstage: 'contractsent',
    closedate: '2026-12-01',
    hubspot_owner_id: '501',
    tags: 'spring;autumn',
    description: 'Needs LARGE boxes',
  },
  {
    dealname: 'Music boxes',
    amount: '250.5',
    dealstage: 'closedwon',
    closedate: '2026-06-01',
    hubspot_owner_id: '502',
    tags: 'autumn',
  },
  {
    dealname: 'Snow-globes (large)',
    amount: '9',
    dealstage: 'closedlost',
    closedate: '2025-01-15T10:00:00Z',
    hubspot_owner_id: '501',
    tags: 'spring',
  },
  { dealname: 'CLOCKS and more', dealstage: 'contractsent', hubspot_owner_id: '502' },
];

describe.each(pathFamilies)('search (%s)', (family) => {
  const account = testAccount();
  beforeAll(async () => {
    const options = ['spring', 'autumn'].map((value, displayOrder) => ({
      value,
      label: value,
      displayOrder,
      hidden: false,
    }));
    await account().send('POST', '/crm/v3/properties/deals', {
      name: 'tags',
      label: 'Tags',
      groupName: 'dealinformation',
      type: 'enumeration',
      fieldType: 'checkbox',
      options,
    });
    await account()
      .client(family)
      .crm.deals.batchApi.create({
        inputs: rows.map((properties) => ({ properties: { ...properties }, associations: [] })),
      });
  });
  const search = (request: object) => account().client(family).crm.deals.searchApi.doSearch(request);
  const found = async (...filters: Filter[]) =>
    (await search({ filterGroups: [{ filters }], properties: ['dealname'] })).results.map(
      ({ properties }) => properties['dealname'],
    );
  const [cuckoo, music, snow, more] = rows.map(({ dealname }) => dealname);

  it.each<[string, Filter, (string | undefined)[]]>([
    ['EQ on an option', { propertyName: 'dealstage', operator: Operator.Eq, value: 'contractsent' }, [cuckoo, more]],
    [
      'EQ on text, whatever the case',
      { propertyName: 'dealname', operator: Operator.Eq, value: 'MUSIC BOXES' },
      [music],
    ],
    ['EQ on a number, however written', { propertyName: 'amount', operator: Operator.Eq, value: '250.50' }, [music]],
    [
      'NEQ, also without a value',
      { propertyName: 'amount', operator: Operator.Neq, value: '100' },
      [music, snow, more],
    ],
    ['LT by number, not by text', { propertyName: 'amount', operator: Operator.Lt, value: '100' }, [snow]],
    ['LTE', { propertyName: 'amount', operator: Operator.Lte, value: '100' }, [cuckoo, snow]],
    ['GT', { propertyName: 'amount', operator: Operator.Gt, value: '100' }, [music]],
    ['GTE on a day', { propertyName: 'closedate', operator: Operator.Gte, value: '2026-06-01' }, [cuckoo, music]],
    ['LT on an instant', { propertyName: 'closedate', operator: Operator.Lt, value: '1736935200001' }, [snow]],
    [
      'BETWEEN, both ends in',
      { propertyName: 'amount', operator: Operator.Between, value: '9', highValue: '100' },
      [cuckoo, snow],
    ],
    ['IN', { propertyName: 'dealstage', operator: Operator.In, values: ['closedwon', 'closedlost'] }, [music, snow]],
    [
      'IN on text, in lower case',
      { propertyName: 'dealname', operator: Operator.In, values: ['music boxes'] },
      [music],
    ],
    [
      'IN on text with capitals: nothing',
      { propertyName: 'dealname', operator: Operator.In, values: ['Music boxes'] },
      [],
    ],
    [
      'NOT_IN, also without a value',
      { propertyName: 'tags', operator: Operator.NotIn, values: ['spring'] },
      [music, more],
    ],
    ['IN on a list: any of them', { propertyName: 'tags', operator: Operator.In, values: ['autumn'] }, [cuckoo, music]],
    ['HAS_PROPERTY', { propertyName: 'amount', operator: Operator.HasProperty }, [cuckoo, music, snow]],
    ['NOT_HAS_PROPERTY', { propertyName: 'amount', operator: Operator.NotHasProperty }, [more]],
    [
      'NOT_HAS_PROPERTY on text',
      { propertyName: 'description', operator: Operator.NotHasProperty },
      [music, snow, more],
    ],
    ['CONTAINS_TOKEN', { propertyName: 'dealname', operator: Operator.ContainsToken, value: 'clocks' }, [cuckoo, more]],
    [
      'CONTAINS_TOKEN takes whole words',
      { propertyName: 'dealname', operator: Operator.ContainsToken, value: 'clock' },
      [],
    ],
    [
      'CONTAINS_TOKEN with a wildcard',
      { propertyName: 'dealname', operator: Operator.ContainsToken, value: 'cl*k*' },
      [cuckoo, more],
    ],
    [
      'CONTAINS_TOKEN past punctuation',
      { propertyName: 'dealname', operator: Operator.ContainsToken, value: 'globes large' },
      [snow],
    ],
    [
      'NOT_CONTAINS_TOKEN',
      { propertyName: 'dealname', operator: Operator.NotContainsToken, value: '*boxes' },
      [cuckoo, snow, more],
    ],
    [
      'EQ on a computed property',
      { propertyName: 'hs_is_closed', operator: Operator.Eq, value: 'true' },
      [music, snow],
    ],
  ])('%s', async (_name, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  it('joins filters of a group with and, groups with or', async () => {
    expect(
      await found(
        { propertyName: 'dealstage', operator: Operator.Eq, value: 'contractsent' },
        { propertyName: 'hubspot_owner_id', operator: Operator.Eq, value: '501' },
      ),
    ).toEqual([cuckoo]);
    const { results, total } = await search({
      filterGroups: [
        { filters: [{ propertyName: 'amount', operator: 'GT', value: '200' }] },
        { filters: [{ propertyName: 'amount', operator: 'LT', value: '10' }] },
      ],
      properties: ['dealname'],
    });
    expect(total).toBe(2);
    expect(results.map(({ properties }) => properties['dealname'])).toEqual([music, snow]);
  });

  it('finds free text by the beginnings of words', async () => {
    const names = async (query: string) =>
      (await search({ query, properties: ['dealname'] })).results.map(({ properties }) => properties['dealname']);
    expect(await names('cloc')).toEqual([cuckoo, more]);
    expect(await names('large box')).toEqual([cuckoo]);
    expect(await names('uckoo')).toEqual([]);
  });

  it('sorts by value, without one last, either way', async () => {
    const sorted = async (sorts: unknown) =>
      (await search({ sorts, properties: ['dealname'] })).results.map(({ properties }) => properties['dealname']);
    expect(await sorted(['amount'])).toEqual([snow, cuckoo, music, more]);
    expect(await sorted(['-amount'])).toEqual([music, cuckoo, snow, more]);
    expect(await sorted([{ propertyName: 'dealname', direction: 'DESCENDING' }])).toEqual([snow, music, cuckoo, more]);
    expect(await sorted([{ propertyName: 'closedate', direction: 'ASCENDING' }])).toEqual([snow, music, cuckoo, more]);
  });

  it('pages with the total on every page', async () => {
    const first = await search({ limit: 3 });
    expect(first).toMatchObject({ total: 4, paging: { next: { after: '3' } } });
    const last = await search({ limit: 3, after: '3' });
    expect(last.total).toBe(4);
    expect(last.results).toHaveLength(1);
    expect(last.paging).toBeUndefined();
    expect(await search({ limit: 3, after: '30' })).toMatchObject({ total: 4, results: [] });
  });

  it('finds by linked records', async () => {
    const crm = account().client(family).crm;
    const { id } = await crm.companies.basicApi.create({ properties: { name: 'Linked' }, associations: [] });
    const [deal] = (await search({ query: 'cuckoo' })).results;
    await crm.associations.v4.basicApi.createDefault('deals', deal!.id, 'companies', id);
    expect(await found({ propertyName: 'associations.company', operator: Operator.Eq, value: id })).toEqual([cuckoo]);
    expect(await found({ propertyName: 'associations.companies', operator: Operator.NotHasProperty })).toEqual([
      music,
      snow,
      more,
    ]);
  });

  it.each<[string, object]>([
    ['more than 200 a page', { limit: 201 }],
    ['results past the ten thousandth', { limit: 100, after: '9901' }],
    [
      'six groups',
      {
        filterGroups: Array.from({ length: 6 }, () => ({
          filters: [{ propertyName: 'amount', operator: 'HAS_PROPERTY' }],
        })),
      },
    ],
    [
      'seven filters in a group',
      {
        filterGroups: [
          { filters: Array.from({ length: 7 }, () => ({ propertyName: 'amount', operator: 'HAS_PROPERTY' })) },
        ],
      },
    ],
    [
      'nineteen filters',
      {
        filterGroups: Array.from({ length: 4 }, () => ({
          filters: Array.from({ length: 5 }, () => ({ propertyName: 'amount', operator: 'HAS_PROPERTY' })),
        })),
      },
    ],
    ['two sorts', { sorts: ['amount', 'dealname'] }],
    ['a body of more than 3,000 characters', { query: 'x'.repeat(3_000) }],
    [
      'a property that does not exist',
      { filterGroups: [{ filters: [{ propertyName: 'nonsense', operator: 'EQ', value: '1' }] }] },
    ],
    [
      'an operator that does not exist',
      { filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'LIKE', value: '1' }] }] },
    ],
    [
      'no number where one is needed',
      { filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'GT', value: 'much' }] }] },
    ],
    ['IN without values', { filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'IN' }] }] }],
  ])('refuses %s', async (_name, request) => {
    expect((await refusal(search(request))).status).toBe(400);
  });
});
