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
 * @returns at most one error a field, saying what is wrong and what to enter; empty when all is well
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
  return `${days} days cannot be right. Enter days from 0 to ${longestDays}.`;
}

function rateFault(rate: number | null): string | null {
  if (rate === null || (rate >= 0 && rate <= highestRate)) return null;
  return `${percentOf(rate)} % a year cannot be right. Enter a rate from 0 to ${percentOf(highestRate)} % a year: 0.08 is 8 %.`;
}

function lossFault(loss: number | null): string | null {
  if (loss === null || loss >= 0) return null;
  return `${loss} a day cannot be right. Enter 0 or more.`;
}

function marginFault(margin: number | null): string | null {
  if (margin === null || (margin > 0 && margin < 1)) return null;
  return `A margin of ${percentOf(margin)} % cannot be right. Enter one above 0 % and below 100 %: 0.45 is 45 %.`;
}

/** Without the noise of binary fractions. */
function percentOf(share: number): number {
  return Number((share * 100).toFixed(8));
}

function whyFault(why: string | null): string | null {
  if (why === null || why.length <= longestText) return null;
  return `This is ${why.length} characters long. Enter at most ${longestText}.`;
}

function themesFault(themes: readonly string[]): string | null {
  if (themes.length <= mostThemes) return null;
  return `These are ${themes.length} themes. Choose at most ${mostThemes}.`;
}

function planFault(text: string | null): string | null {
  if (text === null) return null;
  const parsed = readPaymentPlan(text, null);
  return parsed.ok ? null : parsed.message;
}
