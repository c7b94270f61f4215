import { describe, expect, it } from 'vitest';
import { fairDealingNotes } from '@deal-terms/core/fair-dealing';
import type { Dealing, TermsInQuestion } from '@deal-terms/core/fair-dealing';

const net = (days: number): TermsInQuestion => ({
  name: `net ${days}`,
  payments: [{ share: 1, anchor: 'delivery', days }],
  leadTimeDays: 42,
  discount: 0,
});
const nowhere: Dealing = { sellerCountry: null, customerCountry: null, customerIndustry: null, terms: [] };
const touched = (dealing: Partial<Dealing>) =>
  fairDealingNotes({ ...nowhere, ...dealing }).map(({ id, touchedBy }) => [id, ...touchedBy]);

describe('the rule on net prices between customers in the United States', () => {
  const both = { sellerCountry: 'US', customerCountry: 'United States' };

  it('is mentioned when the price differs and both sides are there', () => {
    expect(
      touched({
        ...both,
        terms: [
          net(90),
          { ...net(0), name: 'for 2% off', discount: 0.02 },
          { ...net(30), name: 'at a premium', discount: -0.01 },
        ],
      }),
    ).toEqual([['us_net_price', 'for 2% off', 'at a premium']]);
  });

  it('is not at list price, nor between other countries', () => {
    expect(touched({ ...both, terms: [net(0)] })).toEqual([]);
    expect(touched({ sellerCountry: 'US', customerCountry: 'Canada', terms: [{ ...net(0), discount: 0.02 }] })).toEqual(
      [],
    );
    expect(touched({ sellerCountry: null, customerCountry: 'US', terms: [{ ...net(0), discount: 0.02 }] })).toEqual([]);
  });
});

describe('the European rule on late payment', () => {
  it.each([
    ['DE', null],
    [null, 'Ireland'],
    [null, ' NETHERLANDS '],
    ['us', 'nl'],
  ])('is mentioned beyond 60 days when one side is there (%s, %s)', (sellerCountry, customerCountry) => {
    expect(
      touched({
        sellerCountry,
        customerCountry,
        terms: [
          net(60),
          net(61),
          {
            ...net(0),
            name: 'in two parts',
            payments: [
              { share: 0.5, anchor: 'order', days: 0 },
              { share: 0.5, anchor: 'delivery', days: 90 },
            ],
          },
        ],
      }),
    ).toEqual([['eu_late_payment', 'net 61', 'in two parts']]);
  });

  it('counts from delivery, whatever the terms count from', () => {
    const fromOrder = (days: number): TermsInQuestion => ({
      name: `order ${days}`,
      payments: [{ share: 1, anchor: 'order', days }],
      leadTimeDays: 42,
      discount: 0,
    });
    expect(touched({ sellerCountry: 'DE', terms: [fromOrder(102), fromOrder(103)] })).toEqual([
      ['eu_late_payment', 'order 103'],
    ]);
  });

  it('is not where neither side is there, or nobody knows', () => {
    expect([
      touched({ sellerCountry: 'GB', customerCountry: 'United Kingdom', terms: [net(90)] }),
      touched({ terms: [net(90)] }),
      touched({ customerCountry: 'Deutsch', terms: [net(90)] }),
    ]).toEqual([[], [], []]);
  });
});

describe('the European rule on agricultural and food products', () => {
  it('is mentioned beyond 30 days when the customer deals in them', () => {
    expect(
      touched({ customerCountry: 'France', customerIndustry: 'FOOD_PRODUCTION', terms: [net(30), net(31), net(90)] }),
    ).toEqual([
      ['eu_late_payment', 'net 90'],
      ['eu_agri_food', 'net 31', 'net 90'],
    ]);
  });

  it('is not for other industries or countries', () => {
    expect([
      touched({ customerCountry: 'FR', customerIndustry: 'RETAIL', terms: [net(45)] }),
      touched({ customerCountry: 'FR', terms: [net(45)] }),
      touched({ customerCountry: 'CH', customerIndustry: 'FARMING', terms: [net(90)] }),
    ]).toEqual([[], [], []]);
  });
});

describe('the rule on prepayment', () => {
  const withOrder = (leadTimeDays: number): TermsInQuestion => ({
    name: `${leadTimeDays} days ahead`,
    payments: [
      { share: 0.3, anchor: 'order', days: 0 },
      { share: 0.7, anchor: 'delivery', days: 0 },
    ],
    leadTimeDays,
    discount: 0,
  });

  it('is mentioned when something is paid more than a year before delivery, wherever', () => {
    expect(touched({ terms: [withOrder(365), withOrder(366)] })).toEqual([['long_prepayment', '366 days ahead']]);
  });

  it('is not when the order is not that far ahead, whatever the terms say', () => {
    expect(touched({ terms: [{ ...net(-400), leadTimeDays: 42 }] })).toEqual([]);
  });
});

describe('fairDealingNotes', () => {
  it('gives reason and source', () => {
    const [note] = fairDealingNotes({ ...nowhere, sellerCountry: 'DE', terms: [net(90)] });
    expect(note).toEqual({
      id: 'eu_late_payment',
      title: 'Late payment in the European Union',
      touchedBy: ['net 90'],
      source: 'Directive 2011/7/EU, Article 3(5)',
      reason:
        'Between companies, more than 60 days need to be agreed expressly and may not be grossly unfair to whoever is paid.',
    });
  });
});
