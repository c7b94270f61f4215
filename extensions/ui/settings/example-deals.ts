import type { Customer, Deal } from '@deal-terms/core/scoring';

/** A deal to show what a change of policy does. */
export type ExampleDeal = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly deal: Deal;
  readonly customer: Customer;
};

const asToday = {
  grossMargin: 0.45,
  leadTimeDays: 42,
  payments: [{ share: 1, anchor: 'delivery' as const, days: 90 }],
};

/** The two customers the app was made for: one paid on delivery for speed, one in advance for a discount. */
export const exampleDeals: readonly ExampleDeal[] = [
  {
    id: 'promotion',
    title: 'A promotion in a hurry',
    about: 'Net 90, cash abundant, terms a standard clause, urgency high, needed in 21 days, new customer',
    deal: { amount: 60_000, ...asToday },
    customer: {
      cashPosition: 'abundant',
      termsImportance: 'standard_clause',
      urgency: 'high',
      neededInDays: 21,
      relationship: 'new',
    },
  },
  {
    id: 'chain',
    title: 'A chain that plans ahead',
    about: 'Net 90, cash positive, terms a standard clause, no urgency, established customer, would forecast',
    deal: { amount: 120_000, ...asToday },
    customer: {
      cashPosition: 'positive',
      termsImportance: 'standard_clause',
      urgency: 'none',
      relationship: 'established',
      forecast: 'willing',
    },
  },
];
