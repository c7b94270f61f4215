import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keyNeededText, keyPurposes, scopesFor } from '../../commands/crm/scopes.ts';

it('names in the guide for administrators the keys the commands ask for, with the same scopes', () => {
  const guide = readFileSync('docs/admin.md', 'utf8');
  const rows = guide.slice(guide.indexOf('| key | scope | for |')).split('\n').slice(2);
  const scopes = new Map<string, string[]>();
  let key = '';
  for (const row of rows.slice(
    0,
    rows.findIndex((line) => !line.startsWith('|')),
  )) {
    const [, name = '', listed = ''] = row.split('|');
    key = /\*\*(.+)\*\*/.exec(name)?.[1] ?? key;
    scopes.set(key, [...(scopes.get(key) ?? []), ...[...listed.matchAll(/`([a-z._]+)`/g)].map(([, scope]) => scope!)]);
  }
  expect(new Map([...scopes].map(([name, listed]) => [name, listed.sort()]))).toEqual(
    new Map(Object.values(keyPurposes).map(({ name, scopes: asked }) => [name, [...asked].sort()])),
  );
});

it('says without a key where to make one, with which scopes', () => {
  expect(keyNeededText('npm run rescore', keyPurposes.rescoring)).toBe(
    [
      'npm run rescore needs HUBSPOT_ACCESS_TOKEN: a service key of the HubSpot account.',
      'Create one in HubSpot under Development → Keys → Service keys → Create service key, called for example “Deal terms: nightly scores”, with these scopes:',
      '  crm.objects.companies.read',
      '  crm.objects.contacts.read',
      '  crm.objects.contacts.write',
      '  crm.objects.custom.read',
      '  crm.objects.custom.write',
      '  crm.objects.deals.read',
      '  crm.objects.deals.write',
      '  crm.objects.invoices.read',
      '  crm.objects.line_items.read',
      '  crm.objects.quotes.read',
      '  tickets',
      'The access token of a private app made before 26 October 2026 works as well.',
    ].join('\n'),
  );
});

it.each([
  ['POST /crm/v3/properties/deals/groups', ['crm.schemas.deals.read', 'crm.schemas.deals.write']],
  ['PATCH /crm/properties/2026-09/deals/terms_verdict', ['crm.schemas.deals.read', 'crm.schemas.deals.write']],
  ['GET /crm/pipelines/2026-09/tickets', ['tickets', 'tickets']],
  ['POST /crm-object-schemas/2026-09/schemas', ['crm.schemas.custom.read', 'crm.schemas.custom.write']],
  ['GET /crm-object-schemas/v3/schemas', ['crm.schemas.custom.read']],
  ['POST /crm/v3/objects/p_terms_ledger', ['crm.objects.custom.read', 'crm.objects.custom.write']],
  ['GET /account-info/v3/details', []],
])('knows which scopes %s wants', (request, scopes) => {
  expect(scopesFor(request)).toEqual(scopes);
});
