import { describe, expect, it } from 'vitest';
import { bandQuery } from '../../extensions/ui/board/band-query.ts';
import { filtersInUse, noFilters, readFilters, writeFilters } from '../../extensions/ui/board/board-filters.ts';
import type { BoardFilters } from '../../extensions/ui/board/board-filters.ts';
import { boardQuery } from '../../extensions/ui/board/board-query.ts';

/** In Berlin, an hour ahead of UTC on that day. */
const basis = { policyVersion: 4, today: '2026-11-27', timeZone: 'Europe/Berlin' };
const query = (filters: Partial<BoardFilters>) => boardQuery({ ...noFilters, ...filters }, basis);
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
    [{ missing: 'termsImportance' }, [isOpen, { propertyName: 'terms_importance', operator: 'NOT_HAS_PROPERTY' }]],
    [
      { offers: ['approved', 'countered'] },
      [isOpen, { propertyName: 'terms_offer_status', operator: 'IN', values: ['approved', 'countered'] }],
    ],
    [{ expedites: ['held'] }, [isOpen, { propertyName: 'terms_expedite_status', operator: 'IN', values: ['held'] }]],
    [{ margin: 'typed' }, [isOpen, { propertyName: 'terms_gross_margin', operator: 'HAS_PROPERTY' }]],
    [
      { margin: 'assumed' },
      [isOpen, { propertyName: 'terms_assumed_figures', operator: 'IN', values: ['gross_margin'] }],
    ],
    [
      { margin: 'found' },
      [
        isOpen,
        { propertyName: 'terms_gross_margin', operator: 'NOT_HAS_PROPERTY' },
        { propertyName: 'terms_figures_assumed', operator: 'HAS_PROPERTY' },
        { propertyName: 'terms_assumed_figures', operator: 'NOT_IN', values: ['gross_margin'] },
      ],
    ],
    [
      // 1 December at 0:00 to 31 December at 23:59:59.999, in Berlin.
      { closesFrom: '2026-12-01', closesTo: '2026-12-31' },
      [isOpen, { propertyName: 'closedate', operator: 'BETWEEN', value: '1796079600000', highValue: '1798757999999' }],
    ],
    [{ closesFrom: '2026-12-01' }, [isOpen, { propertyName: 'closedate', operator: 'GTE', value: '1796079600000' }]],
    [
      { quick: 'approval' },
      [isOpen, { propertyName: 'terms_offer_status', operator: 'EQ', value: 'awaiting_approval' }],
    ],
    [
      // Offered on 20 November or before: seven days ago.
      { quick: 'unanswered' },
      [
        isOpen,
        { propertyName: 'terms_offer_status', operator: 'EQ', value: 'offered' },
        { propertyName: 'terms_offered_at', operator: 'LT', value: '1795215600000' },
      ],
    ],
    // Before 27 November began in Berlin.
    [{ quick: 'overdue' }, [isOpen, { propertyName: 'closedate', operator: 'LT', value: '1795734000000' }]],
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

  it('finds deals on which whichever of the three answers is missing, scored or not', () => {
    const lacks = (propertyName: string) => ({ filters: [isOpen, { propertyName, operator: 'NOT_HAS_PROPERTY' }] });
    expect(query({ missing: 'any' })).toMatchObject({
      filterGroups: [lacks('terms_cash_position'), lacks('terms_importance'), lacks('terms_urgency')],
    });
    expect(query({ missing: 'any', score: 'outdated' })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('Name the answer') as string,
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
      offers: ['offered', 'agreed'],
      expedites: ['held'],
      margin: 'found',
      closesFrom: '2026-12-01',
      closesTo: '2026-12-31',
      quick: 'unanswered',
      sort: 'amount',
      ascending: true,
      columns: ['owner', 'evidence'],
      stacked: true,
    };
    expect(readFilters(writeFilters(filters))).toEqual(filters);
    expect(writeFilters(noFilters)).toEqual({});
    expect(readFilters(writeFilters({ ...noFilters, columns: [] })).columns).toEqual([]);
  });

  it('count a range, a chip and a text as one filter each, and how deals are shown as none', () => {
    expect(filtersInUse(noFilters)).toBe(0);
    expect(filtersInUse({ ...noFilters, columns: [], sort: 'amount', stacked: true })).toBe(0);
    expect(
      filtersInUse({
        ...noFilters,
        text: 'clock',
        amountFrom: 1,
        amountTo: 2,
        closesFrom: '2026-12-01',
        closesTo: '2026-12-31',
        quick: 'overdue',
      }),
    ).toBe(4);
  });

  it('are left out where an address means nothing', () => {
    expect(
      readFilters({
        band: 'huge,high',
        missing: 'everything',
        from: '-3',
        to: 'x',
        closesFrom: '2026-02-30',
        show: 'everything',
        sort: 'name',
        order: 'sideways',
        id: '7',
      }),
    ).toEqual({ ...noFilters, bands: ['high'] });
  });
});
