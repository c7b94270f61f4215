import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dealProperties, expediteTicketProperties } from '@deal-terms/core/crm';
import { installCrm } from '../../commands/crm/install.ts';
import { removeCrm } from '../../commands/crm/remove.ts';
import { keyPurposes } from '../../commands/crm/scopes.ts';
import { installScopes, nowMs, startAccount } from './account.ts';
import type { Account } from './account.ts';
import { typeCommand } from './type-command.ts';

let account: Account;
beforeEach(async () => {
  account = await startAccount({ installed: false });
});
afterEach(() => account.stop());

/** Requests that changed something, by the account's own log. */
const writes = () =>
  account.emulator.requestLog
    .entries()
    .filter(
      ({ method, path, status }) =>
        method !== 'GET' && !/\/(batch\/read|search|access-token-info)$/.test(path) && status < 400,
    ).length;
const patch = (path: string, body: unknown) => account.api('PATCH', `/crm/v3/properties/deals/${path}`, body);
const property = async (name: string) =>
  (await account.api('GET', `/crm/v3/properties/deals/${name}`)) as unknown as {
    label: string;
    options: { value: string; label: string; displayOrder: number }[];
  };
const optionsOf = async (name: string) => (await property(name)).options.map(({ value }) => value);
const stagesOf = async (pipelineId: string) =>
  (
    (await account.api('GET', `/crm/v3/pipelines/tickets/${pipelineId}`)) as unknown as {
      stages: { id: string; label: string }[];
    }
  ).stages;
const accountEntry = async () =>
  JSON.parse(
    (await account.api('GET', '/crm/v3/objects/p_terms_ledger/account?idProperty=entry_key&properties=body')).properties
      .body!,
  ) as { clock: unknown; expedite: { pipelineId: string; stages: Record<string, string> } };

describe.each(['v3', '2026-09'] as const)('crm:install over the %s paths', (family) => {
  it('creates everything once, and nothing the second time', async () => {
    const first = await account.install(family);
    expect(first.complete).toBe(true);
    expect(first.lines.slice(1)).toEqual([
      '  created the deal property group strategic_terms',
      `  created ${dealProperties.length} deal properties`,
      '  created the ticket property group expedited_shipments',
      `  created ${expediteTicketProperties.length} ticket properties`,
      '  created the ticket pipeline Expedited shipments with 8 stages',
      '  created the custom object terms_ledger',
      '  wrote the account entry',
      'Done: 7 writes. Running this again changes nothing.',
    ]);
    expect(writes()).toBe(7);
    const second = await account.install(family);
    expect(second).toEqual({
      complete: true,
      lines: [first.lines[0], 'Nothing to do: everything the app needs is there. 0 writes.'],
    });
    expect(writes()).toBe(7);
  });
});

