import { describe, expect, it } from 'vitest';
import {
  isCorrectable,
  isPossible,
  negotiationOf,
  offerCopyChanges,
  offerCopyOf,
  offerKey,
  speedChangesFor,
} from '@deal-terms/core/offers';
import { actions, appraisal, eventsOf, terms } from './offer-events.ts';
import type { ActionName } from './offer-events.ts';

/** Ways to each place an offer can stand at, and whether each action is possible there. */
const expected = `
                   ask offer approve counter reject accepted trial correctTrial record
none               yes yes   -       -       -      -        yes   -            -
awaiting_approval  yes yes   yes     yes     yes    -        yes   -            -
approved           yes yes   -       -       -      -        yes   -            -
countered          yes yes   -       -       -      -        yes   -            -
rejected           yes yes   -       -       -      -        yes   -            -
offered            yes yes   -       -       -      yes      yes   -            -
wanted_more        yes yes   -       -       -      yes      yes   -            -
refused            yes yes   -       -       -      yes      yes   -            -
no_answer          yes yes   -       -       -      yes      yes   -            -
agreed             -   -     -       -       -      yes      -     -            yes
`;
const waysTo: Readonly<Record<string, readonly ActionName[]>> = {
  none: [],
  awaiting_approval: ['offer', 'ask'],
  approved: ['offer', 'ask', 'approve'],
  countered: ['offer', 'ask', 'counter'],
  rejected: ['offer', 'ask', 'reject'],
  offered: ['offer'],
  wanted_more: ['offer', 'wantedMore'],
  refused: ['offer', 'refusedPrice'],
  no_answer: ['offer', 'noAnswer'],
  agreed: ['offer', 'accepted'],
};
const [head = [], ...rows] = expected
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

describe('a negotiation', () => {
  it.each(rows)('at %s', (status = '', ...possible) => {
    const negotiation = negotiationOf(eventsOf(...waysTo[status]!));
    expect(negotiation.status).toBe(status);
    expect(head.map((name) => (isPossible(negotiation, actions[name as ActionName].action) ? 'yes' : '-'))).toEqual(
      possible,
    );
  });

  it('refused over terms or over the price is refused', () => {
    expect(negotiationOf(eventsOf('offer', 'refusedTerms')).status).toBe('refused');
  });

  it('starts with nothing', () => {
    expect(negotiationOf([])).toEqual({
      status: 'none',
      revision: 0,
      proposal: null,
      offer: null,
      approved: null,
      approvedUntil: null,
      reason: null,
      answer: null,
      outcome: null,
      trial: null,
    });
  });

  it('keeps what was asked, offered and approved apart', () => {
    const asked = { terms, appraisal, by: 'Lena Brandt', at: '2026-10-01T08:00:00.000Z' };
    expect(negotiationOf(eventsOf('ask'))).toMatchObject({ revision: 1, proposal: asked, offer: null, approved: null });
    expect(negotiationOf(eventsOf('ask', 'approve'))).toMatchObject({
      revision: 2,
      proposal: asked,
      approved: asked,
      approvedUntil: '2026-10-20',
      reason: null,
      offer: null,
    });
    const halved = { terms: { ...terms, discount: 0.01 }, at: '2026-10-02T08:00:00.000Z' };
    expect(negotiationOf(eventsOf('ask', 'counter'))).toMatchObject({
      proposal: halved,
      approved: halved,
      approvedUntil: '2026-10-20',
      reason: 'Half of it',
    });
    expect(negotiationOf(eventsOf('ask', 'reject'))).toMatchObject({ approved: null, reason: 'Too dear' });
    expect(negotiationOf(eventsOf('ask', 'reject', 'ask')).reason).toBeNull();
    expect(negotiationOf(eventsOf('ask', 'reject', 'offer')).reason).toBeNull();
  });

  it('takes an approval without a last day for one of fourteen days', () => {
    const [ask] = eventsOf('ask');
    const undated = {
      action: 'approve',
      reason: '',
      revision: 2,
      by: 'Grace',
      at: '2026-10-02T08:00:00.000Z',
    } as const;
    expect(negotiationOf([ask!, undated]).approvedUntil).toBe('2026-10-16');
  });

  it('forgets the answer to an offer before, and takes a corrected one', () => {
    expect(negotiationOf(eventsOf('offer', 'wantedMore')).answer).toEqual({
      answer: 'wanted_more',
      answeredOn: '2026-10-02',
      note: '',
    });
    expect(negotiationOf(eventsOf('offer', 'wantedMore', 'offer')).answer).toBeNull();
    expect(negotiationOf(eventsOf('offer', 'wantedMore', 'accepted')).status).toBe('agreed');
  });

  it('is closed once its outcome is recorded', () => {
    const settled = negotiationOf(eventsOf('offer', 'accepted', 'record'));
    expect(settled).toMatchObject({ status: 'agreed', revision: 3, outcome: { paidOn: '2026-02-10' } });
    expect([isPossible(settled, 'answer'), isPossible(settled, 'record')]).toEqual([false, true]);
  });

  it('passes over what cannot be done, and counts it', () => {
    expect(negotiationOf(eventsOf('approve', 'record', 'accepted'))).toMatchObject({
      status: 'none',
      revision: 3,
      approved: null,
      outcome: null,
      answer: null,
    });
  });

  it('keeps the last trial question, corrected only by its own number', () => {
    expect(negotiationOf(eventsOf('trial')).trial).toEqual({
      terms,
      appraisal,
      by: 'Lena Brandt',
      at: '2026-10-01T08:00:00.000Z',
      revision: 1,
      said: 'more',
    });
    expect(negotiationOf(eventsOf('trial', 'correctTrial'))).toMatchObject({
      revision: 2,
      trial: { revision: 1, said: 'not_asked' },
    });
    expect(negotiationOf(eventsOf('offer', 'trial', 'correctTrial'))).toMatchObject({
      revision: 3,
      status: 'offered',
      trial: { revision: 2, said: 'more' },
    });
    expect(isPossible(negotiationOf(eventsOf('trial', 'offer', 'accepted')), 'correct_trial')).toBe(false);
  });

  it('has a day to correct a trial question in', () => {
    const trial = { at: '2026-10-01T08:00:00.000Z' };
    expect(isCorrectable(trial, Date.parse('2026-10-02T08:00:00Z'))).toBe(true);
    expect(isCorrectable(trial, Date.parse('2026-10-02T08:00:01Z'))).toBe(false);
  });

  it('has a place in the ledger for each thing that happens', () => {
    expect(offerKey('77', 3)).toBe('offer/77/3');
  });
});

