import { describe, expect, it } from 'vitest';
import { appraise, contradictions } from '@deal-terms/core/offers';
import type { OfferedTerms } from '@deal-terms/core/offers';
import { readPolicy } from '@deal-terms/core/crm';
import type { ResolvedDeal } from '@deal-terms/core/crm';
import { noEvidence } from '@deal-terms/core/evidence';
import { defaultPolicy } from '@deal-terms/core/policy';
import type { Customer } from '@deal-terms/core/scoring';

const dealOf = (customer: Customer): ResolvedDeal => ({
  ok: true,
  currency: 'EUR',
  exchangeRate: 1,
  assumptions: [],
  figures: [],
  evidence: noEvidence,
  input: {
    id: '7',
    deal: {
      amount: 60_000,
      grossMargin: 0.45,
      leadTimeDays: 42,
      payments: [{ share: 1, anchor: 'delivery', days: 90 }],
    },
    customer,
    policy: defaultPolicy,
  },
});
const offerTo = (customer: Customer, terms: OfferedTerms) => {
  const weighed = appraise(dealOf(customer), terms, readPolicy(null));
  if (!weighed.ok) throw new Error(weighed.fault.message);
  return { terms, appraisal: weighed.appraisal };
};
/** 90 days earlier for 2 %: good for the cash-rich, dear for others. */
const terms: OfferedTerms = { paymentPlan: 'on delivery', daysSaved: 0, forecast: false, discount: 0.02 };
const rich: Customer = { cashPosition: 'abundant', termsImportance: 'standard_clause', urgency: 'none' };
const poor: Customer = { ...rich, cashPosition: 'strained' };

describe('what a customer’s answer says of what was captured', () => {
  it('is nothing when it was to be expected', () => {
    expect(contradictions(offerTo(rich, terms), 'accepted', rich, defaultPolicy)).toBeNull();
    expect(contradictions(offerTo(poor, terms), 'refused_terms', poor, defaultPolicy)).toBeNull();
    expect(contradictions(offerTo(rich, terms), 'no_answer', rich, defaultPolicy)).toBeNull();
  });

  it('doubts the answers that alone would explain a refusal, the nearest band first', () => {
    const doubted = contradictions(offerTo(rich, terms), 'refused_terms', rich, defaultPolicy) ?? [];
    expect(doubted).toEqual([
      // Both are two bands away: the one that leaves less of a chance is likelier.
      {
        field: 'termsImportance',
        captured: 'standard_clause',
        instead: 'policy',
        acceptance: expect.closeTo(0.1003, 4) as number,
      },
      // Less cash than thought: two per cent do not pay for 90 days at 13 % a year, they do at 3.5 %.
      {
        field: 'cashPosition',
        captured: 'abundant',
        instead: 'balanced',
        acceptance: expect.closeTo(0.4365, 4) as number,
      },
    ]);
    const positive: Customer = { ...rich, cashPosition: 'positive' };
    expect(
      contradictions(offerTo(positive, terms), 'refused_terms', positive, defaultPolicy)?.map(({ field, instead }) => [
        field,
        instead,
      ]),
    ).toEqual([
      ['termsImportance', 'preference'],
      ['cashPosition', 'balanced'],
    ]);
  });

  it('doubts a strained customer who takes what only the cash-rich would', () => {
    expect(contradictions(offerTo(poor, terms), 'accepted', poor, defaultPolicy)).toEqual([
      {
        field: 'cashPosition',
        captured: 'strained',
        instead: 'positive',
        acceptance: expect.closeTo(0.6087, 4) as number,
      },
    ]);
  });

  it('leaves an answer alone that was changed since, or never known', () => {
    const fields = (captured: Customer) =>
      contradictions(offerTo(rich, terms), 'refused_terms', captured, defaultPolicy)?.map(({ field }) => field);
    expect(fields({ ...rich, cashPosition: 'tight' })).not.toContain('cashPosition');
    const unknown: Customer = { cashPosition: null, termsImportance: null, urgency: null };
    expect(
      contradictions(offerTo(unknown, { ...terms, discount: 0.12 }), 'refused_price', unknown, defaultPolicy),
    ).toEqual([]);
  });

  it('takes a price that was refused for dearer cash or less urgency, not for heavier terms', () => {
    const found = contradictions(offerTo(rich, terms), 'refused_price', rich, defaultPolicy) ?? [];
    expect(found.map(({ field }) => field)).not.toContain('termsImportance');
  });
});
