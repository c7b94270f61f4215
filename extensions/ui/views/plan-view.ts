import { planInWords } from './field-view.ts';

/** Payment terms a rep picks without writing them, in the compact notation. */
export const commonPlans = [
  'on delivery',
  'net 14',
  'net 30',
  'net 45',
  'net 60',
  'net 90',
  'net 120',
  'advance 30',
  'order',
  '50% order + 50% net 30',
] as const;

/** Values of the list that are no payment terms. */
export const noPlan = 'none';
export const otherPlan = 'other';

export type PlanOption = { readonly value: string; readonly label: string };

/** What the list of payment terms offers, from none to writing them. */
export function planOptions(usual: string, locale: string): PlanOption[] {
  return [
    { value: noPlan, label: `Not entered: as usual, ${lowered(planInWords(usual, locale))}` },
    ...commonPlans.map((value) => ({ value, label: planInWords(value, locale) })),
    { value: otherPlan, label: 'Other terms, in short notation' },
  ];
}

/**
 * What the list shows for the form's terms.
 *
 * @param plan - notation, or null when none is entered
 * @param writesPlan - whether the rep asked to write them
 */
export function chosenPlan(plan: string | null, writesPlan: boolean): string {
  if (writesPlan) return otherPlan;
  if (plan === null) return noPlan;
  const simple = plan.toLowerCase().replace(/\s+/g, ' ').trim();
  return commonPlans.find((common) => common === simple) ?? otherPlan;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
