import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeOfferLog,
  encodeOfferLog,
  negotiationOf,
  recordedOffers,
  unearnedConcessions,
} from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import { appraisal, terms } from './offer-events.ts';

const berlin = { timeZone: 'Europe/Berlin' };
const at = '2026-10-01T08:00:00.000Z';
const offer = (revision: number, discount = 0.02): OfferEvent => ({
  action: 'offer',
  revision,
  by: 'Lena Brandt',
  at,
  terms: { ...terms, discount },
  appraisal,
});
const answer = (revision: number, said: 'accepted' | 'wanted_more'): OfferEvent => ({
  action: 'answer',
  revision,
  by: 'Lena Brandt',
  at,
  answer: said,
  answeredOn: '2026-10-02',
  note: 'So be it',
  counterDiscount: null,
});
const deal = (events: readonly OfferEvent[], id = '7') => ({
  hs_object_id: id,
  dealname: 'Range',
  hs_primary_associated_company: '3',
  hubspot_owner_id: '5',
  terms_offer_log: encodeOfferLog(events),
});

describe('a log of offers', () => {
  it('is read as it was written', () => {
    const events = [offer(1), answer(2, 'wanted_more'), offer(3, 0.03), answer(4, 'accepted')];
    expect(decodeOfferLog(encodeOfferLog(events))).toEqual(events);
    expect(encodeOfferLog([])).toBe('');
  });

  it('keeps the latest where not all fit, and within what HubSpot takes', () => {
    const events = Array.from({ length: 200 }, (_, index) => offer(index + 1));
    const log = encodeOfferLog(events);
    expect(log.length).toBeLessThanOrEqual(65_536);
    expect(decodeOfferLog(log).at(-1)?.revision).toBe(200);
    // One more would not fit.
    expect(log.length + JSON.stringify(offer(100)).length + 1).toBeGreaterThan(60_000);
    expect(log.length).toBeLessThanOrEqual(60_000);
    expect(negotiationOf(decodeOfferLog(log))).toMatchObject({ status: 'offered', revision: 200 });
  });

  it('is read as far as it can be, whatever somebody typed', () => {
    expect(decodeOfferLog('no JSON')).toEqual([]);
    expect(decodeOfferLog('{"a":1}')).toEqual([]);
    expect(decodeOfferLog(null)).toEqual([]);
    expect(decodeOfferLog(JSON.stringify([offer(2), offer(1)])).map(({ revision }) => revision)).toEqual([1, 2]);
    expect(decodeOfferLog(`[{"action":"offer"},${JSON.stringify(answer(2, 'accepted'))}]`)).toEqual([
      answer(2, 'accepted'),
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(decodeOfferLog(text))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(Array.isArray(decodeOfferLog(text))).toBe(true);
      }),
    );
  });

  it('keeps a trial question apart from the offers, with its last correction', () => {
    const { terms, appraisal } = offer(1) as Extract<OfferEvent, { action: 'offer' }>;
    const trial: OfferEvent = {
      action: 'trial',
      revision: 2,
      by: 'Lena Brandt',
      at,
      terms,
      appraisal,
      said: 'yes',
      counterDiscount: null,
      note: '',
    };
    const correct = (revision: number, corrects: number, said: 'no' | 'not_asked'): OfferEvent => ({
      action: 'correct_trial',
      revision,
      by: 'Lena Brandt',
      at,
      corrects,
      said,
      counterDiscount: null,
      note: '',
    });
    expect(negotiationOf([offer(1), trial])).toMatchObject({
      status: 'offered',
      trial: { revision: 2, said: 'yes', by: 'Lena Brandt' },
    });
    expect(negotiationOf([offer(1), trial, correct(3, 2, 'no')])).toMatchObject({
      revision: 3,
      status: 'offered',
      trial: { revision: 2, said: 'no' },
    });
    expect(negotiationOf([offer(1), trial, correct(3, 1, 'no')]).trial).toMatchObject({ said: 'yes' });
    expect(negotiationOf([correct(1, 1, 'not_asked')])).toMatchObject({ revision: 1, trial: null });
    expect(recordedOffers(deal([offer(1), trial, correct(3, 2, 'no')]), berlin).rounds).toHaveLength(1);
  });

  it('tells every offer with its own answer and who approved it', () => {
    const { appraisal } = offer(1) as Extract<OfferEvent, { action: 'offer' }>;
    const ask: OfferEvent = {
      action: 'ask',
      revision: 3,
      by: 'Lena Brandt',
      at,
      terms: { paymentPlan: 'net 30', daysSaved: 0, forecast: false, discount: 0.06 },
      appraisal,
      approvers: [],
    };
    const approve: OfferEvent = { action: 'approve', revision: 4, by: 'Grace Whitfield', at, reason: '' };
    const { rounds } = recordedOffers(
      deal([
        offer(1),
        answer(2, 'wanted_more'),
        ask,
        approve,
        offer(5, 0.06),
        answer(6, 'wanted_more'),
        answer(7, 'accepted'),
      ]),
      berlin,
    );
    expect(
      rounds.map(({ offer: { terms }, approvedBy, answer: said }) => [terms.discount, approvedBy, said?.answer]),
    ).toEqual([
      [0.02, null, 'wanted_more'],
      [0.06, 'Grace Whitfield', 'accepted'],
    ]);
  });

  it('forgets an approval once another is asked for, and takes a counter-proposal for one', () => {
    const { appraisal } = offer(1) as Extract<OfferEvent, { action: 'offer' }>;
    const ask = (revision: number): OfferEvent => ({
      ...offer(revision),
      action: 'ask',
      appraisal,
      terms,
      approvers: [],
    });
    const counter: OfferEvent = {
      action: 'counter',
      revision: 6,
      by: 'Marta Keller',
      at,
      terms,
      appraisal,
      reason: 'Half of it',
    };
    const approve: OfferEvent = { action: 'approve', revision: 2, by: 'Grace Whitfield', at, reason: '' };
    const { rounds } = recordedOffers(deal([ask(1), approve, offer(3), ask(4), offer(5), counter, offer(7)]), berlin);
    expect(rounds.map(({ approvedBy }) => approvedBy)).toEqual(['Grace Whitfield', null, 'Marta Keller']);
  });

  it('says of whom and whose a deal is, where it is anybody’s', () => {
    expect(recordedOffers(deal([]), berlin)).toMatchObject({
      dealId: '7',
      dealName: 'Range',
      companyId: '3',
      ownerId: '5',
      rounds: [],
    });
    expect(recordedOffers({ hs_object_id: '7', dealname: 'Range' }, berlin)).toMatchObject({
      companyId: '',
      ownerId: '',
    });
    // Nothing was offered that could be answered.
    expect(recordedOffers(deal([answer(1, 'accepted')]), berlin).rounds).toEqual([]);
  });
});

