import { dealProperties } from '@deal-terms/core/crm';

export type Choice = { readonly label: string; readonly value: string };

/** Options of a property, as its definition has them. */
export function choices(name: string): Choice[] {
  const definition = dealProperties.find((property) => property.name === name);
  if (definition?.type !== 'enumeration') throw new Error(`choices needs an enumeration, got ${name}`);
  return definition.options.map(({ label, value }) => ({ label, value }));
}