describe('crm:install', () => {
  it('describes properties so that HubSpot shows them as meant', async () => {
    await account.install();
    expect(await account.api('GET', '/crm/v3/properties/deals/terms_gross_margin')).toMatchObject({
      type: 'number',
      fieldType: 'number',
      groupName: 'strategic_terms',
      label: 'Gross margin of the deal',
    });
    expect(
      (await property('terms_levers')).options.map(({ value, displayOrder }) => [value, displayOrder]).slice(0, 2),
    ).toEqual([
      ['shorter_terms', 0],
      ['longer_terms', 1],
    ]);
  });

  it('records the account’s own facts where functions find them, with the ids of the pipeline and its stages', async () => {
    await account.install();
    const entry = await accountEntry();
    expect(entry).toMatchObject({ portalId: 20_260_301, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' });
    const stages = await stagesOf(entry.expedite.pipelineId);
    expect(stages.map(({ label }) => label)).toEqual([
      'Requested',
      'Accepted, slot held',
      'Countered',
      'Approved',
      'Shipped',
      'Declined',
      'Expired',
      'Withdrawn',
    ]);
    expect([entry.expedite.stages['requested'], entry.expedite.stages['withdrawn']]).toEqual([
      stages[0]?.id,
      stages[7]?.id,
    ]);
  });

  it('shows a key for the ledger once, and how to store it', async () => {
    expect((await account.install()).keyLines).toEqual([
      'The app signs what grants something (policy, approvals, decisions) by a key of its own. This one is shown once:',
      '  a-key-made-for-this-test',
      'Store it as a secret of the account, outside of this repository:  npx --package @hubspot/cli@8.14.0 hs secret add LEDGER_KEY',
      'The policy and approvals are guarded by a code people type: store it the same way as POLICY_EDIT_KEY, at least 12 characters long.',
      'Entries from before are signed with it by:  LEDGER_KEY=… npm run ledger:sign',
    ]);
    expect(await account.install()).not.toHaveProperty('keyLines');
  });

  it('takes the clock of an older version out of the account entry, and keeps that a policy was saved, and how', async () => {
    await account.install();
    const { id, properties } = await account.api(
      'GET',
      '/crm/v3/objects/p_terms_ledger/account?idProperty=entry_key&properties=body',
    );
    const before = JSON.parse(properties['body'] ?? '') as object;
    await account.api('PATCH', `/crm/v3/objects/p_terms_ledger/${id}`, {
      properties: {
        body: JSON.stringify({ ...before, hasPolicy: true, hasLongCode: true, clock: { untilMs: 1, offsets: [] } }),
      },
    });
    expect((await account.install()).lines.slice(1)).toEqual([
      '  brought the account entry up to date',
      'Done: 1 write. Running this again changes nothing.',
    ]);
    expect(await accountEntry()).toEqual({ ...before, hasPolicy: true, hasLongCode: true });
  });

  it('lists in a dry run what it would do, and does nothing', async () => {
    const { complete, lines } = await account.install('v3', account.setupToken, { dryRun: true });
    expect([complete, writes()]).toEqual([true, 0]);
    expect(lines[1]).toMatch(/^ {2}Change +What +Name +Detail$/);
    expect(lines.filter((line) => /^ {2}create {2}/.test(line))).toHaveLength(
      2 + dealProperties.length + expediteTicketProperties.length + 3,
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}create {2}deal property +terms_verdict +Terms verdict \(enumeration, 3 options\)$/),
    );
    expect(lines.slice(-2)).toEqual([
      `It takes ${dealProperties.length} of 1000 deal properties left, ${expediteTicketProperties.length} of 1000 ticket properties left, 1 of 99 ticket pipelines left, 1 of 10 custom objects left.`,
      'Nothing was changed: this was a dry run.',
    ]);
  });

  it('goes on where it was interrupted', async () => {
    account.injectFault((request) =>
      request.method === 'POST' && request.url.includes('/crm-object-schemas/')
        ? new Response('{"status":"error","correlationId":"h-9"}', { status: 500 })
        : null,
    );
    const broken = await account.install();
    expect(broken.complete).toBe(false);
    expect(broken.lines.at(-1)).toBe(
      'POST /crm-object-schemas/v3/schemas failed: unavailable (HTTP 500). HubSpot’s reference: h-9. What was done so far stays; run the command again to go on.',
    );
    account.injectFault(null);
    const resumed = await account.install();
    expect(resumed.lines.slice(1)).toEqual([
      '  created the custom object terms_ledger',
      '  wrote the account entry',
      'Done: 2 writes. Running this again changes nothing.',
    ]);
    expect(Object.keys((await accountEntry()).expedite.stages)).toHaveLength(8);
  });
});

it('crm:install says which properties HubSpot did not take, and goes on with the others', async () => {
  account.injectFault((request) =>
    request.method === 'POST' && request.url.endsWith('/properties/deals/batch/create')
      ? new Response(
          JSON.stringify({
            status: 'COMPLETE',
            results: [],
            numErrors: 1,
            errors: [
              { status: 'error', category: 'VALIDATION_ERROR', message: 'no', context: { name: ['terms_verdict'] } },
            ],
          }),
          { status: 207 },
        )
      : null,
  );
  const { complete, lines } = await account.install();
  expect([complete, lines.at(-1)]).toEqual([
    false,
    'POST /crm/v3/properties/deals/batch/create failed: validation (HTTP 207). It names terms_verdict. What was done so far stays; run the command again to go on.',
  ]);
});

