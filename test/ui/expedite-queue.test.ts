import { describe, expect, it } from 'vitest';
import type { PropertyValues } from '@deal-terms/core/crm';
import { expediteFailure, loadInWords } from '../../extensions/ui/shared/expedite-words.ts';
import { weekInWords } from '../../extensions/ui/shared/week-words.ts';
import { filtered, queueOf, slotsTaken, warningsOf } from '../../extensions/ui/queue/queue.ts';

const expedite = {
  pipelineId: '9',
  stages: {
    requested: '1',
    held: '2',
    countered: '3',
    approved: '4',
    shipped: '5',
    declined: '6',
    expired: '7',
    withdrawn: '8',
  },
};
const moment = { today: '2026-11-23', nowMs: Date.parse('2026-11-23T10:00:00Z') };
const ticket = (id: string, stage: string, rest: Record<string, string> = {}): PropertyValues => ({
  hs_object_id: id,
  hs_pipeline_stage: stage,
  hubspot_owner_id: '503',
  expedite_request_key: `${id}/1`,
  expedite_needed_by: '2026-12-21',
  expedite_asked_date: '2026-12-18',
  expedite_offer_expires: '2026-11-30',
  ...rest,
});
const queue = queueOf(
  [
    ticket('1', '1'),
    ticket('2', '2', {
      expedite_needed_by: '2026-12-14',
      expedite_promised_date: '2026-12-14',
      expedite_week: '2026-W51',
      expedite_hold_until: '2026-11-24T09:00:00Z',
    }),
    ticket('3', '1', {
      expedite_needed_by: '2026-11-20',
      expedite_asked_date: '2026-11-20',
      expedite_offer_expires: '2026-11-24',
      hubspot_owner_id: '',
    }),
    ticket('4', '5', { expedite_promised_date: '2026-12-20', expedite_week: '2026-W51' }),
    ticket('5', '1', { expedite_offer_expires: '2026-11-22' }),
    // Needed by a day, and nothing says when it would come: no week is made up.
    ticket('6', '1', { expedite_asked_date: '' }),
    ticket('8', '3', { expedite_promised_date: '2026-12-28' }),
    ticket('10', '1'),
    { hs_object_id: '7', hs_pipeline_stage: '1' },
  ],
  expedite,
  moment,
);

describe('the queue', () => {
  it('goes by the week of delivery, the next first, what has none last, and leaves out tickets of others', () => {
    expect(queue.map(({ request, state, week }) => [request.ticketId, state, week])).toEqual([
      ['3', 'requested', '2026-W47'],
      ['2', 'held', '2026-W51'],
      ['1', 'requested', '2026-W51'],
      ['5', 'expired', '2026-W51'],
      ['10', 'requested', '2026-W51'],
      ['4', 'shipped', '2026-W51'],
      ['8', 'countered', '2026-W53'],
      ['6', 'requested', null],
    ]);
  });

  it('says in words what cannot wait', () => {
    expect(queue.map((one) => warningsOf(one, moment))).toEqual([
      ['Overdue', 'Offer expires tomorrow'],
      ['Hold ends within a day'],
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it('is filtered by status, week and owner', () => {
    const ids = (filter: Parameters<typeof filtered>[1]) =>
      filtered(queue, filter).map(({ request }) => request.ticketId);
    expect(ids({ state: 'open', week: '', ownerId: '' })).toEqual(['3', '2', '1', '10', '8', '6']);
    expect(ids({ state: '', week: '2026-W51', ownerId: '' })).toEqual(['2', '1', '5', '10', '4']);
    expect(ids({ state: 'expired', week: '', ownerId: '503' })).toEqual(['5']);
    expect(ids({ state: '', week: '', ownerId: '404' })).toEqual([]);
  });

  it('counts who holds a slot', () => {
    expect([...slotsTaken(queue)]).toEqual([['2026-W51', 2]]);
  });
});

/** Which spaces stand around a dash of a range is ICU's to say, and changes with it. */
const withPlainDashes = (text: string) => text.replace(/[\s\u2009\u202f]*–[\s\u2009\u202f]*/g, '–');

describe('words of a week', () => {
  const weeks = [
    { week: '2026-W51', used: 5, slots: 5 },
    { week: '2026-W52', used: 7, slots: 5 },
    { week: '2026-W53', used: 1, slots: 5 },
  ];
  it.each([
    [
      '2026-12-14',
      {
        text: '5 of 5 slots taken in week 51, 14–20 Dec: it is full. The next week with a free slot is week 53, 28 Dec 2026–3 Jan 2027.',
        isFull: true,
      },
    ],
    ['2026-12-28', { text: '1 of 5 slots taken in week 53, 28 Dec 2026–3 Jan 2027.', isFull: false }],
    ['2027-02-01', null],
  ])('%s', (date, load) => {
    const words = loadInWords(weeks, date, 'en-GB');
    expect(words && { ...words, text: withPlainDashes(words.text) }).toEqual(load);
  });

  it('end in one full stop, whatever the month’s short name ends in', () => {
    const free = [{ week: '2027-W01', used: 1, slots: 2 }];
    expect(withPlainDashes(loadInWords(free, '2027-01-04', 'de-DE')?.text ?? '')).toBe(
      '1 of 2 slots taken in week 1, 4.–10. Jan.',
    );
  });

  it('are those of the reader’s language, over the end of the year too', () => {
    expect(withPlainDashes(weekInWords('2026-W51', 'en-US'))).toBe('week 51, Dec 14–20');
    expect(withPlainDashes(weekInWords('2026-W53', 'de-DE'))).toBe('week 53, 28. Dez. 2026–3. Jan. 2027');
    expect(withPlainDashes(weekInWords('2027-W01', 'en-GB'))).toBe('week 1, 4–10 Jan');
    expect(weekInWords('next week', 'en-GB')).toBe('next week');
  });

  it('offer another one when the function refuses', () => {
    const refused = { ok: false, message: '', correlationId: 'r' } as const;
    const full = (nextFree: string | null) =>
      withPlainDashes(
        expediteFailure({ ...refused, code: 'week_full', expedite: { week: '2026-W52', nextFree } }, 'en-GB').text,
      );
    expect(full('2026-W53')).toBe(
      'Every slot of week 52, 21–27 Dec is taken. The next week with a free slot is week 53, 28 Dec 2026–3 Jan 2027.',
    );
    expect(full(null)).toBe('Every slot of week 52, 21–27 Dec is taken. No week in sight has a free slot.');
    expect(
      expediteFailure({ ...refused, code: 'already_decided', expedite: { by: 'Marta Keller' } }, 'en-GB').text,
    ).toBe('Marta Keller changed this request first; yours was not taken. Below is how it stands now.');
    expect(expediteFailure({ ...refused, code: 'not_possible', expedite: { state: 'shipped' } }, 'en-GB').text).toBe(
      'It is shipped now. Below is how it stands.',
    );
    expect(
      expediteFailure(
        { ...refused, code: 'invalid_field', fields: [{ field: 'date', message: 'the date is past' }] },
        'en-GB',
      ),
    ).toMatchObject({ title: 'That cannot be asked', text: 'The date is past.' });
  });
});
