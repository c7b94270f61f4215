import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';
import { offerDoubts, previewInWords } from '../../extensions/ui/deal-card/offers/offer-draft.ts';
import { describe, expect, it } from 'vitest';
import { defaultAppSettings } from '@deal-terms/core/crm';
import type { PolicyInForce, ResolvedDeal } from '@deal-terms/core/crm';
import { noEvidence } from '@deal-terms/core/evidence';
import { defaultPolicy } from '@deal-terms/core/policy';
import { parseScoringInput, scoreDeal } from '@deal-terms/core/scoring';
import { assumptionViews } from '../../extensions/ui/deal-card/advice/assumption-view.ts';
import { baseDateOf, isoDateOf } from '../../extensions/ui/shared/date-value.ts';
import { answerInWords } from '../../extensions/ui/shared/field-view.ts';
import { freshnessView } from '../../extensions/ui/deal-card/session/freshness-view.ts';
import { advisedOfferViews } from '../../extensions/ui/shared/advised-offer-view.ts';
import {
  chosenPaymentTerms,
  paymentTermsChoices,
} from '../../extensions/ui/deal-card/answers/payment-terms-choices.ts';
import { paymentTermsEcho } from '../../extensions/ui/shared/payment-terms-echo.ts';
import { positionRows } from '../../extensions/ui/deal-card/advice/position-view.ts';
import { instantInWords, localeOf, readerOf } from '../../extensions/ui/shared/reader.ts';
import { scoreView } from '../../extensions/ui/deal-card/advice/score-view.ts';

const reader = readerOf('en-GB', 'EUR');

