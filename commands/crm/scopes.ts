import { ledgerObjectType } from '@deal-terms/core/crm';

/** Scopes HubSpot wants for definitions of an object type. */
export function schemaScopes(objectType: string): { readonly read: string; readonly write: string } {
  if (objectType === 'tickets') return { read: 'tickets', write: 'tickets' };
  const name = objectType === ledgerObjectType ? 'custom' : objectType;
  return { read: `crm.schemas.${name}.read`, write: `crm.schemas.${name}.write` };
}

/** Scopes HubSpot wants for records of an object type. */
export function recordScopes(objectType: string): { readonly read: string; readonly write: string } {
  if (objectType === 'tickets') return { read: 'tickets', write: 'tickets' };
  const name = objectType === ledgerObjectType ? 'custom' : objectType;
  return { read: `crm.objects.${name}.read`, write: `crm.objects.${name}.write` };
}

/** What the commands read before they plan anything. */
export const readingScopes: readonly string[] = [
  schemaScopes('deals').read,
  'tickets',
  schemaScopes(ledgerObjectType).read,
  recordScopes(ledgerObjectType).read,
];

/**
 * What to say of scopes a token lacks.
 *
 * @param missing - scope names
 */
export function missingScopesText(missing: readonly string[]): string {
  const scopes = [...new Set(missing)].sort();
  const tier = scopes.some((scope) => scope.includes('.custom.'))
    ? ' Scopes for custom objects can be had in Enterprise accounts and developer test accounts only.'
    : '';
  return `The token lacks ${scopes.length === 1 ? 'a scope' : `${scopes.length} scopes`}: ${scopes.join(', ')}. Add ${scopes.length === 1 ? 'it' : 'them'} to the private app and use its new token.${tier}`;
}
