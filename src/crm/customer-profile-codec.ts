import { storedTerms } from '../terms/index.ts';
import { cashPositions, constraints, forecasts, relationships, termsImportances, urgencies } from '../scoring/index.ts';
import { themeIdSchema } from '../themes/theme.ts';
import type { CustomerProfile } from './customer-profile.ts';
import type { ProfilePropertyName } from './deal-property-names.ts';
import { readChoice, readChoices, readDate, readNumber, readText, writeNumber } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';

/**
 * What is captured on a deal, from its HubSpot properties. Never throws: an unknown option, a malformed number or date is "not answered",
 * constraints come in the model's order, texts without the white space around them.
 *
 * @param properties - deal properties by name; others are ignored
 */
export function decodeCustomerProfile(properties: PropertyValues): CustomerProfile {
  return {
    cashPosition: readChoice(cashPositions, properties['terms_cash_position']),
    termsImportance: readChoice(termsImportances, properties['terms_importance']),
    urgency: readChoice(urgencies, properties['terms_urgency']),
    relationship: readChoice(relationships, properties['terms_relationship']),
    forecast: readChoice(forecasts, properties['terms_forecast']),
    neededBy: readDate(properties['terms_needed_by']),
    constraints: readChoices(constraints, properties['terms_constraints']),
    daysBeyondTerms: readNumber(properties['terms_days_beyond_terms']),
    statedCostOfCash: readNumber(properties['terms_stated_cost_of_cash']),
    statedLossPerDay: readNumber(properties['terms_stated_loss_per_day']),
    customerWhy: readText(properties['terms_customer_why']),
    themes: readThemes(properties['terms_themes']),
    paymentPlan: readText(properties['terms_payment_plan']),
    grossMargin: readNumber(properties['terms_gross_margin']),
    leadTimeDays: readNumber(properties['terms_lead_time_days']),
  };
}

/**
 * The same as HubSpot property values; "" clears a property. Two captured values mean the same exactly when they encode to the same strings.
 *
 * @param captured - whole answer sheet
 * @returns all captured properties
 */
export function encodeCustomerProfile(captured: CustomerProfile): Record<ProfilePropertyName, string> {
  return {
    terms_cash_position: captured.cashPosition ?? '',
    terms_importance: captured.termsImportance ?? '',
    terms_urgency: captured.urgency ?? '',
    terms_relationship: captured.relationship ?? '',
    terms_forecast: captured.forecast ?? '',
    terms_needed_by: captured.neededBy ?? '',
    terms_constraints: constraints.filter((constraint) => captured.constraints.includes(constraint)).join(';'),
    terms_days_beyond_terms: writeNumber(captured.daysBeyondTerms),
    terms_stated_cost_of_cash: writeNumber(captured.statedCostOfCash),
    terms_stated_loss_per_day: writeNumber(captured.statedLossPerDay),
    terms_customer_why: readText(captured.customerWhy) ?? '',
    terms_themes: inOrder(captured.themes).join(';'),
    terms_payment_plan: storedTerms(readText(captured.paymentPlan) ?? ''),
    terms_gross_margin: writeNumber(captured.grossMargin),
    terms_lead_time_days: writeNumber(captured.leadTimeDays),
  };
}

function readThemes(value: string | null | undefined): string[] {
  return inOrder(
    (value ?? '')
      .split(/[;,]/)
      .map((id) => id.trim().toLowerCase())
      .filter((id) => themeIdSchema.safeParse(id).success),
  );
}

/** The order they were chosen in means nothing: two people who chose the same agree. */
function inOrder(themes: readonly string[]): string[] {
  return [...new Set(themes)].sort();
}