describe('crm:install on an account of an older version', () => {
  beforeEach(async () => {
    await account.install();
  });

  it('changes labels, adds options and takes away options nobody uses', async () => {
    await patch('terms_cash_position', { label: 'Liquidity' });
    await patch('terms_days_sooner', { description: 'Days' });
    await patch('terms_verdict', {
      options: [
        { value: 'trade', label: 'Do trade' },
        { value: 'hold', label: 'Hold' },
        { value: 'maybe', label: 'Maybe' },
      ],
    });
    await patch('groups/strategic_terms', { label: 'Terms' });
    const before = writes();
    const dry = await account.install('v3', account.setupToken, { dryRun: true });
    expect(dry.lines).toContainEqual(
      expect.stringMatching(
        /^ {2}update +deal property +terms_cash_position +label: “Liquidity” → “Customer cash position”$/,
      ),
    );
    expect(writes()).toBe(before);
    const { complete, lines } = await account.install();
    expect(complete).toBe(true);
    expect(lines.slice(1)).toEqual([
      '  updated the deal property group strategic_terms: label: “Terms” → “Strategic terms”',
      '  updated the deal property terms_cash_position: label: “Liquidity” → “Customer cash position”',
      '  updated the deal property terms_verdict: option trade: “Do trade” → “Trade”; new option explore; unused option maybe removed',
      expect.stringMatching(/^ {2}updated the deal property terms_days_sooner: description: “Days” → “.+”$/),
      'Done: 4 writes. Running this again changes nothing.',
    ]);
    expect([(await property('terms_cash_position')).label, await optionsOf('terms_verdict')]).toEqual([
      'Customer cash position',
      ['trade', 'explore', 'hold'],
    ]);
    expect((await account.install()).lines.at(-1)).toBe('Nothing to do: everything the app needs is there. 0 writes.');
  });

  it('makes the property for seals, and shows a key for them once', async () => {
    await account.api('DELETE', '/crm/v3/properties/p_terms_ledger/seal');
    const { complete, lines, keyLines } = await account.install();
    expect([complete, lines.at(-1), keyLines?.[1]]).toEqual([
      true,
      'Done: 1 write. Running this again changes nothing.',
      '  a-key-made-for-this-test',
    ]);
    expect(await account.install()).not.toHaveProperty('keyLines');
  });

  it('names stages as they should be, adds missing ones, and keeps those people added', async () => {
    const {
      expedite: { pipelineId, stages },
    } = await accountEntry();
    await account.api('PATCH', `/crm/v3/pipelines/tickets/${pipelineId}/stages/${stages['held']!}`, {
      label: 'On hold',
    });
    await account.api('POST', `/crm/v3/pipelines/tickets/${pipelineId}/stages`, {
      label: 'Packed',
      displayOrder: 9,
      metadata: { ticketState: 'OPEN' },
    });
    await account.api('DELETE', `/crm/v3/pipelines/tickets/${pipelineId}/stages/${stages['withdrawn']!}`);
    const { lines } = await account.install();
    expect(lines.slice(1)).toEqual([
      '  updated the ticket stage held: label: “On hold” → “Accepted, slot held”',
      '  created the ticket stage Withdrawn',
      '  brought the account entry up to date',
      'Done: 3 writes. Running this again changes nothing.',
    ]);
    const now = await stagesOf(pipelineId);
    expect(now.map(({ label }) => label)).toContain('Packed');
    expect((await accountEntry()).expedite.stages['withdrawn']).toBe(
      now.find(({ label }) => label === 'Withdrawn')?.id,
    );
  });

  it('changes nothing when something would be lost', async () => {
    await patch('terms_verdict', {
      options: [
        { value: 'trade', label: 'Trade' },
        { value: 'maybe', label: 'Maybe' },
      ],
    });
    await patch('terms_levers', {
      options: [
        { value: 'discount', label: 'Discount' },
        { value: 'barter', label: 'Barter' },
      ],
    });
    await patch('terms_cash_position', { label: 'Liquidity' });
    await account.createDeal({ terms_verdict: 'maybe', terms_levers: 'discount;barter' });
    await account.createDeal({ terms_verdict: 'maybe' });
    const before = writes();
    const { complete, lines } = await account.install();
    expect([complete, writes()]).toEqual([false, before]);
    expect(lines.slice(1)).toEqual([
      '2 things stand in the way. Nothing was changed.',
      '  ! Deal property terms_verdict has the option maybe, which the app does not know, on 2 records. Give them another value first.',
      '  ! Deal property terms_levers has the option barter, which the app does not know, on 1 record. Give them another value first.',
    ]);
  });
});

