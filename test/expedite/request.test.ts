import { describe, expect, it } from 'vitest';
import {
  asRichText,
  dealCopyChanges,
  dealCopyOf,
  decided,
  decodeTicket,
  encodeTicket,
  ended,
  holdReminder,
  stateAt,
  storyOf,
  taskSubject,
  updated,
} from '@deal-terms/core/expedite';
import type { ExpediteRequest } from '@deal-terms/core/expedite';

const stages = {
  requested: '1',
  held: '2',
  countered: '3',
  approved: '4',
  shipped: '5',
  declined: '6',
  expired: '7',
  withdrawn: '8',
};
const iso = (epochMs: number) => new Date(epochMs).toISOString();
const act = { by: 'Marta Keller', nowMs: Date.parse('2026-11-23T10:00:00Z') };
const request: ExpediteRequest = {
  ticketId: '9',
  ownerId: null,
  dealId: '77',
  attempt: 2,
  status: 'requested',
  revision: 3,
  dealName: 'Mugs',
  company: 'Promo',
  neededBy: '2026-12-21',
  daysSaved: 21,
  askedDate: '2026-12-21',
  paymentPlan: 'on delivery',
  forecast: true,
  discount: 0.02,
  customerWhy: 'Opens <b>in</b> December',
  offerExpires: '2026-11-30',
  gives: 'Pays on delivery.',
  currency: 'EUR',
  amount: 60_000,
  gain: 3197.49,
  costEstimate: 2770,
  promisedDate: null,
  daysPromised: null,
  cost: null,
  week: null,
  holdUntilMs: null,
  actualCost: null,
  reason: null,
  requestedBy: 'Oliver Hughes',
  requestedAtMs: Date.parse('2026-11-22T09:00:00Z'),
  decidedBy: null,
  decidedAtMs: null,
};
const promise = { date: '2026-12-22', days: 20, cost: 3000, gain: 2967.5 };
const holdUntilMs = Date.parse('2026-11-30T23:00:00Z');
const held: ExpediteRequest = {
  ...decided(request, { action: 'accept', date: promise.date, cost: promise.cost }, promise, holdUntilMs, act),
  status: 'held',
};

describe('a request on its ticket', () => {
  it.each([request, held, { ...held, status: 'shipped', actualCost: 3100.25 } as const])(
    'reads back as it was written',
    (one) => {
      expect(decodeTicket('9', { ...encodeTicket(one, iso), hs_pipeline_stage: stages[one.status] }, stages)).toEqual(
        one,
      );
    },
  );

  it('survives what people type, and tells tickets of others apart', () => {
    const typed = {
      expedite_request_key: '77/2',
      hs_pipeline_stage: '99',
      expedite_days_saved: 'soon',
      expedite_needed_by: 'May',
      expedite_discount: '',
      expedite_revision: '',
    };
    expect(decodeTicket('9', typed, stages)).toMatchObject({
      status: 'requested',
      daysSaved: null,
      neededBy: null,
      discount: 0,
      revision: 0,
    });
    expect([
      decodeTicket('9', {}, stages),
      decodeTicket('9', { expedite_request_key: '77' }, stages),
      decodeTicket('9', { expedite_request_key: 'x/1' }, stages),
    ]).toEqual([null, null, null]);
  });
});

describe('time', () => {
  it('ends offers when their last day is over, and nothing else', () => {
    const at = (status: ExpediteRequest['status'], today: string, nowMs = Date.parse(`${today}T12:00:00Z`)) =>
      stateAt({ ...request, status, holdUntilMs: status === 'held' ? holdUntilMs : null }, { today, nowMs });
    expect([
      at('requested', '2026-11-30'),
      at('requested', '2026-12-01'),
      at('countered', '2026-12-01'),
      at('approved', '2027-12-01'),
      at('declined', '2026-12-01'),
    ]).toEqual(['requested', 'expired', 'expired', 'approved', 'declined']);
    expect([
      at('held', '2026-11-30', holdUntilMs - 1),
      at('held', '2026-12-01', holdUntilMs),
      stateAt(null, { today: '2026-12-01', nowMs: 0 }),
    ]).toEqual(['held', 'expired', 'none']);
  });

  it('ends a held slot at its own instant, whatever the offer says; by the offer where nobody set one', () => {
    const moment = { nowMs: holdUntilMs, today: '2026-12-01' };
    const ofSlot = (hold: number | null, offerExpires: string | null) =>
      stateAt({ status: 'held', holdUntilMs: hold, offerExpires }, moment);
    expect([
      ofSlot(holdUntilMs, '2026-12-31'),
      ofSlot(holdUntilMs + 1, '2026-11-30'),
      ofSlot(null, '2026-11-30'),
      ofSlot(null, '2026-12-01'),
      ofSlot(null, null),
    ]).toEqual(['expired', 'held', 'expired', 'held', 'held']);
    expect(stateAt({ status: 'requested', holdUntilMs, offerExpires: null }, moment)).toBe('requested');
    expect(stateAt({ status: 'approved', holdUntilMs, offerExpires: null }, moment)).toBe('approved');
  });
});

