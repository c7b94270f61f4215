import { describe, expect, it } from 'vitest';
import { parseScoringInput, scoreDeal } from '@deal-terms/core/scoring';
import { bestTrade, discountInWords, negotiabilityMeaning, nextQuestion, packageInWords, paymentPlanInWords, reasons, returnInWords } from '@deal-terms/core/words';

const reader = { locale: 'en-GB', currency: 'EUR' };
const german = { locale: 'de-DE', currency: 'EUR' };

/** A deal at net 90, 42 days and 45 %, with a backlog of 250,000 to finance; answers as given. */
function scored(amount: number, customer: object, policy: object = { backlog: { unfundedCost: 250_000 } }) {
  const parsed = parseScoringInput({ id: 'deal', deal: { amount, grossMargin: 0.45, leadTimeDays: 42, payments: [{ share: 1, anchor: 'delivery', days: 90 }] }, customer, policy });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { input: parsed.input, result: scoreDeal(parsed.input) };
}
const promo = scored(60_000, { cashPosition: 'abundant', termsImportance: 'standard_clause', urgency: 'high', neededInDays: 21, relationship: 'new' });
const chain = scored(120_000, { cashPosition: 'positive', termsImportance: 'standard_clause', urgency: 'none', forecast: 'willing', relationship: 'established' });

describe('bestTrade', () => {
  it('says what to ask, what to give, where to start, settle and stop', () => {
    expect(bestTrade(promo.result, promo.input, reader)).toBe(
      'Ask for payment on delivery and offer delivery 21 days sooner. Start at a 1.5% premium, settle by a 2% discount, never above 6.5%.',
    );
  });
  it('asks for forecasts beside terms when only the price is given', () => {
    expect(bestTrade(chain.result, chain.input, reader)).toBe(
      'Ask for payment 30 days before delivery and quarterly forecasts. Start at a 5.5% discount, settle by a 9% discount, never above 14%.',
    );
  });
  it('keeps terms out of it when speed alone earns a premium', () => {
    const parsed = parseScoringInput({
      id: 'launch', deal: { amount: 60_000, grossMargin: 0.35, leadTimeDays: 30, payments: [{ share: 1, anchor: 'delivery', days: 60 }] },
      customer: { cashPosition: 'tight', termsImportance: 'policy', urgency: 'critical', neededInDays: 10 },
    });
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(bestTrade(scoreDeal(parsed.input), parsed.input, reader)).toBe('Offer delivery 14 days sooner, payment terms as they are. Go for a 6% premium, never below a 3.5% premium.');
  });
  it('says to ask when nothing can be offered yet, and to leave it when nothing is worth asking', () => {
    const unknown = scored(60_000, {}, {});
    expect(unknown.result.offers).toEqual([]);
    expect(bestTrade(unknown.result, unknown.input, reader)).toBe('No offer suits both sides yet: ask first.');
    const strained = scored(60_000, { cashPosition: 'strained', termsImportance: 'critical', urgency: 'none' }, { borrowingRate: 0.05 });
    expect(strained.result.verdict).toBe('hold');
    expect(bestTrade(strained.result, strained.input, reader)).toBe('No trade of terms suits both sides on what we know: leave the terms as they are.');
  });
});

describe('reasons', () => {
  it('names each side’s gain in the deal’s money and what it comes from', () => {
    const [best] = promo.result.offers;
    if (!best) throw new Error('no offer');
    expect(reasons(best, promo.input, reader)).toEqual({
      seller: 'Worth €3,197 to us: our cash is back 111 days sooner, at a cost of cash of 53% a year, less of it can be lost to non-payment, after €2,770 for the faster delivery, and after €1,200 of discount.',
      customer: 'Worth €3,448 to the customer: its goods come 21 days sooner, it saves €1,200 on the price, and after what paying earlier costs it.',
    });
  });
});

describe('wording of parts', () => {
  it('splits a package into what is asked and what is given', () => {
    expect(packageInWords(promo.input, 'on_delivery/21/none', reader)).toEqual({ ask: ['payment on delivery'], give: ['delivery 21 days sooner'] });
  });
  it.each([
    [[{ share: 1, anchor: 'delivery', days: 1 }], 'payment 1 day after delivery'],
    [[{ share: 1, anchor: 'order', days: 0 }], 'payment with the order'],
    [[{ share: 0.5, anchor: 'order', days: 0 }, { share: 0.5, anchor: 'delivery', days: 30 }], '50% with the order and 50% 30 days after delivery'],
  ] as const)('says payment terms %#', (plan, words) => {
    expect(paymentPlanInWords([...plan], reader)).toBe(words);
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
      'A 99.9% chance, on what we know and what fits our assumptions, that some trade which suits us also suits the customer. All 3 answers are known; how customers with such answers behave is assumed.',
    );
    expect(negotiabilityMeaning({ negotiability: 26.28, answersKnown: 1 }, reader)).toContain('1 of 3 answers is known');
  });
  it('asks with a concrete case', () => {
    expect(nextQuestion('urgency', reader)).toBe('If it came 3 weeks earlier, what would that be worth to you?');
  });
});
