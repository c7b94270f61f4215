import { figureNames } from '../evidence/evidence-schema.ts';
import type { FigureName } from '../evidence/evidence-schema.ts';
import { readChoices } from './property-values.ts';

/** Figure → value of `terms_assumed_figures`: what searches filter by. */
export const assumedFigureValues = {
  grossMargin: 'gross_margin',
  paymentPlan: 'payment_terms',
  leadTimeDays: 'lead_time',
  daysBeyondTerms: 'days_beyond_terms',
  relationship: 'relationship',
} as const satisfies Record<FigureName, string>;

/** Figures as `terms_assumed_figures` names them. */
export function writeAssumedFigures(figures: readonly FigureName[]): string {
  return figureNames
    .filter((name) => figures.includes(name))
    .map((name) => assumedFigureValues[name])
    .join(';');
}

/** Figures `terms_assumed_figures` names; unknown ones are left out. */
export function readAssumedFigures(value: string | null | undefined): FigureName[] {
  const chosen = readChoices(Object.values(assumedFigureValues), value);
  return figureNames.filter((name) => chosen.includes(assumedFigureValues[name]));
}
