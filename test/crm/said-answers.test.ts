import { describe, expect, it } from 'vitest';
import { decodeSaid } from '../../src/crm/said-answers.ts';

const net90 = [{ share: 1, anchor: 'delivery', days: 90 }];
const offer = (revision: number, discount: number, terms: object = {}) => ({
  action: 'offer',
  revision,
  terms: { paymentPlan: 'on delivery', daysSaved: 21, forecast: false, discount, ...terms },
  appraisal: { acceptance: 0.7, deal: { payments: net90, leadTimeDays: 42 } },
});
const answer = (revision: number, said: string) => ({
  action: 'answer',
  revision,
  answer: said,
  answeredOn: '2026-11-23',
  note: '',
});
const trial = (revision: number, discount: number, said: string, rest: object = {}) => ({
  ...offer(revision, discount),
  action: 'trial',
  said,
  counterDiscount: null,
  note: '',
  ...rest,
});
const correction = (revision: number, corrects: number, said: string, counterDiscount: number | null = null) => ({
  action: 'correct_trial',
  revision,
  corrects,
  said,
  counterDiscount,
});
const said = (...events: object[]) => decodeSaid(JSON.stringify(events));
const asked = (discount: number) => ({
  payments: [{ share: 1, anchor: 'delivery', days: 0 }],
  leadTimeDays: 21,
  forecast: false,
  discount,
});

describe('decodeSaid', () => {
  it('reads what was said to each offer, oldest first, whatever the order in the log', () => {
    expect(
      said(
        answer(4, 'refused_price'),
        offer(1, 0.02),
        answer(2, 'wanted_more'),
        offer(3, 0.03),
        offer(5, 0.04),
        answer(6, 'accepted'),
      ),
    ).toEqual({
      answers: [
        { ...asked(0.02), said: 'more' },
        { ...asked(0.03), said: 'no' },
        { ...asked(0.04), said: 'yes' },
      ],
      agreed: asked(0.04),
      offered: null,
    });
  });

  it('knows an offer that has no answer yet, with the chance it was made with', () => {
    expect(said(offer(1, 0.02), answer(2, 'wanted_more'), offer(3, 0.03)).offered).toEqual({
      ...asked(0.03),
      acceptance: 0.7,
    });
    const unknown = { ...offer(1, 0.02), appraisal: { deal: { payments: net90, leadTimeDays: 42 } } };
    expect(said(unknown).offered).toBeNull();
    expect(said(unknown, answer(2, 'accepted')).agreed).toEqual(asked(0.02));
  });

  it('takes the last answer to an offer, and none for none', () => {
    expect(said(offer(1, 0.02), answer(2, 'no_answer'))).toEqual({ answers: [], agreed: null, offered: null });
    expect(said(offer(1, 0.02), answer(2, 'no_answer'), answer(3, 'refused_terms')).answers).toEqual([
      { ...asked(0.02), said: 'no' },
    ]);
  });

  it('knows terms that stay as they are, and leaves out what it cannot read', () => {
    expect(
      said(offer(1, -0.01, { paymentPlan: null, daysSaved: 0, forecast: true }), answer(2, 'accepted')).answers,
    ).toEqual([{ payments: net90, leadTimeDays: 42, forecast: true, discount: -0.01, said: 'yes' }]);
    expect(said(offer(1, 0.02, { paymentPlan: 'whenever' }), answer(2, 'accepted')).answers).toEqual([]);
    for (const log of [null, '', '{', '{}', '[1,null,{"action":"offer"}]'])
      expect(decodeSaid(log)).toEqual({ answers: [], agreed: null, offered: null });
  });

  it('hears answers to trial questions in their order, and agrees to nothing by them', () => {
    expect(said(trial(1, 0.02, 'no'), offer(2, 0.03), trial(3, 0.04, 'yes'), answer(4, 'wanted_more'))).toEqual({
      answers: [
        { ...asked(0.02), said: 'no' },
        { ...asked(0.04), said: 'yes' },
        { ...asked(0.03), said: 'more' },
      ],
      agreed: null,
      offered: null,
    });
    expect(said(offer(1, 0.02), answer(2, 'accepted'), trial(3, 0.01, 'no')).agreed).toEqual(asked(0.02));
  });

  it('takes a counter-offer of the customer for a yes at its discount, to an offer as to a question', () => {
    const both = [
      { ...asked(0.02), said: 'more' },
      { ...asked(0.05), said: 'yes' },
    ];
    expect(said(trial(1, 0.02, 'more', { counterDiscount: 0.05 })).answers).toEqual(both);
    expect(said(offer(1, 0.02), { ...answer(2, 'wanted_more'), counterDiscount: 0.05 })).toEqual({
      answers: both,
      agreed: null,
      offered: null,
    });
    expect(said(offer(1, 0.02), { ...answer(2, 'accepted'), counterDiscount: 0.05 }).answers).toEqual([
      { ...asked(0.02), said: 'yes' },
    ]);
  });

  it('goes by the correction of an answer, and forgets a question that was not asked', () => {
    const asked2 = trial(1, 0.02, 'yes');
    expect(said(asked2, trial(2, 0.01, 'no'), correction(3, 1, 'no')).answers).toEqual([
      { ...asked(0.02), said: 'no' },
      { ...asked(0.01), said: 'no' },
    ]);
    expect(said(asked2, correction(2, 1, 'more', 0.03)).answers).toEqual([
      { ...asked(0.02), said: 'more' },
      { ...asked(0.03), said: 'yes' },
    ]);
    expect(said(asked2, correction(2, 1, 'not_asked')).answers).toEqual([]);
    expect(said(offer(1, 0.02), answer(2, 'accepted'), correction(3, 1, 'no')).answers).toEqual([
      { ...asked(0.02), said: 'yes' },
    ]);
  });

  it('gives an answer to no other offer where its own cannot be read', () => {
    expect(said(offer(1, 0.02), offer(2, 0.03, { paymentPlan: 'whenever' }), answer(3, 'accepted'))).toEqual({
      answers: [],
      agreed: null,
      offered: null,
    });
  });

  it('keeps the newest twenty, and before them what still stands', () => {
    const refused = [offer(1, 0.05, { daysSaved: 0 }), answer(2, 'wanted_more')];
    const later = Array.from({ length: 25 }, (_, place) => [
      offer(3 + 2 * place, place / 1000),
      answer(4 + 2 * place, 'wanted_more'),
    ]).flat();
    const { answers } = said(...refused, ...later);
    expect(answers).toHaveLength(20);
    expect(answers[0]).toMatchObject({ leadTimeDays: 42, discount: 0.05 });
    expect(answers.slice(1).map(({ discount }) => discount)).toEqual(
      Array.from({ length: 19 }, (_, place) => (6 + place) / 1000),
    );
  });
});