describe('what is done with a request', () => {
  it('promises a date, a cost and a slot', () => {
    expect(held).toMatchObject({
      revision: 4,
      promisedDate: '2026-12-22',
      daysPromised: 20,
      cost: 3000,
      gain: 2967.5,
      week: '2026-W52',
      holdUntilMs,
      decidedBy: 'Marta Keller',
    });
  });

  it('holds no slot for a counter-offer', () => {
    expect(
      decided(
        held,
        { action: 'counter', date: '2026-12-28', cost: 5000, reason: 'No lorry' },
        { date: '2026-12-28', days: 14, cost: 5000, gain: null },
        null,
        act,
      ),
    ).toMatchObject({
      promisedDate: '2026-12-28',
      daysPromised: 14,
      cost: 5000,
      gain: 2967.5,
      week: null,
      holdUntilMs: null,
      reason: 'No lorry',
    });
  });

  it('forgets a promise that no longer stands', () => {
    const nothing = { promisedDate: null, daysPromised: null, cost: null, week: null, holdUntilMs: null };
    expect(decided(held, { action: 'release', reason: 'Machine down' }, null, null, act)).toMatchObject({
      ...nothing,
      reason: 'Machine down',
    });
    expect(
      updated(
        held,
        {
          neededBy: '2026-12-28',
          daysSaved: 14,
          paymentPlan: null,
          forecast: false,
          discount: 0,
          customerWhy: '',
          offerExpires: '2026-12-05',
        },
        { askedDate: '2026-12-20', gives: 'x', amount: 1, currency: 'EUR', costEstimate: 2, gain: 3 },
      ),
    ).toMatchObject({ ...nothing, daysSaved: 14, revision: 5, gain: 3 });
    expect(ended(held)).toMatchObject({ week: null, holdUntilMs: null, revision: 5, promisedDate: '2026-12-22' });
  });

  it('is declined: nothing is promised any more, and why', () => {
    expect(decided(held, { action: 'decline', reason: 'No crew' }, null, null, act)).toEqual({
      ...held,
      status: 'held',
      revision: 5,
      decidedBy: 'Marta Keller',
      decidedAtMs: act.nowMs,
      promisedDate: null,
      daysPromised: null,
      cost: null,
      week: null,
      holdUntilMs: null,
      reason: 'No crew',
    });
  });

  it('is countered, with a reason or without one', () => {
    const countered = (reason: string) =>
      decided(
        held,
        { action: 'counter', date: '2026-12-28', cost: 900, reason },
        { ...promise, gain: null },
        null,
        act,
      );
    expect(countered('Oven is down')).toMatchObject({
      reason: 'Oven is down',
      week: null,
      holdUntilMs: null,
      gain: 2967.5,
    });
    expect(countered('').reason).toBeNull();
  });

  it('is confirmed: its slot has no end', () => {
    expect(decided(held, { action: 'confirm' }, null, null, act)).toMatchObject({
      week: '2026-W52',
      holdUntilMs: null,
    });
  });

  it.each([
    ['update', 'changed the request.\nNow asked: 21 days sooner, by 2026-12-21. Pays on delivery.'],
    ['withdraw', 'withdrew the request.\nReason: No crew'],
    ['counter', 'made a counter-offer.\nDelivery on 2026-12-22 at a cost of €3,000. No slot is held.\nReason: No crew'],
    ['ship', 'shipped.\nActual cost: €3,100.'],
    ['confirm', 'confirmed the order.\nThe slot of week 2026-W52 is held for good.'],
    ['release', 'took the promise back.\nReason: No crew'],
  ] as const)('is told on the timeline: %s', (action, story) => {
    expect(storyOf(action, { ...held, actualCost: 3100, reason: ' No\n  crew ' }, 'Tom')).toBe(`Tom ${story}`);
  });

  it('is told where a field was emptied in HubSpot', () => {
    const emptied = {
      ...request,
      neededBy: null,
      daysSaved: null,
      offerExpires: null,
      currency: null,
      actualCost: 5,
    };
    expect(storyOf('expire', emptied, 'Tom')).toBe('The offer expired.');
    expect(storyOf('accept', emptied, 'Tom')).toBe(
      'Tom accepted.\nDelivery on – at a cost of unknown; a slot of week – is held until the offer expires on –.',
    );
    expect(storyOf('counter', emptied, 'Tom')).toBe(
      'Tom made a counter-offer.\nDelivery on – at a cost of unknown. No slot is held.',
    );
    expect(storyOf('update', emptied, 'Tom')).toBe(
      'Tom changed the request.\nNow asked: – days sooner, by –. Pays on delivery.',
    );
    expect(storyOf('confirm', emptied, 'Tom')).toBe('Tom confirmed the order.\nThe slot of week – is held for good.');
    expect(storyOf('ship', emptied, 'Tom')).toBe('Tom shipped.\nActual cost: ¤5.');
  });

  it('is a task for the owner, named after the deal', () => {
    expect([taskSubject('counter', 'Mugs'), taskSubject('update', 'Mugs')]).toEqual([
      'Expedited shipment: counter-offer: Mugs',
      'Expedited shipment: Mugs',
    ]);
  });

  it('is told as it was typed', () => {
    expect(storyOf('accept', held, 'Marta Keller')).toBe(
      'Marta Keller accepted.\nDelivery on 2026-12-22 at a cost of €3,000; a slot of week 2026-W52 is held until the offer expires on 2026-11-30.',
    );
    expect(asRichText(storyOf('decline', { ...request, reason: 'No <lorry> & no "crew"' }, 'M'))).toBe(
      'M declined.<br>Reason: No &lt;lorry&gt; &amp; no &quot;crew&quot;',
    );
  });
});