describe('crm:install stops before the first write', () => {
  const refused = async (token = account.setupToken) => {
    const before = writes();
    const { complete, lines } = await account.install('v3', token);
    expect([complete, writes()]).toEqual([false, before]);
    return lines;
  };

  it('at a property of the same name that is not the app’s', async () => {
    await account.api('POST', '/crm/v3/properties/deals/groups', { name: 'other', label: 'Other' });
    await account.api('POST', '/crm/v3/properties/deals', {
      name: 'terms_verdict',
      label: 'Mine',
      groupName: 'other',
      type: 'string',
      fieldType: 'text',
    });
    expect((await refused()).slice(1)).toEqual([
      'One thing stands in the way. Nothing was changed.',
      '  ! Deal property terms_verdict exists in the group other and is not the app’s. If somebody moved it there, move it back to the group strategic_terms; else rename or delete it.',
    ]);
  });

  it('at another type, several values where one is wanted, uniqueness and a stranger’s pipeline', async () => {
    await account.api('POST', '/crm/v3/properties/deals/groups', { name: 'strategic_terms', label: 'Strategic terms' });
    const create = (name: string, rest: object) =>
      account.api('POST', '/crm/v3/properties/deals', { name, label: name, groupName: 'strategic_terms', ...rest });
    await create('terms_negotiability', { type: 'string', fieldType: 'text' });
    await create('terms_verdict', {
      type: 'enumeration',
      fieldType: 'checkbox',
      options: [{ value: 'trade', label: 'Trade' }],
    });
    await create('terms_best_trade', { type: 'string', fieldType: 'text', hasUniqueValue: true });
    await account.api('POST', '/crm-object-schemas/v3/schemas', {
      name: 'terms_ledger',
      labels: {},
      requiredProperties: [],
      properties: [],
      associatedObjects: [],
    });
    await account.api('POST', '/crm/v3/pipelines/tickets', {
      label: 'Expedited shipments',
      displayOrder: 1,
      stages: [
        { label: 'Open', displayOrder: 0, metadata: {} },
        { label: 'Done', displayOrder: 1, metadata: { ticketState: 'CLOSED' } },
      ],
    });
    expect((await refused()).slice(1)).toEqual([
      '5 things stand in the way. Nothing was changed.',
      '  ! Deal property terms_negotiability is of type string, the app needs number; its values would be lost. Delete it in HubSpot if they are not needed.',
      '  ! Deal property terms_verdict takes several values, the app needs one; the others would be lost.',
      '  ! Deal property terms_best_trade has unique values and the app needs otherwise; HubSpot cannot change it.',
      '  ! There is a ticket pipeline Expedited shipments whose stages are not the app’s. Rename it.',
      '  ! There is a custom object terms_ledger that is not the app’s: it has no property entry_key.',
    ]);
  });

  it('at scopes the token lacks, all at once, and says what tier they need', async () => {
    const issue = (scopes: string[]) => account.emulator.issueToken({ scopes, sees: 'all', label: 'narrow' });
    expect(await refused(issue(['crm.schemas.deals.read', 'crm.objects.custom.read']))).toEqual([
      'The key lacks 6 scopes: crm.objects.custom.write, crm.objects.deals.read, crm.schemas.custom.read, crm.schemas.custom.write, crm.schemas.deals.write, tickets. Add them under Development → Keys → Service keys (a private app’s under its own settings), or create another key. Scopes for custom objects can be had in Enterprise accounts and developer test accounts only. Nothing was changed.',
    ]);
    expect((await refused(issue(installScopes.filter((scope) => scope !== 'crm.schemas.deals.write')))).at(-1)).toBe(
      'The key lacks a scope: crm.schemas.deals.write. Add it under Development → Keys → Service keys (a private app’s under its own settings), or create another key. Nothing was changed.',
    );
  });

  it('does not take a wrong token for a missing scope', async () => {
    expect(await refused('pat-wrong')).toEqual([
      'HubSpot does not accept HUBSPOT_ACCESS_TOKEN: it is mistyped, rotated, expired or of another account.',
    ]);
  });
});

