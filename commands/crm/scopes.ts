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

/** What the commands read before they plan anything. A scope to write is of no use without the one to read, and HubSpot's 403 then names neither. */
export const readingScopes: readonly string[] = [
  schemaScopes('deals').read,
  recordScopes('deals').read,
  'tickets',
  schemaScopes(ledgerObjectType).read,
  recordScopes(ledgerObjectType).read,
];

/** A key for one purpose: what it is called and what it may, and no more. */
export type KeyPurpose = { readonly name: string; readonly scopes: readonly string[] };

/** Keys an administrator makes, one for each purpose. `docs/admin.md` lists the same. */
export const keyPurposes = {
  installation: {
    name: 'Deal terms: installation',
    scopes: [
      ...readingScopes,
      schemaScopes('deals').write,
      schemaScopes(ledgerObjectType).write,
      recordScopes(ledgerObjectType).write,
    ],
  },
  rescoring: {
    name: 'Deal terms: nightly scores',
    scopes: [
      recordScopes('deals').read,
      recordScopes('deals').write,
      recordScopes(ledgerObjectType).read,
      recordScopes(ledgerObjectType).write,
      'tickets',
      // Tasks, for owners whose hold ends.
      recordScopes('contacts').read,
      recordScopes('contacts').write,
      // Without them the nightly score would leave out evidence the card has weighed.
      ...['companies', 'line_items', 'quotes', 'invoices'].map((objectType) => recordScopes(objectType).read),
    ],
  },
} as const satisfies Record<string, KeyPurpose>;

/** Where keys are in HubSpot (docs/hubspot.md section 9). */
export const whereKeysAre = 'Development → Keys → Service keys';

/**
 * How to come by a key, for a command that has none.
 *
 * @param command - as it is typed
 */
export function keyNeededText(command: string, { name, scopes }: KeyPurpose): string {
  return [
    `${command} needs HUBSPOT_ACCESS_TOKEN: a service key of the HubSpot account.`,
    `Create one in HubSpot under ${whereKeysAre} → Create service key, called for example “${name}”, with these scopes:`,
    ...[...scopes].sort().map((scope) => `  ${scope}`),
    'The access token of a private app made before 26 October 2026 works as well.',
  ].join('\n');
}

/**
 * What to say of scopes a key lacks.
 *
 * @param missing - scope names
 */
export function missingScopesText(missing: readonly string[]): string {
  const scopes = [...new Set(missing)].sort();
  const tier = scopes.some((scope) => scope.includes('.custom.'))
    ? ' Scopes for custom objects can be had in Enterprise accounts and developer test accounts only.'
    : '';
  const [them, which] = scopes.length === 1 ? ['it', 'a scope'] : ['them', `${scopes.length} scopes`];
  return `The key lacks ${which}: ${scopes.join(', ')}. Add ${them} under ${whereKeysAre} (a private app’s under its own settings), or create another key.${tier}`;
}

/**
 * Scopes a request needs, for a refusal that names none.
 *
 * @param request - method and path of either family: `POST /crm/v3/properties/deals/groups`
 */
export function scopesFor(request: string): readonly string[] {
  const [method = '', path = ''] = request.split(' ');
  const [part = '', objectType = ''] = path
    .replace(/^\/crm\//, '/')
    .split('/')
    .filter((segment) => segment !== '' && !/^(v\d|\d{4}-\d{2})$/.test(segment));
  if (part === 'objects') return Object.values(recordScopes(objectType));
  if (part === 'properties' || part === 'pipelines') return Object.values(schemaScopes(objectType));
  if (part !== 'crm-object-schemas') return [];
  const { read, write } = schemaScopes(ledgerObjectType);
  return method === 'GET' ? [read] : [read, write];
}
