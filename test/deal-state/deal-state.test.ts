import {
  dealStateKinds,
  dealStateLabels,
  dealStateOf,
  isQuestionFirst,
  isSpeedConfirmed,
} from '@deal-terms/core/deal-state';
import type { DealState, DealToPlace } from '@deal-terms/core/deal-state';
import { decodeDeal } from '@deal-terms/core/crm';
import { describe, expect, it } from 'vitest';

const place = { timeZone: 'Europe/Berlin' };
const answered = { amount: '60000', terms_urgency: 'high' };
const offerNow = { daysSaved: 0, isQuestionFirst: false };
const speedNow = { daysSaved: 21, isQuestionFirst: false };
const askFirst = { daysSaved: 0, isQuestionFirst: true };
const askFirstWithSpeed = { daysSaved: 21, isQuestionFirst: true };
const nothing = { daysSaved: null, isQuestionFirst: false };

function stateOf(properties: Record<string, string>, advice: DealToPlace['advice'] = offerNow): DealState {
  return dealStateOf({ ...decodeDeal(properties, place), advice, homeCurrency: 'EUR' });
}

type Row = readonly [
  what: string,
  properties: Record<string, string>,
  advice: DealToPlace['advice'],
  kind: DealState['kind'],
  next: DealState['next'],
];

const lost = { hs_is_closed: 'true', hs_is_closed_won: 'false' };
const won = { hs_is_closed: 'true', hs_is_closed_won: 'true' };
const asked = (status: string, days = '21') => ({ terms_expedite_status: status, terms_expedite_days_saved: days });

const table: readonly Row[] = [
  ['a deal without an amount', { terms_urgency: 'high' }, null, 'no_amount', 'enter_amount'],
  ['an amount of nothing', { ...answered, amount: '0' }, null, 'no_amount', 'enter_amount'],
  ['a foreign deal without a rate', { ...answered, deal_currency_code: 'USD' }, null, 'no_rate', 'enter_rate'],
  [
    'a foreign deal with one',
    { ...answered, deal_currency_code: 'USD', hs_exchange_rate: '0.9' },
    offerNow,
    'offer_ready',
    'offer',
  ],
  ['a deal in home currency', { ...answered, deal_currency_code: 'EUR' }, offerNow, 'offer_ready', 'offer'],
  ['nothing but an amount', { amount: '60000' }, offerNow, 'nothing_known', 'ask_customer'],
  ['only our own figures', { amount: '60000', terms_gross_margin: '0.4' }, offerNow, 'nothing_known', 'ask_customer'],
  ['answers nobody scored', answered, null, 'nothing_known', 'ask_customer'],
  ['a question worth more than an offer', answered, askFirst, 'trial_question', 'ask_customer'],
  ['the same with speed in the offer', answered, askFirstWithSpeed, 'trial_question', 'ask_customer'],
  [
    'a question left for operations',
    { ...answered, ...asked('requested') },
    askFirstWithSpeed,
    'speed_unconfirmed',
    'ask_operations',
  ],
  ['a question left, speed promised', { ...answered, ...asked('held') }, askFirstWithSpeed, 'offer_ready', 'offer'],
  ['a request that ran out', { ...answered, ...asked('expired') }, askFirstWithSpeed, 'trial_question', 'ask_customer'],
  ['answers that leave nothing to offer', answered, nothing, 'nothing_to_offer', 'none'],
  ['an offer without speed', answered, offerNow, 'offer_ready', 'offer'],
  ['speed nobody asked for', answered, speedNow, 'speed_unconfirmed', 'ask_operations'],
  ['speed that was requested', { ...answered, ...asked('requested') }, speedNow, 'speed_unconfirmed', 'ask_operations'],
  ['speed countered', { ...answered, ...asked('countered') }, speedNow, 'speed_unconfirmed', 'ask_operations'],
  ['speed declined', { ...answered, ...asked('declined') }, speedNow, 'speed_unconfirmed', 'ask_operations'],
  ['speed held', { ...answered, ...asked('held') }, speedNow, 'offer_ready', 'offer'],
  ['speed approved', { ...answered, ...asked('approved') }, speedNow, 'offer_ready', 'offer'],
  ['less speed held', { ...answered, ...asked('held', '14') }, speedNow, 'speed_unconfirmed', 'ask_operations'],
  ['won without an offer', { ...answered, ...won }, askFirst, 'won', 'none'],
  ['won without an amount', won, null, 'won', 'none'],
  ['won after a refusal', { ...answered, ...won, terms_offer_status: 'refused' }, offerNow, 'won', 'none'],
  [
    'won while an offer waits',
    { ...answered, ...won, terms_offer_status: 'offered', terms_offered_at: '2026-03-10' },
    offerNow,
    'offered',
    'record_answer',
  ],
  [
    'won while operations are asked',
    { ...answered, ...won, ...asked('requested') },
    speedNow,
    'speed_unconfirmed',
    'ask_operations',
  ],
  [
    'an approval asked',
    { ...answered, terms_offer_status: 'awaiting_approval' },
    offerNow,
    'awaiting_approval',
    'remind_approver',
  ],
  ['approved', { ...answered, terms_offer_status: 'approved' }, offerNow, 'approved', 'offer'],
  ['approved at less', { ...answered, terms_offer_status: 'countered' }, offerNow, 'countered', 'offer'],
  ['approval declined', { ...answered, terms_offer_status: 'rejected' }, offerNow, 'declined', 'offer_again'],
  ['offered', { ...answered, terms_offer_status: 'offered' }, offerNow, 'offered', 'record_answer'],
  ['offered, and the amount taken away', { terms_offer_status: 'offered' }, null, 'offered', 'record_answer'],
  ['wanted more', { ...answered, terms_offer_status: 'wanted_more' }, offerNow, 'wanted_more', 'offer_again'],
  ['refused', { ...answered, terms_offer_status: 'refused' }, offerNow, 'refused', 'offer_again'],
  ['no answer', { ...answered, terms_offer_status: 'no_answer' }, offerNow, 'no_answer', 'offer_again'],
  ['agreed', { ...answered, terms_offer_status: 'agreed' }, offerNow, 'agreed', 'close_agreement'],
  ['agreed and won', { ...answered, ...won, terms_offer_status: 'agreed' }, offerNow, 'result_due', 'record_result'],
  [
    'agreed, its concessions still to be earned',
    { ...answered, terms_offer_status: 'agreed', terms_concessions: 'open' },
    offerNow,
    'agreed',
    'close_agreement',
  ],
  [
    'earned',
    { ...answered, ...won, terms_offer_status: 'agreed', terms_concessions: 'earned' },
    offerNow,
    'settled',
    'none',
  ],
  [
    'not earned',
    { ...answered, terms_offer_status: 'agreed', terms_concessions: 'not_earned' },
    offerNow,
    'settled',
    'none',
  ],
  ['lost', { ...answered, ...lost }, askFirst, 'lost', 'none'],
  ['lost after an offer', { ...answered, ...lost, terms_offer_status: 'offered' }, offerNow, 'lost', 'none'],
  ['lost though terms were agreed', { ...answered, ...lost, terms_offer_status: 'agreed' }, offerNow, 'lost', 'none'],
];

