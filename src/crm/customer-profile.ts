import * as z from 'zod/mini';
import { themeIdSchema } from '../themes/theme.ts';
import { cashPositions, constraints, forecasts, relationships, termsImportances, urgencies } from '../scoring/index.ts';

/** ISO calendar date, `YYYY-MM-DD`. */
export const isoDateSchema = z.iso.date();

/**
 * What a rep captured on a deal, as it stands in the CRM: null (or an empty list) is "not answered".
 * Loose on purpose: somebody may have typed 45 for a margin of 45 % in HubSpot. `validateCustomerProfile` says what cannot be scored.
 */
export const customerProfileSchema = z.strictObject({
  cashPosition: z.nullable(z.enum(cashPositions)),
  termsImportance: z.nullable(z.enum(termsImportances)),
  urgency: z.nullable(z.enum(urgencies)),
  relationship: z.nullable(z.enum(relationships)),
  forecast: z.nullable(z.enum(forecasts)),
  neededBy: z.nullable(isoDateSchema),
  constraints: z.array(z.enum(constraints)),
  daysBeyondTerms: z.nullable(z.number()),
  /** What the customer says its cash costs it a year, a fraction. */
  statedCostOfCash: z.nullable(z.number()),
  /** What the customer says a day late costs it, in the deal's currency. */
  statedLossPerDay: z.nullable(z.number()),
  customerWhy: z.nullable(z.string()),
  /** Ids of themes, in alphabetical order. */
  themes: z.array(themeIdSchema),
  /** Compact notation, e.g. `net 90`. */
  paymentPlan: z.nullable(z.string()),
  /** Fraction of the amount. */
  grossMargin: z.nullable(z.number()),
  leadTimeDays: z.nullable(z.number()),
});
export type CustomerProfile = z.infer<typeof customerProfileSchema>;
export type ProfileField = keyof CustomerProfile;

/** Captured field → deal property; the order is the form's. */
export const profilePropertyOf = {
  cashPosition: 'terms_cash_position',
  termsImportance: 'terms_importance',
  urgency: 'terms_urgency',
  neededBy: 'terms_needed_by',
  relationship: 'terms_relationship',
  forecast: 'terms_forecast',
  constraints: 'terms_constraints',
  daysBeyondTerms: 'terms_days_beyond_terms',
  statedCostOfCash: 'terms_stated_cost_of_cash',
  statedLossPerDay: 'terms_stated_loss_per_day',
  customerWhy: 'terms_customer_why',
  themes: 'terms_themes',
  paymentPlan: 'terms_payment_plan',
  leadTimeDays: 'terms_lead_time_days',
  grossMargin: 'terms_gross_margin',
} as const satisfies Record<ProfileField, string>;
