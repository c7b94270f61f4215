import { describe, expect, it } from 'vitest';
import { decodeSaid } from '../../src/crm/said-answers.ts';

const net90 = [{ share: 1, anchor: 'delivery', days: 90 }];
const offer = (revision: number, discount: number, terms: object = {}) => ({
  action: 'offer',
  revision,
  terms: { paymentPlan: 'on delivery', daysSaved: 21, forecast: false, discount, ...terms },
  appraisal: { deal: { payments: net90, leadTimeDays: 42 } },
});
const answer = (revision: number, said: string) => ({
  action: 'answer',
  revision,
  answer: said,
  answeredOn: '2026-11-23',
  note: '',
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
    });
  });

  it('takes the last answer to an offer, and none for none', () => {
    expect(said(offer(1, 0.02), answer(2, 'no_answer'))).toEqual({ answers: [], agreed: null });
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
      expect(decodeSaid(log)).toEqual({ answers: [], agreed: null });
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
