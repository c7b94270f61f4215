import { describe, expect, it } from 'vitest';
import { decodeTicket, encodeTicket, keysAfter } from '@deal-terms/core/crm';
import type { ExpediteRequest } from '@deal-terms/core/crm';

const stages = { requested: '10', held: '11', committed: '12' };
const iso = (epochMs: number) => new Date(epochMs).toISOString();
const request: ExpediteRequest = {
  ticketId: '9',
  ownerId: '501',
  dealId: '77',
  attempt: 12,
  status: 'held',
  revision: 4,
  dealName: 'Mugs',
  company: 'Harbour Gifts',
  neededBy: '2027-01-15',
  daysSaved: 21,
  askedDate: '2027-01-10',
  paymentPlan: 'on delivery',
  forecast: true,
  discount: 0.02,
  customerWhy: 'Trade fair',
  offerExpires: '2026-12-20',
  gives: 'Payment on delivery',
  currency: 'EUR',
  amount: 60_000,
  gain: 3197.49,
  costEstimate: 900,
  promisedDate: '2027-01-11',
  daysPromised: 20,
  cost: 950.5,
  week: '2027-W02',
  holdUntilMs: Date.parse('2026-12-21T23:00:00Z'),
  actualCost: 1000,
  reason: 'Two shifts',
  requestedBy: 'Lena Brandt',
  requestedAtMs: Date.parse('2026-11-23T12:00:00Z'),
  decidedBy: 'Marta Keller',
  decidedAtMs: Date.parse('2026-11-24T12:00:00Z'),
};
const written = {
  expedite_request_key: '77/12',
  expedite_revision: '4',
  expedite_deal: 'Mugs',
  expedite_company: 'Harbour Gifts',
  expedite_needed_by: '2027-01-15',
  expedite_days_saved: '21',
  expedite_asked_date: '2027-01-10',
  expedite_payment_plan: 'on delivery',
  expedite_forecast: 'true',
  expedite_discount: '0.02',
  expedite_customer_why: 'Trade fair',
  expedite_offer_expires: '2026-12-20',
  expedite_gives: 'Payment on delivery',
  expedite_currency: 'EUR',
  expedite_amount: '60000',
  expedite_gain: '3197.49',
  expedite_cost_estimate: '900',
  expedite_promised_date: '2027-01-11',
  expedite_days_promised: '20',
  expedite_cost: '950.5',
  expedite_week: '2027-W02',
  expedite_hold_until: '2026-12-21T23:00:00.000Z',
  expedite_cost_actual: '1000',
  expedite_reason: 'Two shifts',
  expedite_requested_by: 'Lena Brandt',
  expedite_requested_at: '2026-11-23T12:00:00.000Z',
  expedite_decided_by: 'Marta Keller',
  expedite_decided_at: '2026-11-24T12:00:00.000Z',
};
const empty: ExpediteRequest = {
  ticketId: '9',
  ownerId: null,
  dealId: '77',
  attempt: 1,
  status: 'requested',
  revision: 0,
  dealName: null,
  company: null,
  neededBy: null,
  daysSaved: null,
  askedDate: null,
  paymentPlan: null,
  forecast: false,
  discount: 0,
  customerWhy: null,
  offerExpires: null,
  gives: '',
  currency: null,
  amount: null,
  gain: null,
  costEstimate: null,
  promisedDate: null,
  daysPromised: null,
  cost: null,
  week: null,
  holdUntilMs: null,
  actualCost: null,
  reason: null,
  requestedBy: null,
  requestedAtMs: null,
  decidedBy: null,
  decidedAtMs: null,
};

describe('a request as a ticket', () => {
  it('has every field in a property of its own', () => {
    expect(encodeTicket(request, iso)).toEqual(written);
    expect(decodeTicket('9', { ...written, hs_pipeline_stage: '11', hubspot_owner_id: '501' }, stages)).toEqual(
      request,
    );
  });

  it('is cleared of what it does not have', () => {
    expect(encodeTicket(empty, iso)).toEqual({
      ...Object.fromEntries(Object.keys(written).map((name) => [name, ''])),
      expedite_request_key: '77/1',
      expedite_revision: '0',
      expedite_forecast: 'false',
      expedite_discount: '0',
    });
    expect(decodeTicket('9', { expedite_request_key: '77/1' }, stages)).toEqual(empty);
  });

  it('counts as requested in a stage nobody knows, and its revision in whole numbers', () => {
    const moved = { expedite_request_key: '77/1', hs_pipeline_stage: '99', expedite_revision: '3.7' };
    expect(decodeTicket('9', moved, stages)).toMatchObject({ status: 'requested', revision: 3 });
  });

  it.each(['77', '77/', '/1', 'x/1', '77/12345', 'a77/1', '77/1b', ''])('is none by the key %j', (key) => {
    expect(decodeTicket('9', { expedite_request_key: key }, stages)).toBeNull();
  });

  it('is followed by one of three', () => {
    expect(keysAfter({ dealId: '77', attempt: 2 })).toEqual(['77/3', '77/4', '77/5']);
  });
});
