import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  profilePropertyNames,
  customerProfileSchema,
  decodeCustomerProfile,
  encodeCustomerProfile,
} from '@deal-terms/core/crm';
import { arbitraryCustomerProfile, emptyProfile } from './arbitrary-customer-profile.ts';

describe('decodeCustomerProfile', () => {
  it('reads a filled record', () => {
    const captured = decodeCustomerProfile({
      hs_object_id: '7',
      terms_cash_position: 'abundant',
      terms_importance: 'standard_clause',
      terms_urgency: 'high',
      terms_relationship: 'new',
      terms_forecast: 'willing',
      terms_needed_by: '2026-12-14',
      terms_constraints: 'no_shorter_terms;no_prepayment',
      terms_days_beyond_terms: '12',
      terms_stated_cost_of_cash: '0.08',
      terms_stated_loss_per_day: '120.5',
      terms_customer_why: ' They sell out\r\nbefore Christmas ',
      terms_themes: 'stock_outs, promotion_dates;Stock_Outs;not an id;',
      terms_payment_plan: 'net 90',
      terms_gross_margin: '0.45',
      terms_lead_time_days: '42',
    });
    expect(captured).toEqual({
      cashPosition: 'abundant',
      termsImportance: 'standard_clause',
      urgency: 'high',
      relationship: 'new',
      forecast: 'willing',
      neededBy: '2026-12-14',
      constraints: ['no_prepayment', 'no_shorter_terms'],
      daysBeyondTerms: 12,
      statedCostOfCash: 0.08,
      statedLossPerDay: 120.5,
      customerWhy: 'They sell out\nbefore Christmas',
      themes: ['promotion_dates', 'stock_outs'],
      paymentPlan: 'net 90',
      grossMargin: 0.45,
      leadTimeDays: 42,
    });
  });

  it.each([
    {},
    { terms_cash_position: null, terms_constraints: null },
    { terms_cash_position: '', terms_constraints: '', terms_gross_margin: ' ' },
  ])('reads nothing from %j', (properties) => {
    expect(decodeCustomerProfile(properties)).toEqual(emptyProfile);
  });

  it.each([
    ['14 Tage 2 % Skonto 30 Tage netto', 'net 30'],
    ['30 jours fin de mois', 'net 30 end of month'],
    ['1/2 order, 1/2 net 30', '50% order + 50% net 30'],
    ['as agreed', 'as agreed'],
  ])('stores the payment terms %j in short notation', (paymentPlan, stored) => {
    expect(encodeCustomerProfile({ ...emptyProfile, paymentPlan })['terms_payment_plan']).toBe(stored);
  });

  it('takes what it does not know for unanswered', () => {
    expect(
      decodeCustomerProfile({
        terms_cash_position: 'Abundant',
        terms_urgency: 'constructor',
        terms_constraints: 'no_prepayment;no_fun;',
        terms_needed_by: 'soon',
        terms_gross_margin: '45%',
        terms_lead_time_days: '0x2A',
        terms_days_beyond_terms: '1e999',
      }),
    ).toEqual({ ...emptyProfile, constraints: ['no_prepayment'] });
  });

  it.each([
    ['1797206400000', '2026-12-14'],
    ['2026-12-14T00:00:00Z', '2026-12-14'],
  ])('reads the date %s as %s', (value, date) => {
    expect(decodeCustomerProfile({ terms_needed_by: value }).neededBy).toBe(date);
  });

  it('keeps a margin typed in percent, for the validation to name', () => {
    expect(decodeCustomerProfile({ terms_gross_margin: '45' }).grossMargin).toBe(45);
  });

  it('never throws and always gives a valid sheet, whatever the properties hold', () => {
    const anything = fc.option(
      fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String), fc.date().map(String)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.record(Object.fromEntries(profilePropertyNames.map((name) => [name, anything]))), (properties) => {
        expect(customerProfileSchema.safeParse(decodeCustomerProfile(properties)).success).toBe(true);
      }),
    );
  });
});

describe('encodeCustomerProfile', () => {
  it('clears what is unanswered', () => {
    expect(new Set(Object.values(encodeCustomerProfile(emptyProfile)))).toEqual(new Set(['']));
    expect(Object.keys(encodeCustomerProfile(emptyProfile)).sort()).toEqual([...profilePropertyNames].sort());
  });

  it('writes numbers without exponents', () => {
    const encoded = encodeCustomerProfile({
      ...emptyProfile,
      grossMargin: 1.25e-7,
      daysBeyondTerms: 1.5e21,
      leadTimeDays: -0,
    });
    expect([encoded.terms_gross_margin, encoded.terms_days_beyond_terms, encoded.terms_lead_time_days]).toEqual([
      '0.000000125',
      '1500000000000000000000',
      '0',
    ]);
  });

  it('is undone by decodeCustomerProfile', () => {
    const exact = arbitraryCustomerProfile.map((captured) => ({
      ...captured,
      daysBeyondTerms: captured.daysBeyondTerms === null ? null : Math.round(captured.daysBeyondTerms) % 1000 || 0,
    }));
    fc.assert(
      fc.property(exact, (captured) => {
        expect(decodeCustomerProfile(encodeCustomerProfile(captured))).toEqual(captured);
      }),
    );
  });

  it('is stable: what it wrote, read and written again, is the same', () => {
    fc.assert(
      fc.property(arbitraryCustomerProfile, (captured) => {
        const once = encodeCustomerProfile(captured);
        expect(encodeCustomerProfile(decodeCustomerProfile(once))).toEqual(once);
      }),
    );
  });
});
