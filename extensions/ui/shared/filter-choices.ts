import { dealProperties } from '@deal-terms/core/crm';
import { fieldView } from './field-view.ts';

type Choice = { readonly label: string; readonly value: string };

/** Options of a property, as its definition has them. */
export function choices(name: string): Choice[] {
  const definition = dealProperties.find((property) => property.name === name);
  if (definition?.type !== 'enumeration') throw new Error(`choices needs an enumeration, got ${name}`);
  return definition.options.map(({ label, value }) => ({ label, value }));
}

const any: Choice = { label: 'Whichever', value: '' };

export const missingChoices: Choice[] = [
  any,
  { label: 'At least one, on scored deals', value: 'any' },
  { label: fieldView('cashPosition').label, value: 'cashPosition' },
  { label: fieldView('termsImportance').label, value: 'termsImportance' },
  { label: fieldView('urgency').label, value: 'urgency' },
];

export const scoreChoices: Choice[] = [
  any,
  { label: 'Up to date', value: 'current' },
  { label: 'Older policy or model', value: 'outdated' },
  { label: 'Not scored', value: 'unscored' },
];