/** A deal of 60,000 at 45 %, 42 days, net 90, and what is known of the customer. */
function scored(customer: object, change: { deal?: object; policy?: object } = {}) {
  const parsed = parseScoringInput({
    id: 'test',
    customer,
    deal: {
      amount: 60_000,
      currency: 'EUR',
      grossMargin: 0.45,
      leadTimeDays: 42,
      payments: [{ share: 1, anchor: 'delivery', days: 90 }],
      ...change.deal,
    },
    policy: { backlog: { unfundedCost: 250_000 }, ...change.policy },
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { input: parsed.input, result: scoreDeal(parsed.input) };
}

describe('advisedOfferViews', () => {
  it('say what the released cash costs a year', () => {
    const { input, result } = scored(
      { cashPosition: 'abundant', termsImportance: 'standard_clause', urgency: 'none' },
      { deal: { leadTimeDays: 14 } },
    );
    const [best] = advisedOfferViews(result, input, reader);
    expect(best?.effects.at(-1)).toEqual({ label: 'What the cash costs us', value: '28.7% a year' });
    expect(best).toMatchObject({ ask: ['Payment 30 days before delivery'], give: ['A 7% discount'] });
  });

  it('ask for a premium where the customer is the one who pays', () => {
    const { input, result } = scored({
      cashPosition: 'strained',
      termsImportance: 'critical',
      urgency: 'critical',
      neededInDays: 14,
    });
    const [best] = advisedOfferViews(result, input, reader);
    expect(best).toMatchObject({
      title: 'Payment terms as they are',
      ask: ['A 6% premium'],
      give: ['Delivery 21 days sooner'],
    });
    expect(best?.price).toEqual([
      { label: 'Open with', value: '6% premium' },
      { label: 'Aim to close at', value: '6% premium' },
      { label: 'Do not go below', value: '3.5% premium' },
    ]);
  });
});

describe('scoreView', () => {
  it('says why there is nothing to offer', () => {
    const { input, result } = scored(
      { cashPosition: 'strained', termsImportance: 'critical', urgency: 'none' },
      { deal: { payments: [{ share: 1, anchor: 'delivery', days: 30 }] } },
    );
    expect(scoreView(result, input, reader)).toMatchObject({
      verdict: 'Hold: leave the terms alone',
      tone: 'default',
      band: 'Low negotiability',
      score: 9,
      question: null,
      advice: 'No trade of terms suits both sides, as far as we know: leave the terms as they are.',
      reason:
        'None of the 19 packages we could offer is worth it to both sides within our limits: a discount of at most 15%, a margin of at least 22.5% and a chance of a yes of at least 45%.',
    });
  });

  it('says so when there is no package at all', () => {
    const { input, result } = scored({ constraints: ['no_shorter_terms'] }, { deal: { leadTimeDays: 10 } });
    expect(scoreView(result, input, reader).reason).toBe(
      'There is no other package to offer: what the customer cannot do and our policy leave none.',
    );
  });

  it('says what an answer is worth, in money', () => {
    const { input, result } = scored({});
    expect(scoreView(result, input, reader).question).toEqual({
      question: 'If it came 3 weeks earlier, what would that be worth to you?',
      worth: 'Worth asking: about €378 to us.',
      discount: null,
      figure: 'statedLossPerDay',
    });
  });
});

describe('positionRows', () => {
  it('say that the customer finances the deal instead of an absurd return', () => {
    const { result } = scored({
      cashPosition: 'abundant',
      termsImportance: 'standard_clause',
      urgency: 'high',
      neededInDays: 21,
      relationship: 'new',
    });
    const inAdvance = result.offers.filter(({ packageId }) => packageId === 'advance_30/21/none');
    expect(positionRows({ ...result, offers: inAdvance }, reader)?.at(-1)).toEqual({
      label: 'Annual return on cash',
      before: '226.2%',
      after: 'The customer finances it',
      change: '–',
    });
  });

  it('are absent without an offer', () => {
    const { result } = scored({ cashPosition: 'strained', termsImportance: 'critical', urgency: 'none' });
    expect(positionRows({ ...result, offers: [] }, reader)).toBeNull();
  });
});

describe('assumptionViews', () => {
  it('name every unknown answer, every stand-in and our own figures', () => {
    const { input, result } = scored({});
    const resolved: ResolvedDeal = {
      ok: true,
      input,
      currency: 'EUR',
      exchangeRate: 1,
      assumptions: [{ field: 'leadTimeDays', value: 42, from: 'policy' }],
      figures: [],
      evidence: noEvidence,
    };
    const policy: PolicyInForce = {
      version: 0,
      scoresSince: 0,
      isOfVersion1: false,
      model: defaultPolicy,
      app: defaultAppSettings,
      warning: null,
    };
    expect(assumptionViews(emptyProfile, { result, resolved }, policy, '2026-11-23', reader)).toEqual({
      unknown: [
        'Lead time (days): 42 days, our usual figure, as the deal has none.',
        'Customer cash position is not known: all five possibilities count, weighed by how common they are.',
        'Importance of payment terms is not known: all four possibilities count, weighed by how common they are.',
        'Customer urgency is not known: all four possibilities count, weighed by how common they are.',
        'Customer needs delivery by is not known: a delivery later than 12 days after the order is taken to be late.',
        'Customer relationship is not known: their reluctance to prepay is taken to lie between a new and an established customer’s.',
        'Forecast commitment is not known: no offer asks for forecasts before the customer is willing.',
        'Days beyond terms is not known: we count on payment on the due day.',
      ],
      ours: [
        'Our cost of cash: 53% a year, as €250,000 of orders wait for it.',
        'Faster delivery costs us €250 and 0.2% of the amount for each day.',
        'Our limits: at most 15% discount, at least 50% of today’s margin kept.',
        'Money is in EUR.',
        'Policy: the built-in figures.',
      ],
    });
  });
});

describe('a price of cash that was set', () => {
  const { input, result } = scored({});
  const ours = (priceOfCashOn: string | null) => {
    const model = { ...defaultPolicy, priceOfCash: 0.23 };
    const resolved: ResolvedDeal = {
      ok: true,
      input: { ...input, policy: model },
      currency: 'EUR',
      exchangeRate: 1,
      assumptions: [],
      figures: [],
      evidence: noEvidence,
    };
    return assumptionViews(
      emptyProfile,
      { result, resolved },
      {
        version: 3,
        scoresSince: 3,
        isOfVersion1: false,
        model,
        app: { ...defaultAppSettings, priceOfCashOn },
        warning: null,
      },
      '2026-11-23',
      reader,
    ).ours[0];
  };

  it.each([
    ['2026-10-24', 'Price of cash today: 23% a year, set on 24 Oct 2026.'],
    [
      '2026-10-23',
      'Price of cash today: 23% a year, set on 23 Oct 2026: more than 30 days ago, so it may no longer be true; the liquidity plan works out a new one.',
    ],
    [null, 'Price of cash today: 23% a year.'],
  ])('on %s is told with its age', (setOn, sentence) => {
    expect(ours(setOn)).toBe(sentence);
  });
});

describe('payment terms', () => {
  it('are offered in words, the usual ones first', () => {
    const options = paymentTermsChoices('net 30', 'en-GB');
    expect(options[0]).toEqual({ value: 'none', label: 'Not entered: as usual, payment 30 days after delivery' });
    expect(options.find(({ value }) => value === '50% order + 50% net 30')?.label).toBe(
      '50% with the order and 50% 30 days after delivery',
    );
    expect(options.at(-1)).toEqual({ value: 'other', label: 'Other terms, as you write them' });
  });

  it('are recognised however they are spelled', () => {
    expect(chosenPaymentTerms(' Net  90', false)).toBe('net 90');
    expect(chosenPaymentTerms('net 75', false)).toBe('other');
    expect(chosenPaymentTerms(null, false)).toBe('none');
    expect(chosenPaymentTerms('net 90', true)).toBe('other');
    expect(chosenPaymentTerms('90 Tage netto', false)).toBe('net 90');
  });

  it.each([
    ['14 Tage netto', null, { meaning: '= 14 days after delivery', note: null }],
    ['30 days EOM', '2027-01-12', { meaning: '= 47 days after delivery on 12 Jan 2027', note: null }],
    [
      '30% acconto, saldo 30 gg fine mese',
      '2027-01-12',
      { meaning: '= 30% with the order, 70% 47 days after delivery; delivery on 12 Jan 2027', note: null },
    ],
    ['whenever', '2027-01-12', null],
  ])('are said back as they are typed: %s', (text, deliveredOn, echo) => {
    expect(paymentTermsEcho(text, deliveredOn, 'en-GB')).toEqual(echo);
  });

  it('say what they leave out', () => {
    expect(paymentTermsEcho('2/10 net 30', null, 'en-GB')).toEqual({
      meaning: '= 30 days after delivery',
      note: 'A discount of 2% for payment within 10 days is left out: paying 20 days later instead costs 44.6% a year.',
    });
  });
});

describe('dates', () => {
  it('count months from 0 in the input and from 1 in the record', () => {
    expect(baseDateOf('2026-12-14')).toEqual({ year: 2026, month: 11, date: 14 });
    expect(isoDateOf({ year: 2027, month: 0, date: 5 })).toBe('2027-01-05');
    expect(isoDateOf(null)).toBeNull();
  });

  it('are read in the account’s time zone', () => {
    const account = { portalId: 1, timeZone: 'America/New_York', homeCurrency: 'USD' };
    expect(instantInWords('2026-11-24T02:00:00Z', account, 'en-GB')).toBe('23 Nov 2026, 21:00');
    expect(
      freshnessView({ state: 'stale', scoredAt: '1796040000000', changed: ['amount', 'policy'] }, account, 'en-GB')
        .text,
    ).toBe('The stored score of 30 Nov 2026, 07:00 is out of date: the amount and our policy changed since.');
  });
});

describe('answerInWords', () => {
  it.each([
    ['urgency', 'high', 'High'],
    ['urgency', null, 'Not answered'],
    ['constraints', [], 'Not answered'],
    ['constraints', ['no_prepayment', 'no_shorter_terms'], 'Pay before delivery, Accept shorter terms'],
    ['grossMargin', 0.414, '41.4%'],
    ['leadTimeDays', 1, '1 day'],
    ['neededBy', '2026-12-14', '14 Dec 2026'],
    ['paymentPlan', 'net 90', 'Payment 90 days after delivery'],
    ['paymentPlan', 'whenever', 'whenever'],
    ['customerWhy', 'Empty shelves', 'Empty shelves'],
    ['themes', ['stock_outs', 'trade_fairs'], 'Stock-outs, trade fairs'],
    ['urgency', 'retired_option', 'retired_option'],
  ] as const)('%s: %j', (field, value, words) => {
    expect(answerInWords(field, value, 'en-GB')).toBe(words);
  });
});

describe('localeOf', () => {
  it.each([
    ['en-gb', 'en-GB'],
    ['pt_br', 'pt-BR'],
    ['de', 'de'],
    ['not a locale', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%j → %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });
});

describe('terms somebody types', () => {
  const customer = { cashPosition: 'tight', urgency: 'none' } as const;
  const weighed = { acceptance: 0.01, sellerGain: -316, customerGain: 7_045, marginRate: 0.345, customer };

  it('come to a sentence in which nobody gains by losing', () => {
    expect(previewInWords(weighed, reader)).toBe(
      'A yes is unlikely (1%); we lose €316, they gain €7,045; gross margin then 34.5%.',
    );
  });

  it('are doubted before they are recorded', () => {
    expect(offerDoubts(weighed, reader)).toEqual([
      'We would lose €316 on it.',
      'A yes is next to impossible, as far as we know.',
    ]);
    expect(offerDoubts({ ...weighed, acceptance: 0.5, sellerGain: 1, customerGain: -20 }, reader)).toEqual([
      'The customer would lose €20 on it.',
    ]);
    expect(offerDoubts({ ...weighed, acceptance: 0.5, sellerGain: 1 }, reader)).toEqual([]);
  });
});
