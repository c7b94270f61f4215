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

  it('knows which of many answers still stand: the lowest yes, the highest no, unless the other has overtaken it', () => {
    const filler = Array.from({ length: 20 }, (_, place) =>
      trial(100 + place, place / 1000, 'more', { terms: { ...offer(1, place / 1000).terms, daysSaved: 1 } }),
    );
    const of = (daysSaved: number, discount: number) => ({ terms: { ...offer(1, discount).terms, daysSaved } });
    const kept = (...events: object[]) =>
      said(...events, ...filler)
        .answers.filter(({ leadTimeDays }) => leadTimeDays !== 41)
        .map(({ leadTimeDays, discount, said: word }) => [leadTimeDays, discount, word]);
    // The lowest discount that was agreed to, however it came.
    expect(kept(trial(1, 0.05, 'yes'), trial(2, 0.03, 'yes'), trial(3, 0.04, 'yes'))).toEqual([[21, 0.03, 'yes']]);
    // The highest that was refused.
    expect(kept(trial(1, 0.02, 'no'), trial(2, 0.04, 'more'), trial(3, 0.03, 'no'))).toEqual([[21, 0.04, 'more']]);
    // Both, where they go together.
    expect(kept(trial(1, 0.02, 'no'), trial(2, 0.04, 'yes'))).toEqual([
      [21, 0.02, 'no'],
      [21, 0.04, 'yes'],
    ]);
    // A yes takes back what was refused at as much or more, a no what was agreed at as little or less.
    expect(kept(trial(1, 0.04, 'no'), trial(2, 0.04, 'yes'))).toEqual([[21, 0.04, 'yes']]);
    expect(kept(trial(1, 0.04, 'yes'), trial(2, 0.04, 'no'))).toEqual([[21, 0.04, 'no']]);
    expect(kept(trial(1, 0.03, 'yes'), trial(2, 0.04, 'no'))).toEqual([[21, 0.04, 'no']]);
    expect(kept(trial(1, 0.05, 'no'), trial(2, 0.04, 'yes'))).toEqual([[21, 0.04, 'yes']]);
    // Other terms are another matter.
    expect(kept(trial(1, 0.04, 'no'), trial(2, 0.04, 'yes', of(2, 0.04)))).toEqual([
      [21, 0.04, 'no'],
      [40, 0.04, 'yes'],
    ]);
  });

  it('leaves out an offer that would be delivered before it is ordered, not one delivered at once', () => {
    expect(said(offer(1, 0.02, { daysSaved: 43 }), answer(2, 'accepted')).answers).toEqual([]);
    expect(said(offer(1, 0.02, { daysSaved: 42 }), answer(2, 'accepted')).answers).toEqual([
      { ...asked(0.02), leadTimeDays: 0, said: 'yes' },
    ]);
    expect(
      said({ ...trial(1, 0.02, 'yes'), ...{ terms: { ...offer(1, 0.02).terms, daysSaved: 43 } } }).answers,
    ).toEqual([]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [1.1, undefined],
    [-0.1, undefined],
    ['0.5', undefined],
  ])('reads a chance of %j as %j', (acceptance, read) => {
    const made = { ...offer(1, 0.02), appraisal: { ...offer(1, 0.02).appraisal, acceptance } };
    expect(said(made).offered?.acceptance).toBe(read);
  });

  it('corrects the question it names', () => {
    expect(said(trial(1, 0.02, 'yes'), trial(2, 0.01, 'no'), correction(3, 2, 'yes')).answers).toEqual([
      { ...asked(0.02), said: 'yes' },
      { ...asked(0.01), said: 'yes' },
    ]);
  });
});