it('crm:install names a missing scope at the first refusal where HubSpot does not tell a token’s scopes', async () => {
  account.injectFault((request) =>
    request.url.includes('/access-token-info') ? new Response('{}', { status: 404 }) : null,
  );
  const token = account.emulator.issueToken({
    scopes: installScopes.filter((scope) => scope !== 'crm.schemas.deals.write'),
    sees: 'all',
    label: 'narrow',
  });
  const { complete, lines } = await account.install('v3', token);
  expect(complete).toBe(false);
  expect(lines.at(-1)).toMatch(
    /^HubSpot refuses POST \/crm\/v3\/properties\/deals\/groups\. The key lacks a scope: crm\.schemas\.deals\.write\./,
  );
});

it('crm:install says which scopes a call wants when HubSpot’s refusal names none', async () => {
  account.injectFault((request) =>
    request.method === 'POST' && request.url.endsWith('/properties/deals/groups')
      ? new Response('{"status":"error","category":"MISSING_SCOPES","message":"no"}', { status: 403 })
      : null,
  );
  expect((await account.install()).lines.at(-1)).toBe(
    'HubSpot refuses POST /crm/v3/properties/deals/groups. The key lacks one of these scopes: crm.schemas.deals.read, crm.schemas.deals.write; or the account’s subscription does not have this.',
  );
});

it('crm:install takes a service key, among whose scopes oauth always is', async () => {
  const serviceKey = account.emulator.issueToken({
    scopes: ['oauth', ...keyPurposes.installation.scopes],
    sees: 'all',
    label: 'service key',
  });
  const { complete, lines } = await account.install('2026-09', serviceKey);
  expect([complete, lines.at(-1)]).toEqual([true, 'Done: 7 writes. Running this again changes nothing.']);
});

it.each([
  ['rescore', 'rescore'],
  ['ledger-sign', 'ledger:sign'],
])('%s says before that crm:install comes first', async (name, called) => {
  expect(
    await typeCommand(name, [], {
      HUBSPOT_API_ORIGIN: account.origin,
      HUBSPOT_ACCESS_TOKEN: account.setupToken,
      LEDGER_KEY: 'a-key-of-some-length',
    }),
  ).toEqual({
    code: 1,
    stdout: '',
    stderr: `${called}: The app is not installed in this account: npm run crm:install comes first.\n`,
  });
});

describe('crm:install and the room an account has', () => {
  const room = (part: string, body: unknown) =>
    account.injectFault((request) =>
      request.url.endsWith(`/limits/${part}`) ? new Response(JSON.stringify(body), { status: 200 }) : null,
    );

  it('stops before the first write where there is not enough', async () => {
    room('custom-properties', {
      byObjectType: [
        { objectTypeId: '0-3', limit: 10, usage: 7 },
        { objectTypeId: '0-5', limit: 10, usage: 10 },
      ],
    });
    const { complete, lines } = await account.install();
    expect([complete, writes(), lines.slice(1)]).toEqual([
      false,
      0,
      [
        '2 things stand in the way. Nothing was changed.',
        `  ! There is room for only 3 more deal properties, and ${dealProperties.length} are needed. Archive some under Settings → Properties.`,
        `  ! There is room for no more ticket properties, and ${expediteTicketProperties.length} are needed. Archive some under Settings → Properties.`,
      ],
    ]);
  });

  it('goes on where HubSpot does not tell', async () => {
    account.injectFault((request) =>
      request.url.includes('/limits/') ? new Response('{"status":"error"}', { status: 404 }) : null,
    );
    const { complete, lines } = await account.install('v3', account.setupToken, { dryRun: true });
    expect([complete, lines.at(-2)]).toEqual([
      true,
      'HubSpot does not say how much room there is for deal properties, ticket properties, ticket pipelines, custom objects.',
    ]);
    expect((await account.install()).complete).toBe(true);
  });
});

