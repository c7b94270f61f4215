import { readPaymentPlan } from '../terms/index.ts';
import type { CustomerProfile } from './customer-profile.ts';
import type { FieldError } from './field-error.ts';

/** HubSpot's limit for a text property. */
const longestText = 65_536;
/** A why that is about everything is about nothing. */
const mostThemes = 6;
/** Ten years: longer is a slip of the keyboard. */
const longestDays = 3_650;
/** Nobody's cash costs more than four times itself a year; 8 for 8 % is the usual slip. */
const highestRate = 4;

/**
 * What of the captured answers cannot be scored or stored. Empty answers are fine: they are unknown.
 *
 * @param captured - answers as captured
 * @returns at most one error a field, saying what was expected and what came; empty when all is well
 */
export function validateCustomerProfile(captured: CustomerProfile): FieldError[] {
  const faults = {
    daysBeyondTerms: daysFault(captured.daysBeyondTerms),
    statedCostOfCash: rateFault(captured.statedCostOfCash),
    statedLossPerDay: lossFault(captured.statedLossPerDay),
    customerWhy: whyFault(captured.customerWhy),
    themes: themesFault(captured.themes),
    paymentPlan: planFault(captured.paymentPlan),
    leadTimeDays: daysFault(captured.leadTimeDays),
    grossMargin: marginFault(captured.grossMargin),
  };
  return Object.entries(faults).flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
}

function daysFault(days: number | null): string | null {
  if (days === null || (days >= 0 && days <= longestDays)) return null;
  return `Expected days from 0 to ${longestDays}, came ${days}.`;
}

function rateFault(rate: number | null): string | null {
  if (rate === null || (rate >= 0 && rate <= highestRate)) return null;
  return `Expected a rate a year from 0 to ${highestRate}, such as 0.08 for 8 %, came ${rate}.`;
}

function lossFault(loss: number | null): string | null {
  if (loss === null || loss >= 0) return null;
  return `Expected money a day, 0 or more, came ${loss}.`;
}

function marginFault(margin: number | null): string | null {
  if (margin === null || (margin > 0 && margin < 1)) return null;
  return `Expected a share of the amount between 0 and 1, such as 0.45 for 45 %, came ${margin}.`;
}

function whyFault(why: string | null): string | null {
  if (why === null || why.length <= longestText) return null;
  return `Expected at most ${longestText} characters, came ${why.length}.`;
}

function themesFault(themes: readonly string[]): string | null {
  if (themes.length <= mostThemes) return null;
  return `Expected at most ${mostThemes} themes, came ${themes.length}.`;
}

function planFault(text: string | null): string | null {
  if (text === null) return null;
  const parsed = readPaymentPlan(text, null);
  return parsed.ok ? null : parsed.message;
}
