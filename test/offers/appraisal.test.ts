import { describe, expect, it } from 'vitest';
import { appraise, termsOfOffer } from '@deal-terms/core/offers';
import type { OfferedTerms } from '@deal-terms/core/offers';
import { readPolicy } from '@deal-terms/core/crm';
import type { ResolvedDeal } from '@deal-terms/core/crm';
import { noEvidence } from '@deal-terms/core/evidence';
import { defaultPolicy } from '@deal-terms/core/policy';
import type { Customer } from '@deal-terms/core/scoring';

const dealOf = (customer: Customer = {}, grossMargin = 0.45): ResolvedDeal => ({
  ok: true,
  currency: 'USD',
  exchangeRate: 0.9,
  assumptions: [],
  figures: [],
  evidence: noEvidence,
  input: {
    id: '7',
    deal: { amount: 60_000, grossMargin, leadTimeDays: 42, payments: [{ share: 1, anchor: 'delivery', days: 90 }] },
    customer,
    policy: defaultPolicy,
  },
});
const today: OfferedTerms = { paymentPlan: null, daysSaved: 0, forecast: false, discount: 0.02 };
const weigh = (terms: Partial<OfferedTerms>, deal = dealOf()) => {
  const weighed = appraise(deal, { ...today, ...terms }, readPolicy(null));
  return weighed.ok ? weighed.appraisal : weighed.fault;
};

describe('terms on offer', () => {
  it.each([
    [{ paymentPlan: 'net 30' }, 'net_30/0/none'],
    [{ paymentPlan: 'on delivery', daysSaved: 7 }, 'on_delivery/7/none'],
    [{ paymentPlan: 'net 30', forecast: true }, 'net_30/0/forecast'],
    // No option of the policy: it is named by its notation. Longer than today is weighed too.
    [{ paymentPlan: 'net 45' }, 'net 45/0/none'],
    [{ paymentPlan: 'net 120' }, 'net 120/0/none'],
    [{ daysSaved: 7 }, 'as_today/7/none'],
    // The same as null.
    [{ paymentPlan: 'net 90', daysSaved: 7 }, 'as_today/7/none'],
    [{ forecast: true }, 'as_today/0/forecast'],
    // All the time there is, though the policy leaves some.
    [{ daysSaved: 42 }, 'as_today/42/none'],
  ])('%j are the package %s', (terms, packageId) => {
    expect(weigh(terms)).toMatchObject({ packageId });
  });

  it.each([
    [{ daysSaved: 43 }, { field: 'daysSaved', message: 'at most 42 can be saved, the lead time in days' }],
    [
      { paymentPlan: 'whenever' },
      {
        field: 'paymentPlan',
        message:
          'We cannot tell what “whenever” means in payment terms. For example: “net 30”, “on delivery” or “30% deposit, balance on delivery”.',
      },
    ],
    [{}, { field: 'terms', message: 'these are the terms of today: nothing is traded' }],
    [{ paymentPlan: 'net 90' }, { field: 'terms', message: 'these are the terms of today: nothing is traded' }],
  ])('%j are refused: %j', (terms, fault) => {
    expect(weigh(terms)).toEqual(fault);
  });

  it('are refused where the customer cannot do them', () => {
    expect(weigh({ paymentPlan: 'net 30' }, dealOf({ constraints: ['no_shorter_terms'] }))).toEqual({
      field: 'terms',
      message: 'the answers say that the customer cannot do this; change them first if that is no longer so',
    });
  });

  it('are kept with what was known when they were weighed', () => {
    expect(weigh({ paymentPlan: 'net 30' }, dealOf({ urgency: 'none' }))).toMatchObject({
      deal: { amount: 60_000, grossMargin: 0.45, leadTimeDays: 42 },
      customer: { urgency: 'none' },
      currency: 'USD',
      exchangeRate: 0.9,
      policyVersion: 0,
      expediteCost: 0,
      forecastSaving: 0,
      // 45 % before: after 2 % off the price 1 - 0.55 / 0.98 is left.
      marginRate: expect.closeTo(0.438_776, 6) as number,
    });
  });
});

describe('an offer of the menu as terms', () => {
  it.each([
    ['net_30/0/none', { paymentPlan: 'net 30', daysSaved: 0, forecast: false, discount: 0.01 }],
    ['on_delivery/7/forecast', { paymentPlan: 'on delivery', daysSaved: 7, forecast: true, discount: 0.01 }],
    ['as_today/7/none', { paymentPlan: null, daysSaved: 7, forecast: false, discount: 0.01 }],
  ])('%s is %j', (packageId, terms) => {
    expect(termsOfOffer({ packageId, discount: 0.01 }, dealOf({ forecast: 'willing' }).input)).toEqual(terms);
  });
});