describe('crm:install reads back what it wrote', () => {
  /** HubSpot’s list of deal properties, as it was before, so many times after the first write. */
  const lagging = (times: number) => {
    let [stale, left] = ['', times];
    account.injectFault((request) => {
      if (request.method !== 'GET' || !/\/properties\/(?:2026-09\/)?deals$/.test(request.url)) return null;
      if (stale === '')
        return account.emulator.fetch(request).then(async (answer) => {
          stale = await answer.text();
          return new Response(stale, { status: 200 });
        });
      left -= 1;
      return left < 0 ? null : new Response(stale, { status: 200 });
    });
  };

  it('and waits for a list that lags', async () => {
    lagging(2);
    const pauses: number[] = [];
    const lines: string[] = [];
    const complete = await installCrm({
      origin: account.origin,
      accessToken: account.setupToken,
      nowIso: new Date(nowMs).toISOString(),
      print: (line) => lines.push(line),
      pause: (ms) => Promise.resolve(pauses.push(ms)),
    });
    expect([complete, pauses, lines.find((line) => line.startsWith('Done'))]).toEqual([
      true,
      [5000, 5000],
      'Done: 7 writes. Running this again changes nothing.',
    ]);
  });

  it('and says what HubSpot does not show in the end', async () => {
    lagging(Number.POSITIVE_INFINITY);
    const pauses: number[] = [];
    const lines: string[] = [];
    const complete = await installCrm({
      origin: account.origin,
      accessToken: account.setupToken,
      nowIso: new Date(nowMs).toISOString(),
      print: (line) => lines.push(line),
      pause: (ms) => Promise.resolve(pauses.push(ms)),
    });
    expect([complete, pauses]).toEqual([false, [5000, 5000, 5000, 5000, 5000]]);
    expect(lines).toContain('7 writes done, and HubSpot does not show all of it yet:');
    expect(lines).toContain('  ! deal property terms_verdict: Terms verdict (enumeration, 3 options)');
    expect(lines.at(-1)).toBe('Run this again in some minutes. What it says then, HubSpot did not take.');
  });
});

