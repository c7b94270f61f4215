import { describe, expect, it } from 'vitest';
import { decodeDealFacts, readPolicy } from '@deal-terms/core/crm';
import {
  dateSaving,
  daysSavedBy,
  estimatedCost,
  gainIfGranted,
  givesOf,
  isInSight,
  tradeBasis,
} from '@deal-terms/core/expedite';
import { scoreDeal } from '@deal-terms/core/scoring';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';

const account = { portalId: 1, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' };
const policy = readPolicy(
  JSON.stringify({ version: 3, modelVersion: 2, model: { backlog: { unfundedCost: 250_000 } }, app: {} }),
);
const promoRetailer = {
  ...emptyProfile,
  cashPosition: 'abundant',
  termsImportance: 'standard_clause',
  urgency: 'high',
  relationship: 'new',
  neededBy: '2026-12-21',
  paymentPlan: 'net 90',
  grossMargin: 0.45,
  leadTimeDays: 42,
} as const;

function basisOf(properties: Record<string, string> = {}, captured: object = {}, today = '2026-11-23') {
  const facts = decodeDealFacts(
    {
      hs_object_id: '77',
      amount: '60000',
      closedate: '2026-11-30T12:00:00Z',
      ...properties,
    },
    account,
  );
  const answer = tradeBasis({ facts, captured: { ...promoRetailer, ...captured }, policy, account, today });
  if (!answer.ok) throw new Error(answer.code);
  return answer.basis;
}
const trade = { paymentPlan: 'on delivery', forecast: false, discount: 0.02, daysSaved: 21 };

describe('a trade of speed', () => {
  it('counts its days from the order', () => {
    expect(basisOf()).toMatchObject({ orderedOn: '2026-11-30', deliveredOn: '2027-01-11' });
    expect(basisOf({}, {}, '2026-12-05')).toMatchObject({ orderedOn: '2026-12-05', deliveredOn: '2027-01-16' });
    expect([
      dateSaving(basisOf(), 21),
      daysSavedBy(basisOf(), '2026-12-21'),
      daysSavedBy(basisOf(), '2027-01-12'),
    ]).toEqual(['2026-12-21', 21, -1]);
  });

  it('takes a close date nobody plans for as none', () => {
    expect(basisOf({ closedate: '9999-12-31T12:00:00Z' })).toMatchObject({
      orderedOn: '2026-11-23',
      deliveredOn: '2027-01-04',
    });
  });

  it('earns what the offer on the menu earns, at the estimated cost', () => {
    const basis = basisOf();
    expect(estimatedCost(basis, 21)).toBe(2770);
    const [best] = scoreDeal(basis.resolved.input).offers;
    expect(best).toMatchObject({ packageId: 'on_delivery/21/none', discount: 0.02 });
    expect(gainIfGranted(basis, trade, 2770)).toBeCloseTo(3197.49, 2);
    expect(gainIfGranted(basis, trade, 5770)).toBeCloseTo(197.49, 2);
  });

  it('does not depend on what operations answered before', () => {
    const granted = basisOf({
      terms_expedite_status: 'held',
      terms_expedite_days_saved: '7',
      terms_expedite_cost: '9',
    });
    expect([estimatedCost(granted, 21), gainIfGranted(granted, trade, 2770)]).toEqual([
      2770,
      gainIfGranted(basisOf(), trade, 2770),
    ]);
  });

  it('costs and earns the deal’s own money', () => {
    expect(estimatedCost(basisOf({ deal_currency_code: 'USD', hs_exchange_rate: '0.8' }), 21)).toBe(2832.5);
  });

  it('knows how far ahead plans are made', () => {
    expect([
      isInSight('2036-11-20', '2026-11-23'),
      isInSight('2036-11-21', '2026-11-23'),
      isInSight('9999-12-31', '2026-11-23'),
    ]).toEqual([true, false, false]);
  });

  it('may come with forecasts the customer has not said a word about', () => {
    const gain = gainIfGranted(basisOf(), { ...trade, forecast: true }, 2770);
    expect(gain).toBeGreaterThan(3197.49);
    expect(gainIfGranted(basisOf({}, { forecast: 'willing' }), { ...trade, forecast: true }, 2770)).toBe(gain);
  });

  it('may keep the terms, or have some no policy lists', () => {
    expect(gainIfGranted(basisOf(), { ...trade, paymentPlan: 'net 90' }, 2770)).toBe(
      gainIfGranted(basisOf(), { ...trade, paymentPlan: null }, 2770),
    );
    expect(gainIfGranted(basisOf(), { ...trade, paymentPlan: 'net 33' }, 2770)).toBeTypeOf('number');
  });

  it('is none where one side ruled it out, or the terms cannot be read', () => {
    expect(gainIfGranted(basisOf(), { ...trade, paymentPlan: 'net 120' }, 2770)).toBeNull();
    expect(gainIfGranted(basisOf({}, { constraints: ['no_shorter_terms'] }), trade, 2770)).toBeNull();
    expect(gainIfGranted(basisOf(), { ...trade, paymentPlan: 'whenever' }, 2770)).toBeNull();
  });

  it.each([
    [trade, 'Pays on delivery instead of 90 days after delivery, for a 2% discount.'],
    [{ ...trade, discount: 0 }, 'Pays on delivery instead of 90 days after delivery.'],
    [
      { ...trade, paymentPlan: null, forecast: true, discount: -0.08 },
      'Shares quarterly forecasts and pays an 8% premium.',
    ],
    [{ ...trade, paymentPlan: 'net 90', discount: 0 }, 'Keeps paying 90 days after delivery.'],
    [
      { ...trade, paymentPlan: '50% order + 50% net 30', discount: 0 },
      'Pays 50% with the order and 50% 30 days after delivery instead of 90 days after delivery.',
    ],
  ])('is told in a sentence', (asked, sentence) => {
    expect(givesOf(basisOf(), asked)).toBe(sentence);
  });

  it('needs a deal that can be scored', () => {
    const facts = decodeDealFacts({ hs_object_id: '77' }, account);
    expect(tradeBasis({ facts, captured: promoRetailer, policy, account, today: '2026-11-23' })).toEqual({
      ok: false,
      code: 'missing_amount',
    });
  });
});
