import { describe, expect, it } from 'vitest';
import {
  decisionsOfDeal,
  emptyMeetingRecord,
  isSilent,
  lastDiscussedOn,
  meetingEventSchema,
  meetingRecordSchema,
  readMeetingRecord,
  withEvent,
} from '@deal-terms/core/meetings';
import type { MeetingEvent, MeetingRecord } from '@deal-terms/core/meetings';

const decided = (
  id: string,
  on: string,
  subject: Extract<MeetingEvent, { type: 'decided' }>['subject'],
  what = 'Safety stock for promotions from March',
): MeetingEvent => ({ type: 'decided', id, on, subject, what, ownerId: '11', dueOn: '2027-03-01', by: 'Grace' });
const theme = { kind: 'theme', id: 'stock_outs' } as const;
const deal = { kind: 'deal', id: '17' } as const;
const recordOf = (...events: (MeetingEvent | null)[]): MeetingRecord => events.reduce(withEvent, emptyMeetingRecord);

describe('the record of meetings', () => {
  it('sums up talks, decisions and how they ended', () => {
    const record = recordOf(
      { type: 'discussed', id: 'meeting-1', on: '2026-11-23', themes: ['storage'], deals: ['9'] },
      decided('decision-1', '2026-11-23', theme),
      null,
      decided('decision-2', '2026-12-03', deal, 'Two pallets in advance'),
      { type: 'settled', decisionId: 'decision-1', on: '2026-12-05', outcome: 'done' },
    );
    expect(record).toEqual({
      version: 5,
      lastMeeting: { id: 'meeting-1', on: '2026-11-23', themes: ['storage'], deals: ['9'] },
      discussed: {
        themes: { storage: '2026-11-23', stock_outs: '2026-11-23' },
        deals: { '9': '2026-11-23', '17': '2026-12-03' },
      },
      decisions: [
        {
          id: 'decision-1',
          subject: theme,
          what: 'Safety stock for promotions from March',
          ownerId: '11',
          dueOn: '2027-03-01',
          by: 'Grace',
          decidedOn: '2026-11-23',
          outcome: 'done',
          settledOn: '2026-12-05',
        },
        {
          id: 'decision-2',
          subject: deal,
          what: 'Two pallets in advance',
          ownerId: '11',
          dueOn: '2027-03-01',
          by: 'Grace',
          decidedOn: '2026-12-03',
          outcome: 'open',
          settledOn: null,
        },
      ],
    });
    expect(readMeetingRecord(JSON.stringify(record))).toEqual(record);
    const reopened = withEvent(record, {
      type: 'settled',
      decisionId: 'decision-1',
      on: '2026-12-06',
      outcome: 'open',
    });
    expect(reopened.decisions[0]).toMatchObject({ outcome: 'open', settledOn: null });
  });

  it('holds a decision once, however often its event came', () => {
    expect(
      recordOf(decided('decision-1', '2026-11-23', theme), decided('decision-1', '2026-11-24', theme)).decisions,
    ).toHaveLength(1);
  });

  it('forgets talks of three months ago and decisions settled half a year ago', () => {
    const record = recordOf(
      decided('decision-1', '2026-01-10', theme),
      { type: 'settled', decisionId: 'decision-1', on: '2026-01-20', outcome: 'done' },
      { type: 'discussed', id: 'meeting-1', on: '2026-12-01', themes: [], deals: [] },
    );
    expect([record.decisions, record.discussed.themes]).toEqual([[], {}]);
  });

  it('always fits in one property, and keeps what is open longest', () => {
    const events = Array.from({ length: 600 }, (_, index): MeetingEvent[] => [
      decided(`decision-${index}`, '2026-11-23', theme, '“'.repeat(160)),
      ...(index % 2 === 0
        ? [{ type: 'settled', decisionId: `decision-${index}`, on: '2026-11-23', outcome: 'done' } as const]
        : []),
    ]).flat();
    const record = recordOf(...events);
    expect(JSON.stringify(record).length).toBeLessThan(65_536);
    expect(record.decisions.at(-1)?.id).toBe('decision-599');
    expect(record.decisions.filter(({ outcome }) => outcome === 'open').length).toBeGreaterThan(80);
    expect(meetingRecordSchema.safeParse(record).success).toBe(true);
  });

  it.each([[null], [''], ['{'], ['{"version":-1}'], ['[]']])('is empty where %j stands', (body) => {
    expect(readMeetingRecord(body)).toEqual(emptyMeetingRecord);
  });

  it('takes a decision of one line and at most 160 characters', () => {
    const event = decided('decision-1', '2026-11-23', theme, '  Safety\n stock\u202E! ');
    expect(meetingEventSchema.parse(event)).toMatchObject({ what: 'Safety stock !' });
    expect(meetingEventSchema.safeParse({ ...event, what: '\n' }).success).toBe(false);
    expect(meetingEventSchema.safeParse({ ...event, what: 'x'.repeat(161) }).success).toBe(false);
    expect(meetingEventSchema.safeParse({ ...event, subject: { kind: 'deal', id: '1/2' } }).success).toBe(false);
  });
});

describe('what the card tells', () => {
  const record = recordOf(
    decided('decision-1', '2026-09-01', theme, 'too old'),
    decided('decision-2', '2026-11-20', theme, 'of the theme'),
    decided('decision-3', '2026-11-21', { kind: 'deal', id: '99' }, 'another deal’s'),
    decided('decision-4', '2026-11-22', deal, 'dropped'),
    { type: 'settled', decisionId: 'decision-4', on: '2026-11-22', outcome: 'dropped' },
    decided('decision-5', '2026-11-23', deal, 'of the deal'),
  );
  it('are decisions of sixty days about the deal or its themes that were not dropped, newest first', () => {
    const said = (themes: string[]) =>
      decisionsOfDeal(record, { dealId: '17', themes }, '2026-12-03').map(({ what }) => what);
    expect([said(['stock_outs', 'storage']), said([])]).toEqual([['of the deal', 'of the theme'], ['of the deal']]);
  });
});

describe('a why nobody talks about', () => {
  const record = recordOf({ type: 'discussed', id: 'meeting-1', on: '2026-11-01', themes: ['storage'], deals: ['17'] });
  it.each([
    ['17', [], '2026-11-01'],
    ['18', ['storage'], '2026-11-01'],
    [null, ['storage'], '2026-11-01'],
    ['18', ['stock_outs'], null],
  ])('deal %j with %j was discussed %j', (dealId, themes, day) => {
    expect(lastDiscussedOn(record, { dealId, themes })).toBe(day);
  });
  it.each([
    ['2026-11-01', '2026-12-01', false],
    ['2026-11-01', '2026-12-02', true],
    [null, '2026-12-02', true],
  ])('last discussed %j, on %s: stands out %j', (lastOn, today, expected) => {
    expect(isSilent(lastOn, today)).toBe(expected);
  });
});