describe('where a negotiation stands', () => {
  it.each(table)('%s', (_what, properties, advice, kind, next) => {
    expect(stateOf(properties, advice)).toMatchObject({ kind, next });
  });

  it('counts from the offer, or from the answer', () => {
    const offered = { ...answered, terms_offer_status: 'offered', terms_offered_at: '2026-11-24T23:30:00Z' };
    expect(stateOf(offered).since).toBe('2026-11-25');
    const more = { ...offered, terms_offer_status: 'wanted_more', terms_answered_on: '2026-11-26' };
    expect(stateOf(more).since).toBe('2026-11-26');
    expect(stateOf(answered).since).toBeNull();
  });

  it('closes the trade of a deal that is agreed, over or lost, and of no other', () => {
    const closed = table.filter(([, properties, advice]) => stateOf(properties, advice).isTradeClosed);
    expect([...new Set(closed.map(([, , , kind]) => kind))].sort()).toEqual([
      'agreed',
      'lost',
      'result_due',
      'settled',
      'won',
    ]);
  });

  it('has a name and a row of this table for every state', () => {
    expect(Object.keys(dealStateLabels).sort()).toEqual([...dealStateKinds].sort());
    expect([...new Set(table.map(([, , , kind]) => kind))].sort()).toEqual([...dealStateKinds].sort());
  });
});

describe('a question', () => {
  const trade = { verdict: 'trade', negotiability: 90 } as const;

  it('comes before an offer where a yes or no is worth asking for, whatever the verdict', () => {
    expect(isQuestionFirst({ ...trade, nextQuestion: 'trial' })).toBe(true);
    expect(isQuestionFirst({ verdict: 'explore', negotiability: 60, nextQuestion: 'trial' })).toBe(true);
    expect(isQuestionFirst({ ...trade, nextQuestion: null })).toBe(false);
  });

  it('about the customer comes first only while the verdict is to explore', () => {
    expect(isQuestionFirst({ ...trade, nextQuestion: 'urgency' })).toBe(false);
    expect(isQuestionFirst({ verdict: 'explore', negotiability: 60, nextQuestion: 'urgency' })).toBe(true);
  });

  it('is not put to somebody who has said yes', () => {
    expect(isQuestionFirst({ verdict: 'trade', negotiability: 100, nextQuestion: 'trial' })).toBe(false);
  });
});

describe('speed', () => {
  it('needs nobody where none is promised, and operations’ word for as many days where it is', () => {
    expect(isSpeedConfirmed('none', null, 0)).toBe(true);
    expect(isSpeedConfirmed('held', 21, 21)).toBe(true);
    expect(isSpeedConfirmed('held', 20, 21)).toBe(false);
    expect(isSpeedConfirmed('countered', 21, 21)).toBe(false);
    expect(isSpeedConfirmed('shipped', 21, 14)).toBe(true);
  });
});