describe('an approval of speed', () => {
  const rushed = { ...terms, daysSaved: 7 };
  const weighed = { ...appraisal, packageId: 'net_30/7/none', expediteCost: 500 };
  const approval = {
    approved: { terms: rushed, appraisal: weighed, by: 'Grace', at: '2026-10-01T08:00:00Z' },
    approvedUntil: '2026-10-20',
  };
  const speedOf = (change: { terms?: object; appraisal?: object; cost?: number } = {}) => ({
    gain: -100,
    cost: change.cost ?? 500,
    forward: { terms: { ...rushed, ...change.terms }, appraisal: { ...weighed, ...change.appraisal } },
  });

  it.each([
    ['the very terms, amount and cost', {}, []],
    ['a smaller discount', { terms: { discount: 0.01 } }, []],
    ['a lower cost', { cost: 499 }, []],
    ['a larger discount', { terms: { discount: 0.021 } }, ['discount']],
    ['a higher cost', { cost: 500.01 }, null],
    ['another amount', { appraisal: { deal: { ...appraisal.deal, amount: 100_000.01 } } }, ['amount']],
    ['another margin', { appraisal: { deal: { ...appraisal.deal, grossMargin: 0.3 } } }, ['margin']],
    ['an answer', { appraisal: { customer: { urgency: 'high' } } }, ['urgency']],
    ['other payment terms', { terms: { paymentPlan: 'net 45' } }, ['package']],
    ['other days', { terms: { daysSaved: 8 }, appraisal: { packageId: 'net_30/8/none' } }, ['package']],
    ['forecasts', { terms: { forecast: true }, appraisal: { packageId: 'net_30/7/forecast' } }, ['package']],
  ])('with %s: %j', (_, change, changes) => {
    expect(speedChangesFor(approval, speedOf(change), '2026-10-20')).toEqual(changes);
  });

  it('ends with its last day, and is none for what nobody can weigh', () => {
    expect(speedChangesFor(approval, speedOf(), '2026-10-21')).toEqual(['expired']);
    expect(speedChangesFor({ ...approval, approvedUntil: null }, speedOf(), '2026-10-21')).toEqual([]);
    expect(speedChangesFor({ approved: null, approvedUntil: null }, speedOf(), '2026-10-20')).toBeNull();
    expect(speedChangesFor(approval, { ...speedOf(), forward: null }, '2026-10-20')).toBeNull();
  });
});

describe('the deal’s copy of its offers', () => {
  const copy = (...names: readonly ActionName[]) => offerCopyOf(eventsOf(...names), '2026-10-05');

  it('says what is on offer, in home currency', () => {
    expect(copy('ask', 'offer')).toMatchObject({
      terms_offer_status: 'offered',
      terms_offered_package: 'net_30/0/none',
      terms_offered_discount: '0.02',
      terms_offered_at: '2026-10-02T08:00:00.000Z',
      terms_offered_acceptance: '0.8',
      terms_offered_gain_home: '720',
      terms_answer: '',
      terms_agreed_package: '',
      terms_concessions: '',
      terms_concessions_lost_home: '',
      terms_realised_gain_home: '',
      terms_list_amount: '100000',
    });
  });

  it('says what was agreed, and what came of it', () => {
    expect(copy('offer', 'accepted')).toMatchObject({
      terms_offer_status: 'agreed',
      terms_answer: 'accepted',
      terms_answered_on: '2026-10-02',
      terms_agreed_package: 'net_30/0/none',
      terms_agreed_discount: '0.02',
      terms_concessions: 'open',
      terms_concessions_lost_home: '',
      terms_realised_gain_home: '',
    });
    // 98,000 on day 40 at 10 % a year is worth 96,981.72; today's terms were worth 97,000: −18.28 dollars at 0.9.
    const settled = copy('offer', 'accepted', 'record');
    expect(settled).toMatchObject({ terms_concessions: 'earned', terms_concessions_lost_home: '0' });
    expect(Number(settled.terms_realised_gain_home)).toBeCloseTo(-16.45, 2);
  });

  it('has no list amount before there was an offer', () => {
    expect(copy('ask')).toMatchObject({ terms_offer_status: 'awaiting_approval', terms_list_amount: '' });
  });

  it('is written where it differs', () => {
    const now = copy('offer', 'accepted');
    expect(offerCopyChanges({}, now)).toMatchObject({ terms_offer_status: 'agreed' });
    expect(offerCopyChanges({}, now)).not.toHaveProperty('terms_concessions_lost_home');
    expect(offerCopyChanges(now, now)).toEqual({});
    expect(offerCopyChanges({ ...now, terms_offer_status: 'offered' }, now)).toEqual({ terms_offer_status: 'agreed' });
  });
});
