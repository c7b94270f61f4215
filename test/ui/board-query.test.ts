import { describe, expect, it } from 'vitest';
import { bandQuery } from '../../extensions/ui/board/band-query.ts';
import { noFilters, readFilters, writeFilters } from '../../extensions/ui/board/board-filters.ts';
import type { BoardFilters } from '../../extensions/ui/board/board-filters.ts';
import { boardQuery } from '../../extensions/ui/board/board-query.ts';

const policyVersion = 4;
const query = (filters: Partial<BoardFilters>) => boardQuery({ ...noFilters, ...filters }, policyVersion);
const isOpen = { propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' };

describe('boardQuery', () => {
  it('asks for open deals, those with the largest expected gain first', () => {
    expect(query({})).toEqual({
      ok: true,
      objectType: 'deals',
      query: '',
      filterGroups: [{ filters: [isOpen] }],
      sorts: [{ propertyName: 'terms_expected_gain_home', direction: 'DESCENDING' }],
    });
  });

  it.each<[Partial<BoardFilters>, object[]]>([
    [
      { bands: ['high', 'medium'] },
      [isOpen, { propertyName: 'terms_negotiability_band', operator: 'IN', values: ['high', 'medium'] }],
    ],
    [
      { levers: ['faster_delivery'] },
      [isOpen, { propertyName: 'terms_levers', operator: 'IN', values: ['faster_delivery'] }],
    ],
    [
      { verdicts: ['trade'], urgencies: ['critical'] },
      [
        isOpen,
        { propertyName: 'terms_verdict', operator: 'IN', values: ['trade'] },
        { propertyName: 'terms_urgency', operator: 'IN', values: ['critical'] },
      ],
    ],
    [{ owners: ['11', '12'] }, [isOpen, { propertyName: 'hubspot_owner_id', operator: 'IN', values: ['11', '12'] }]],
    [{ pipeline: 'default' }, [isOpen, { propertyName: 'pipeline', operator: 'IN', values: ['default'] }]],
    [{ pipeline: 'default', stages: ['quote'] }, [{ propertyName: 'dealstage', operator: 'IN', values: ['quote'] }]],
    [
      { amountFrom: 0, amountTo: 50_000 },
      [isOpen, { propertyName: 'amount_in_home_currency', operator: 'BETWEEN', value: '0', highValue: '50000' }],
    ],
    [{ amountFrom: 0 }, [isOpen, { propertyName: 'amount_in_home_currency', operator: 'GTE', value: '0' }]],
    [{ missing: 'any' }, [isOpen, { propertyName: 'terms_answers_known', operator: 'LT', value: '3' }]],
    [{ missing: 'termsImportance' }, [isOpen, { propertyName: 'terms_importance', operator: 'NOT_HAS_PROPERTY' }]],
    [{ score: 'unscored' }, [isOpen, { propertyName: 'terms_scored_at', operator: 'NOT_HAS_PROPERTY' }]],
    [
      { score: 'current' },
      [
        isOpen,
        { propertyName: 'terms_policy_version', operator: 'EQ', value: '4' },
        { propertyName: 'terms_model_version', operator: 'EQ', value: '2' },
      ],
    ],
  ])('turns %j into conditions', (filters, conditions) => {
    expect(query(filters)).toMatchObject({ ok: true, filterGroups: [{ filters: conditions }] });
  });

  it('finds scores of an older policy or of an older model', () => {
    expect(query({ score: 'outdated', bands: ['high'] })).toMatchObject({
      filterGroups: [
        {
          filters: [
            isOpen,
            { propertyName: 'terms_negotiability_band' },
            { propertyName: 'terms_policy_version', operator: 'LT', value: '4' },
          ],
        },
        {
          filters: [
            isOpen,
            { propertyName: 'terms_negotiability_band' },
            { propertyName: 'terms_model_version', operator: 'LT', value: '2' },
          ],
        },
      ],
    });
  });

  it('says so when HubSpot takes no more conditions, or no longer ones', () => {
    const six: Partial<BoardFilters> = {
      bands: ['high'],
      verdicts: ['trade'],
      levers: ['discount'],
      owners: ['11'],
      amountFrom: 10,
    };
    expect(query(six)).toMatchObject({ ok: true });
    expect(query({ ...six, missing: 'urgency' })).toEqual({
      ok: false,
      problem: 'HubSpot’s search takes 6 conditions at a time and these filters make 7: take one away.',
    });
    const everybody = Array.from({ length: 150 }, (_, index) => String(880_001_000 + index));
    expect(query({ owners: everybody })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('fewer owners') as string,
    });
  });
});

describe('bandQuery', () => {
  const found = (filters: Partial<BoardFilters>) =>
    query(filters) as Extract<ReturnType<typeof boardQuery>, { ok: true }>;

  it('narrows every group to one band', () => {
    expect(bandQuery(found({ score: 'outdated' }), 'low')).toMatchObject({
      filterGroups: [
        {
          filters: [
            isOpen,
            { propertyName: 'terms_policy_version' },
            { propertyName: 'terms_negotiability_band', operator: 'EQ', value: 'low' },
          ],
        },
        {
          filters: [
            isOpen,
            { propertyName: 'terms_model_version' },
            { propertyName: 'terms_negotiability_band', operator: 'EQ', value: 'low' },
          ],
        },
      ],
    });
    expect(bandQuery(found({}), 'unscored')).toMatchObject({
      filterGroups: [{ filters: [isOpen, { propertyName: 'terms_negotiability_band', operator: 'NOT_HAS_PROPERTY' }] }],
    });
  });

  it('knows which bands a filter leaves out, and when there is no room', () => {
    expect(bandQuery(found({ bands: ['high'] }), 'low')).toBe('none');
    expect(bandQuery(found({ bands: ['high'] }), 'unscored')).toBe('none');
    expect(bandQuery(found({ bands: ['high'] }), 'high')).toMatchObject({
      filterGroups: [{ filters: [isOpen, { operator: 'EQ', value: 'high' }] }],
    });
    expect(
      bandQuery(
        found({ verdicts: ['trade'], levers: ['discount'], owners: ['11'], amountFrom: 10, urgencies: ['high'] }),
        'high',
      ),
    ).toBe('refused');
  });
});

describe('filters in an address', () => {
  it('come back as they went', () => {
    const filters: BoardFilters = {
      text: 'cuckoo, & clocks',
      bands: ['high'],
      verdicts: ['trade', 'explore'],
      levers: ['faster_delivery'],
      urgencies: ['high', 'critical'],
      owners: ['11'],
      pipeline: 'default',
      stages: ['a', 'b'],
      amountFrom: 0,
      amountTo: 9_000,
      missing: 'any',
      score: 'outdated',
      sort: 'amount',
      ascending: true,
    };
    expect(readFilters(writeFilters(filters))).toEqual(filters);
    expect(writeFilters(noFilters)).toEqual({});
  });

  it('are left out where an address means nothing', () => {
    expect(
      readFilters({
        band: 'huge,high',
        missing: 'everything',
        from: '-3',
        to: 'x',
        sort: 'name',
        order: 'sideways',
        id: '7',
      }),
    ).toEqual({ ...noFilters, bands: ['high'] });
  });
});
