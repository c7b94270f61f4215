import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dealProperties } from '@deal-terms/core/crm';
import { startAccount } from './account.ts';
import type { Account } from './account.ts';

let account: Account;
beforeEach(async () => {
  account = await startAccount({ installed: false });
});
afterEach(() => account.stop());

const writes = () => account.emulator.requestLog.entries().filter(({ method, path, status }) => method !== 'GET' && !path.includes('/batch/read') && status < 400);

describe.each(['v3', '2026-03'] as const)('crm:install over the %s paths', (family) => {
  it('creates everything once, and nothing the second time', async () => {
    const first = await account.install(family);
    expect(first.complete).toBe(true);
    expect(first.lines.slice(1)).toEqual([
      '  created the deal property group strategic_terms', `  created ${dealProperties.length} deal properties`, '  created the custom object terms_ledger', '  wrote the account entry',
      'Done. Running this again changes nothing.',
    ]);
    const before = writes().length;
    const second = await account.install(family);
    expect(second).toEqual({ complete: true, lines: [first.lines[0], 'Nothing to do: everything the app needs is there.'] });
    expect(writes()).toHaveLength(before);
  });
});

describe('crm:install', () => {
  it('describes properties so that HubSpot shows them as meant', async () => {
    await account.install();
    const margin = await account.api('GET', '/crm/v3/properties/deals/terms_gross_margin');
    expect(margin).toMatchObject({ type: 'number', fieldType: 'number', groupName: 'strategic_terms', label: 'Gross margin of the deal' });
    const levers = (await account.api('GET', '/crm/v3/properties/deals/terms_levers')) as unknown as { options: { value: string; displayOrder: number }[] };
    expect(levers.options.map(({ value, displayOrder }) => [value, displayOrder]).slice(0, 2)).toEqual([['shorter_terms', 0], ['longer_terms', 1]]);
  });

  it('records the account’s own facts where functions find them', async () => {
    await account.install();
    const details = (await account.api('GET', '/account-info/v3/details')) as unknown as { portalId: number; timeZone: string; companyCurrency: string };
    const entry = await account.api('GET', '/crm/v3/objects/p_terms_ledger/account?idProperty=entry_key&properties=body,kind');
    expect(JSON.parse(entry.properties.body!)).toEqual({ portalId: details.portalId, timeZone: details.timeZone, homeCurrency: details.companyCurrency });
    expect(entry.properties.kind).toBe('account');
  });

  it('adds what is missing and leaves the rest alone', async () => {
    await account.api('POST', '/crm/v3/properties/deals/groups', { name: 'strategic_terms', label: 'Our own label' });
    await account.api('POST', '/crm/v3/properties/deals', { name: 'terms_verdict', label: 'Our own label', groupName: 'strategic_terms', type: 'enumeration', fieldType: 'select', options: [{ label: 'Trade', value: 'trade' }] });
    const { lines } = await account.install();
    expect(lines.slice(1, 3)).toEqual([`  created ${dealProperties.length - 1} deal properties`, '  created the custom object terms_ledger']);
    expect(await account.api('GET', '/crm/v3/properties/deals/terms_verdict')).toMatchObject({ label: 'Our own label' });
  });

  it('goes on where it was interrupted', async () => {
    account.injectFault((request) => (request.method === 'POST' && request.url.includes('/crm-object-schemas/') ? new Response('{"status":"error","correlationId":"h-9"}', { status: 500 }) : null));
    const broken = await account.install();
    expect(broken.complete).toBe(false);
    expect(broken.lines.at(-1)).toBe('POST /crm-object-schemas/v3/schemas failed: unavailable (HTTP 500). HubSpot’s reference: h-9. What was created so far stays; run the command again to go on.');
    account.injectFault(null);
    const resumed = await account.install();
    expect(resumed.lines.slice(1)).toEqual(['  created the custom object terms_ledger', '  wrote the account entry', 'Done. Running this again changes nothing.']);
  });

  it('warns of a property of the same name and another type', async () => {
    await account.api('POST', '/crm/v3/properties/deals/groups', { name: 'other', label: 'Other' });
    await account.api('POST', '/crm/v3/properties/deals', { name: 'terms_verdict', label: 'Mine', groupName: 'other', type: 'string', fieldType: 'text' });
    const { complete, lines } = await account.install();
    expect(complete).toBe(false);
    expect(lines).toContain('  ! Deal property terms_verdict is of type string, the app needs enumeration. It was left as it is.');
  });

  it('names the scope that is missing', async () => {
    const token = account.emulator.issueToken({ scopes: ['crm.objects.deals.read', 'crm.schemas.deals.read', 'crm.schemas.custom.read', 'crm.objects.custom.read'], sees: 'all', label: 'narrow' });
    const { complete, lines } = await account.install('v3', token);
    expect(complete).toBe(false);
    expect(lines.at(-1)).toMatch(/the token lacks a scope\. Needed: crm\.schemas\.deals\.write/);
  });

  it('does not take a wrong token for a missing scope', async () => {
    const { complete, lines } = await account.install('v3', 'pat-wrong');
    expect([complete, lines]).toEqual([false, ['HubSpot does not accept HUBSPOT_ACCESS_TOKEN: it is mistyped, expired or of another account.']]);
  });
});
