import { relationships } from '../scoring/index.ts';
import type { Evidence, Finding, Thin } from './evidence-schema.ts';
import { notationOf } from './payment-terms.ts';

/** What a property of the account's own can hold. */
export const ownFigures = [
  'grossMargin',
  'paymentPlan',
  'leadTimeDays',
  'daysBeyondTerms',
  'relationship',
  'creditLimit',
] as const;
export type OwnFigure = (typeof ownFigures)[number];

/** What such a property says on a record: its label and the text in it. */
export type OwnValue = { readonly label: string; readonly text: string };

/** HubSpot's day counts stop making sense here. */
const longestDays = 3_650;

/**
 * Findings from properties of the account's own. They win over what is derived: somebody, or an accounting app, keeps them.
 *
 * @param values - by figure; a figure without a value is not there
 */
export function ownFindings(values: Partial<Readonly<Record<OwnFigure, OwnValue>>>): {
  readonly findings: Pick<Evidence, OwnFigure>;
  readonly thin: readonly Thin[];
} {
  const findings: Record<string, Finding<string | number>> = {};
  const thin: Thin[] = [];
  for (const figure of ownFigures) {
    const own = values[figure];
    if (own === undefined || own.text.trim() === '') continue;
    const value = readers[figure](own.text.trim());
    if (value === null) thin.push({ name: figure, why: 'unusable', have: 0, label: own.label });
    else findings[figure] = { value, source: 'property', count: 1, date: null, label: own.label };
  }
  return { findings, thin };
}

const readers: Readonly<Record<OwnFigure, (text: string) => string | number | null>> = {
  grossMargin: readOwnMargin,
  // A bare number is days.
  paymentPlan: (text) => notationOf(/^\d+$/.test(text) ? `net ${text}` : text),
  leadTimeDays: (text) => within(numberOf(text), isDays),
  daysBeyondTerms: (text) => within(numberOf(text), isDays),
  relationship: (text) => relationships.find((one) => one === text.toLowerCase()) ?? null,
  creditLimit: (text) => within(numberOf(text), (limit) => limit >= 0),
};

/** A gross margin as a property of the account's own has it: 0.45, 45 and 45 % are the same. Null for none. */
export function readOwnMargin(text: string): number | null {
  return within(share(numberOf(text)), (margin) => margin > 0 && margin < 1);
}

function numberOf(text: string): number | null {
  const number = Number(text.replace(/\s*%$/, ''));
  return Number.isFinite(number) ? number : null;
}

function share(value: number | null): number | null {
  return value !== null && value >= 1 ? Number((value / 100).toFixed(8)) : value;
}

function isDays(days: number): boolean {
  return days >= 0 && days <= longestDays;
}

function within(value: number | null, holds: (value: number) => boolean): number | null {
  return value !== null && holds(value) ? value : null;
}