describe('a shipment', () => {
  const shipped = {
    ...decided(held, { action: 'ship', actualCost: 3100 }, null, null, act),
    status: 'shipped',
  } as const;
  const later = { by: 'Tom', nowMs: act.nowMs + 3_600_000 };

  it('is corrected, and the day for it counts from the shipment', () => {
    expect(decided(shipped, { action: 'correct', actualCost: 2900 }, null, null, later)).toMatchObject({
      actualCost: 2900,
      week: '2026-W52',
      decidedBy: 'Tom',
      decidedAtMs: act.nowMs,
      revision: 6,
    });
    expect(storyOf('correct', { ...shipped, actualCost: 2900 }, 'Tom')).toBe(
      'Tom corrected what the speed cost.\nActual cost: €2,900.',
    );
  });

  it('is taken back: the promise and its slot stand', () => {
    expect(decided(shipped, { action: 'unship' }, null, null, later)).toMatchObject({
      actualCost: null,
      promisedDate: '2026-12-22',
      week: '2026-W52',
      decidedAtMs: later.nowMs,
    });
    expect(storyOf('unship', shipped, 'Tom')).toBe('Tom took the shipment back: it has not left.');
  });
});

describe('holdReminder', () => {
  const place = { timeZone: 'Europe/Berlin' };
  // Until 30 November is over in Berlin.
  const holding = { ...held, status: 'held', holdUntilMs: Date.parse('2026-11-30T23:00:00Z') } as const;
  const at = (instant: string) => ({ nowMs: Date.parse(instant), today: instant.slice(0, 10) });

  it('tells of a hold that ends within two days, and names it by its revision', () => {
    expect(holdReminder(holding, 'Mugs', place, at('2026-11-29T08:00:00Z'))).toEqual({
      key: 'task/hold/9/4',
      subject: 'The slot is held until Nov 30, 2026: Mugs',
      body: 'Operations hold a slot for delivery on Dec 22, 2026 until the end of Nov 30, 2026. Get the order, or the slot is free for others and the speed is off the table.',
    });
  });

  it.each([
    ['earlier', holding, '2026-11-28T22:59:59Z'],
    ['once it is over', holding, '2026-11-30T23:00:00Z'],
    ['of an order', { ...holding, status: 'approved' }, '2026-11-29T08:00:00Z'],
    ['of a hold without an end', { ...holding, holdUntilMs: null }, '2026-11-29T08:00:00Z'],
  ] as const)('says nothing %s', (_, one, instant) => {
    expect(holdReminder(one, 'Mugs', place, at(instant))).toBeNull();
  });
});

describe('the deal’s copy', () => {
  it.each([
    ['requested', request, ['requested', '', '21', '']],
    ['held', held, ['held', '2026-12-22', '20', '3000']],
    ['countered', held, ['countered', '2026-12-22', '20', '3000']],
    ['shipped', { ...held, actualCost: 3100 }, ['shipped', '2026-12-22', '20', '3100']],
    ['declined', held, ['declined', '', '21', '']],
    ['expired', held, ['expired', '', '21', '']],
    ['withdrawn', held, ['none', '', '', '']],
    ['none', null, ['none', '', '', '']],
  ] as const)('says %s', (state, one, copy) => {
    expect(Object.values(dealCopyOf(one, state))).toEqual(copy);
  });

  it('is written only where it differs', () => {
    expect(dealCopyChanges({}, dealCopyOf(null, 'none'))).toEqual({});
    expect(
      dealCopyChanges(
        {
          terms_expedite_status: 'held',
          terms_expedite_date: '2026-12-22',
          terms_expedite_days_saved: '20.0',
          terms_expedite_cost: '2500',
        },
        dealCopyOf(held, 'held'),
      ),
    ).toEqual({ terms_expedite_cost: '3000' });
  });
});
