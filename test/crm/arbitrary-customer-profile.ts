import fc from 'fast-check';
import type { CustomerProfile } from '@deal-terms/core/crm';

const option = <T extends string>(...values: T[]) => fc.option(fc.constantFrom(...values));
const date = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((words) => words.trim())
  .filter((words) => words !== '');

/** Any answer sheet as a card could send it: texts trimmed, constraints in the model's order. */
export const arbitraryCustomerProfile: fc.Arbitrary<CustomerProfile> = fc.record({
  cashPosition: option('strained', 'tight', 'balanced', 'positive', 'abundant'),
  termsImportance: option('standard_clause', 'preference', 'policy', 'critical'),
  urgency: option('none', 'some', 'high', 'critical'),
  relationship: option('new', 'established'),
  forecast: option('willing', 'unwilling'),
  neededBy: fc.option(date),
  constraints: fc.subarray(['no_prepayment', 'no_shorter_terms'] as const).map((chosen) => [...chosen]),
  daysBeyondTerms: fc.option(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((days) => (days === 0 ? 0 : days)),
  ),
  statedCostOfCash: fc.option(fc.double({ min: 1e-4, max: 4, noNaN: true })),
  statedLossPerDay: fc.option(fc.double({ min: 1e-4, max: 1e6, noNaN: true })),
  customerWhy: fc.option(text),
  themes: fc.subarray(['payment_runs', 'stock_outs', 'storage']),
  paymentPlan: fc.option(text),
  grossMargin: fc.option(fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true })),
  leadTimeDays: fc.option(fc.nat(3650)),
});

export const emptyProfile: CustomerProfile = {
  cashPosition: null,
  termsImportance: null,
  urgency: null,
  relationship: null,
  forecast: null,
  neededBy: null,
  constraints: [],
  daysBeyondTerms: null,
  statedCostOfCash: null,
  statedLossPerDay: null,
  customerWhy: null,
  themes: [],
  paymentPlan: null,
  grossMargin: null,
  leadTimeDays: null,
};
