import { describe, expect, it } from 'vitest';
import { cashRatesOf, parseScoringInput, scoreDeal } from '@deal-terms/core/scoring';
import {
  answersKnownOf,
  bestTrade,
  cashPriceInWords,
  discountInWords,
  likelihood,
  negotiabilityMeaning,
  nextQuestion,
  packageInWords,
  paymentPlanInWords,
  reasons,
  returnInWords,
  trialQuestionInWords,
} from '@deal-terms/core/words';

const reader = { locale: 'en-GB', currency: 'EUR' };
const german = { locale: 'de-DE', currency: 'EUR' };

/** A deal at net 90, 42 days and 45 %, with a backlog of 250,000 to finance; answers as given. */
function scored(amount: number, customer: object, policy: object = { backlog: { unfundedCost: 250_000 } }) {
  const parsed = parseScoringInput({
    id: 'deal',
    deal: { amount, grossMargin: 0.45, leadTimeDays: 42, payments: [{ share: 1, anchor: 'delivery', days: 90 }] },
    customer,
    policy,
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { input: parsed.input, result: scoreDeal(parsed.input) };
}
function scoredDeal(deal: object, customer: object, policy: object) {
  const parsed = parseScoringInput({
    id: 'deal',
    deal: {
      amount: 50_000,
      grossMargin: 0.4,
      leadTimeDays: 40,
      payments: [{ share: 1, anchor: 'delivery', days: 60 }],
      ...deal,
    },
    customer,
    policy,
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { input: parsed.input, result: scoreDeal(parsed.input) };
}
const forecastOnly = scoredDeal(
  { payments: [{ share: 1, anchor: 'delivery', days: 0 }] },
  { cashPosition: 'strained', termsImportance: 'standard_clause', urgency: 'none', forecast: 'willing' },
  {},
);
const laterForMore = scoredDeal(
  { amount: 60_000, grossMargin: 0.45, leadTimeDays: 42, payments: [{ share: 1, anchor: 'delivery', days: 30 }] },
  { cashPosition: 'strained', termsImportance: 'critical', urgency: 'none' },
  { borrowingRate: 0.05, allowLongerTerms: true },
);
const promo = scored(60_000, {
  cashPosition: 'abundant',
  termsImportance: 'standard_clause',
  urgency: 'high',
  neededInDays: 21,
  relationship: 'new',
});
const asked = scored(60_000, { forecast: 'willing' });
const chain = scored(120_000, {
  cashPosition: 'positive',
  termsImportance: 'standard_clause',
  urgency: 'none',
  forecast: 'willing',
  relationship: 'established',
});

describe('bestTrade', () => {
  it('says what to ask, what to give, where to start, settle and stop', () => {
    expect(bestTrade(promo.result, promo.input, reader)).toBe(
      'Ask for payment on delivery and offer delivery 21 days sooner. Start at a 1.5% premium, aim to close at a 2% discount, never above 6.5%.',
    );
  });
  it('asks for forecasts beside terms when only the price is given', () => {
    expect(bestTrade(chain.result, chain.input, reader)).toBe(
      'Ask for payment 30 days before delivery and quarterly forecasts. Start at a 5.5% discount, aim to close at a 9% discount, never above 14%.',
    );
  });
  it('keeps terms out of it when speed alone earns a premium', () => {
    const parsed = parseScoringInput({
      id: 'launch',
      deal: {
        amount: 60_000,
        grossMargin: 0.35,
        leadTimeDays: 30,
        payments: [{ share: 1, anchor: 'delivery', days: 60 }],
      },
      customer: { cashPosition: 'tight', termsImportance: 'policy', urgency: 'critical', neededInDays: 10 },
    });
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(bestTrade(scoreDeal(parsed.input), parsed.input, reader)).toBe(
      'Offer delivery 14 days sooner, payment terms as they are. Go for a 6% premium, never below a 3.5% premium.',
    );
  });
  it('offers longer terms for a premium', () => {
    expect(bestTrade(laterForMore.result, laterForMore.input, reader)).toBe(
      'Offer payment 60 days after delivery. Go for a 1.5% premium, which is as far as we go.',
    );
  });
  it('asks for forecasts alone', () => {
    expect(bestTrade(forecastOnly.result, forecastOnly.input, reader)).toBe(
      'Ask for quarterly forecasts. Start at a 0.5% discount, aim to close at a 1% discount, which is as far as we go.',
    );
  });
  it('says that the limit is a discount where the offer is a premium, to the basis point', () => {
    const urgent = scoredDeal(
      {},
      { cashPosition: 'strained', termsImportance: 'standard_clause', urgency: 'critical', forecast: 'willing' },
      { allowLongerTerms: true, discount: { step: 0.0025 }, backlog: { unfundedCost: 900_000 } },
    );
    expect(bestTrade(urgent.result, urgent.input, reader)).toBe(
      'Ask for payment on delivery and quarterly forecasts and offer delivery 21 days sooner. Start at a 6% premium, aim to close at a 3.25% premium, never above a 6.25% discount.',
    );
  });
  it('says to ask when nothing can be offered yet, and to leave it when nothing is worth asking', () => {
    const unknown = scored(60_000, {}, {});
    expect(unknown.result.offers).toEqual([]);
    expect(bestTrade(unknown.result, unknown.input, reader)).toBe('No offer suits both sides yet: ask first.');
    const strained = scored(
      60_000,
      { cashPosition: 'strained', termsImportance: 'critical', urgency: 'none' },
      { borrowingRate: 0.05 },
    );
    expect(strained.result.verdict).toBe('hold');
    expect(bestTrade(strained.result, strained.input, reader)).toBe(
      'No trade of terms suits both sides, as far as we know: leave the terms as they are.',
    );
  });
});

describe('reasons', () => {
  it('names each side’s gain in the deal’s money and what it comes from', () => {
    const [best] = promo.result.offers;
    if (!best) throw new Error('no offer');
    expect(reasons(best, promo.input, reader)).toEqual({
      seller:
        'Worth €3,197 to us: our cash is back 111 days sooner at a cost of cash of 53% a year and less of it is at risk of not being paid, after €2,770 for the faster delivery and €1,200 of discount.',
      customer:
        'Worth €3,785 to the customer: their goods come 21 days sooner and they save €1,200 on the price, after what paying 111 days earlier costs them.',
    });
  });
  it('counts forecasts for us and their effort for the customer', () => {
    const [best] = forecastOnly.result.offers;
    if (!best) throw new Error('no offer');
    expect(reasons(best, forecastOnly.input, reader)).toEqual({
      seller: 'Worth €405 to us: forecasts save us €900 of direct cost, after €500 of discount.',
      customer: 'Worth €388 to the customer: they save €500 on the price, after the effort of forecasting.',
    });
  });
  it('turns around where the customer pays later and more', () => {
    const [best] = laterForMore.result.offers;
    if (!best) throw new Error('no offer');
    expect(reasons(best, laterForMore.input, reader)).toEqual({
      seller: 'Worth €361 to us: the customer pays €900 more, after waiting 30 days longer for our cash at 5% a year.',
      customer: 'Worth €210 to the customer: they keep their cash 30 days longer, after €900 of premium.',
    });
  });
});

describe('wording of parts', () => {
  it('splits a package into what is asked and what is given', () => {
    expect(packageInWords(promo.input, 'on_delivery/21/none', reader)).toEqual({
      ask: ['payment on delivery'],
      give: ['delivery 21 days sooner'],
    });
  });
  it.each([
    [[{ share: 1, anchor: 'delivery', days: 1 }], 'payment 1 day after delivery'],
    [[{ share: 1, anchor: 'order', days: 0 }], 'payment with the order'],
    [
      [
        { share: 0.5, anchor: 'order', days: 0 },
        { share: 0.5, anchor: 'delivery', days: 30 },
      ],
      '50% with the order and 50% 30 days after delivery',
    ],
  ] as const)('says payment terms %#', (plan, words) => {
    expect(paymentPlanInWords([...plan], reader)).toBe(words);
  });
  it.each([
    [0.08, 'an 8% discount'],
    [-0.085, 'an 8.5% premium'],
    [0.11, 'an 11% discount'],
    [0.18, 'an 18% discount'],
    [0.1, 'a 10% discount'],
    [0.0225, 'a 2.25% discount'],
    [0, 'no discount'],
  ])('says a discount of %j', (discount, words) => {
    expect(discountInWords(discount, reader)).toBe(words);
  });
  it.each([
    ['cashPosition', 'If we took 2% off, could you pay when the goods arrive, or is the money spoken for?'],
    ['termsImportance', 'Who would have to agree if your payment terms were different on this one order?'],
  ] as const)('asks for %s', (field, words) => {
    expect(nextQuestion(field, reader)).toBe(words);
  });
  it('writes numbers as the reader’s locale does', () => {
    expect(discountInWords(0.065, german)).toBe('a 6,5\u00a0% discount');
    expect(returnInWords(11.19047619, german)).toBe('1.119\u00a0%');
  });
  it('does not turn a financed deal into an absurd percentage', () => {
    expect(returnInWords(null, reader)).toBe('the customer finances it');
  });
  it('never calls a chance certain and says how much is assumed', () => {
    expect(negotiabilityMeaning({ negotiability: 99.9954, answersKnown: 3 }, reader)).toBe(
      'Likely (99.9%) that one of these offers suits both sides, if our assumptions hold. All 3 answers are known; how customers with such answers behave is assumed.',
    );
    expect(negotiabilityMeaning({ negotiability: 26.28, answersKnown: 1 }, reader)).toBe(
      'Unlikely (about 20%) that one of these offers suits both sides, if our assumptions hold. 1 of 3 answers is known; the rest is assumed.',
    );
  });
  it.each([
    ['on_delivery/0/none', 0.02, 'If we took 2% off, would you pay on delivery?'],
    ['on_delivery/21/none', -0.015, 'If we delivered 21 days sooner, would you pay on delivery and pay 1.5% more?'],
    ['on_delivery/0/none', 0, 'Would you pay on delivery?'],
    ['as_today/7/none', 0, 'Would it help you if we delivered 7 days sooner?'],
    [
      'deposit_50/14/forecast',
      0.045,
      'If we took 4.5% off and delivered 14 days sooner, would you pay 50% with the order and 50% 30 days after delivery and share quarterly forecasts?',
    ],
  ])('puts %s at a discount of %j as a question', (packageId, discount, words) => {
    expect(trialQuestionInWords({ packageId, discount }, asked.input, reader)).toBe(words);
  });
  it.each([
    [0.8, 2, 'likely (80%)'],
    [0.7999, 3, 'even (79.9%)'],
    [0.4, 2, 'even (40%)'],
    [0.3999, 2, 'unlikely (39.9%)'],
    [0.9999, 3, 'likely (99.9%)'],
    [0.99, 1, 'even (about 70%)'],
    [0.55, 0, 'even (about 50%)'],
    [0.39, 1, 'unlikely (about 30%)'],
    [1, 0, 'agreed to'],
  ])('says a chance of %j on %i known answers', (fraction, known, words) => {
    expect(likelihood(fraction, known, reader)).toBe(words);
  });
  it('counts a band or a figure as a known answer', () => {
    expect(answersKnownOf({})).toBe(0);
    expect(answersKnownOf({ cashPosition: 'tight', urgency: null })).toBe(1);
    expect(answersKnownOf({ termsImportance: 'policy', stated: { costOfCash: 0.1, lossPerDay: 0 } })).toBe(3);
  });
  it('says what the cash of an offer costs beside other cash, and what is left if the backlog fails', () => {
    const [offer] = promo.result.offers;
    if (offer === undefined) throw new Error('the promo retailer has an offer');
    // Backlog: 0.6 × 0.2 / 0.8 = 15% in 120 days are 53% a year; a factor's 2% in 30 days are 27.2%.
    expect(cashPriceInWords(offer, cashRatesOf(promo.input.policy), reader)).toBe(
      'The cash it frees costs us 25.2% a year; the bank charges 9% and our backlog earns 53%. If the waiting orders earn nothing, it costs us €2,377.',
    );
    const rates = cashRatesOf({ ...promo.input.policy, factoring: { monthlyFee: 0.02, advance: 0.85 } });
    expect(cashPriceInWords({ breakEvenRate: 0, sellerGainAtBankRate: 40 }, rates, reader)).toBe(
      'The cash it frees costs us 0% a year; the bank charges 9%, factoring 27.2%, and our backlog earns 53%. If the waiting orders earn nothing, €40 of our gain is left.',
    );
    expect(
      cashPriceInWords(
        { breakEvenRate: null, sellerGainAtBankRate: 40 },
        { bank: 0.09, factoring: null, backlog: null },
        reader,
      ),
    ).toBe('');
  });
  it('asks with a concrete case', () => {
    expect(nextQuestion('urgency', reader)).toBe('If it came 3 weeks earlier, what would that be worth to you?');
  });
});