describe('crm:install --remove', () => {
  const asked: number[] = [];
  const remove = async ({ says = true, dryRun = false } = {}) => {
    const lines: string[] = [];
    const confirm = (portalId: number) => Promise.resolve(asked.push(portalId) > 0 && says);
    const complete = await removeCrm({
      origin: account.origin,
      accessToken: account.emulator.issueToken({
        scopes: [...keyPurposes.installation.scopes],
        sees: 'all',
        label: 'service key',
      }),
      nowIso: new Date(nowMs).toISOString(),
      print: (line) => lines.push(line),
      dryRun,
      confirm,
    });
    return { complete, lines };
  };
  beforeEach(async () => {
    asked.length = 0;
    await account.install();
  });

  it('lists what is the app’s, asks, and takes only that away', async () => {
    await account.api('POST', '/crm/v3/properties/deals', {
      name: 'our_own',
      label: 'Our own',
      groupName: 'strategic_terms',
      type: 'string',
      fieldType: 'text',
    });
    await account.writeLedger('policy/1', 'policy', '{}');
    const { complete, lines } = await remove();
    expect([complete, asked]).toEqual([true, [20_260_301]]);
    expect(lines[1]).toBe(
      '  kept: deal property group strategic_terms: it has properties that are not the app’s (our_own)',
    );
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}archive {2}deal property +terms_verdict +Terms verdict$/));
    expect(lines.slice(-6)).toEqual([
      '  deleted the ticket pipeline Expedited shipments',
      `  archived ${dealProperties.length} deal properties`,
      `  archived ${expediteTicketProperties.length} ticket properties`,
      '  deleted the ticket property group expedited_shipments',
      '  deleted the custom object terms_ledger with all its entries',
      'Done: 6 writes. HubSpot keeps archived properties, and their values, for a while: an administrator can restore them, and so does installing again.',
    ]);
    expect((await property('our_own')).label).toBe('Our own');
    expect((await remove()).lines.at(-1)).toBe('Nothing to do: nothing of the app is here. 0 writes.');
  });

  it('does nothing in a dry run, when the answer is no, and while requests are open', async () => {
    const before = writes();
    expect((await remove({ dryRun: true })).complete).toBe(true);
    expect(asked).toEqual([]);
    expect((await remove({ says: false })).complete).toBe(false);
    const {
      expedite: { pipelineId, stages },
    } = await accountEntry();
    const { id } = await account.api('POST', '/crm/v3/objects/tickets', {
      properties: { subject: 'Mugs', hs_pipeline: pipelineId, hs_pipeline_stage: stages['requested'] },
    });
    const { complete, lines } = await remove();
    expect([complete, lines.slice(1)]).toEqual([
      false,
      [`  ! 1 ticket is in the pipeline Expedited shipments (${id}). Move or delete it first.`, 'Nothing was changed.'],
    ]);
    expect(writes()).toBe(before + 1);
  });

  it('asks for --yes away from a terminal, and goes by it', async () => {
    const typed = (...args: string[]) =>
      typeCommand('crm-install', args, {
        HUBSPOT_API_ORIGIN: account.origin,
        HUBSPOT_ACCESS_TOKEN: account.setupToken,
      });
    const before = writes();
    expect(await typed('--remove')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/\n {2}archive {2}deal property .*\nNothing was changed\.\n$/s) as string,
      stderr: 'Add --yes to do this away from a terminal.\n',
    });
    expect(writes()).toBe(before);
    expect(await typed('--remove', '--yes')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/\nDone: \d+ writes\. /) as string,
    });
    expect(await typed('--yes')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^--yes goes with --remove: installing asks nothing\.\n/) as string,
    });
  });

  it('is undone by installing again, which says that archived properties come back with their values', async () => {
    const dealId = await account.createDeal({ amount: '1', terms_customer_why: 'Sells out' });
    expect((await remove()).complete).toBe(true);
    const dry = await account.install('v3', account.setupToken, { dryRun: true });
    expect(dry.lines.filter((line) => line.endsWith('; archived here before, its values come back'))).toHaveLength(
      dealProperties.length + expediteTicketProperties.length,
    );
    const { complete, lines } = await account.install();
    expect(complete).toBe(true);
    expect(lines[2]).toBe(
      `  created ${dealProperties.length} deal properties. ${dealProperties.length} were archived here before (terms_cash_position, terms_importance, terms_urgency, terms_relationship, terms_forecast and ${dealProperties.length - 5} more): records show again the values they had then`,
    );
    expect((await account.readDeal(dealId, ['terms_customer_why']))['terms_customer_why']).toBe('Sells out');
  });

  it('says what uses a property or has records in a stage, goes on with the rest, and ends when they are free', async () => {
    const used = { objectType: 'deals', property: 'terms_verdict' };
    account.emulator.behaviour.set({
      propertyUses: [
        { ...used, parentType: 'WORKFLOW', parentName: 'Tell the owner' },
        { ...used, parentType: 'OBJECT_LIST', parentName: 'To trade' },
      ],
    });
    account.injectFault((request) =>
      request.method === 'DELETE' && /\/pipelines\/(?:2026-09\/)?tickets\//.test(request.url)
        ? Response.json(
            {
              status: 'error',
              category: 'VALIDATION_ERROR',
              subCategory: 'PipelineError.STAGE_ID_IN_USE',
              context: { stageIds: ['[7]'], objectIds: ['[12, 13]'] },
            },
            { status: 400 },
          )
        : null,
    );
    const { complete, lines } = await remove();
    expect(complete).toBe(false);
    expect(lines.filter((line) => line.startsWith('  ! ') || line.includes('archived '))).toEqual([
      '  ! ticket pipeline Expedited shipments stays: these records are in it: 12, 13. Move or delete them.',
      '  ! deal property terms_verdict stays: it is used by workflow “Tell the owner”, object list “To trade”. Take it out there.',
      `  archived ${dealProperties.length} deal properties, one by one: ${dealProperties.length - 1} of ${dealProperties.length}`,
      '  ! deal property group strategic_terms stays: properties are still in it.',
      `  archived ${expediteTicketProperties.length} ticket properties`,
      '  ! custom object terms_ledger stays: until the rest is gone, for by it another run finds what is the app’s.',
      expect.stringMatching(/^\d+ writes done; 4 things stay, for the reasons above\. See to them in this order/),
    ]);
    account.injectFault(null);
    account.emulator.behaviour.set({ propertyUses: [] });
    expect((await remove()).lines.slice(-5)).toEqual([
      '  deleted the ticket pipeline Expedited shipments',
      '  archived 1 deal property',
      '  deleted the deal property group strategic_terms',
      '  deleted the custom object terms_ledger with all its entries',
      expect.stringMatching(/^Done: 5 writes\./),
    ]);
  });
});