describe('concessions not earned', () => {
  const agreed = (id: string, paidOn: string | null, discount = 0.02) =>
    recordedOffers(
      deal(
        [
          offer(1, discount),
          answer(2, 'accepted'),
          {
            action: 'record',
            revision: 3,
            by: 'Lena Brandt',
            at,
            outcome: {
              orderedOn: '2026-01-01',
              deliveredOn: '2026-01-11',
              paidOn,
              forecastsSent: null,
              actualExpediteCost: null,
            },
          },
        ],
        id,
      ),
      berlin,
    );

  it('are those of today, dearest first, in home currency', () => {
    const deals = [
      agreed('1', '2026-02-10'),
      agreed('2', '2026-03-01'),
      agreed('3', null),
      recordedOffers(deal([offer(1)], '4'), berlin),
      agreed('5', null, 0),
      agreed('6', null, 0.03),
    ];
    // Nothing was given on the fifth. 2 % of 100,000 dollars at 0.9, then 3 %.
    expect(unearnedConcessions(deals, '2026-02-14').map(({ deal: { dealId }, lost }) => [dealId, lost])).toEqual([
      ['6', 2700],
      ['2', 1800],
      ['3', 1800],
    ]);
    expect(unearnedConcessions(deals, '2026-02-12').map(({ deal: { dealId } }) => dealId)).toEqual(['2']);
  });
});
