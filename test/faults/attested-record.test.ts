import { describe, expect, it } from 'vitest';
import { dealProperties, expediteTicketProperties } from '@deal-terms/core/crm';
import { requestExpedite } from '../../serverless/functions/request-expedite.ts';
import { apiCallOf } from '../../serverless/runtime/api-calls.ts';
import { runApp } from '../serverless/account.ts';
import { terms } from '../serverless/expedite-account.ts';
import { functionCalls } from './function-calls.ts';
import type { PreparedCall } from './function-call.ts';
import { quotingKeys } from './secrecy.ts';

/** Another deal with a request of its own, that nobody is to touch. */
async function bystander({ account }: PreparedCall) {
  const app = runApp(account);
  const dealId = await account.createDeal({
    amount: '60000',
    closedate: '2026-11-30T12:00:00Z',
    terms_payment_plan: 'net 90',
    terms_lead_time_days: '42',
    terms_cash_position: 'abundant',
  });
  const made = await app.main(requestExpedite)({
    propertiesToSend: await app.attest(dealId),
    parameters: { action: 'request', terms, by: 'Ann' },
  });
  const ticketId = (made.ok && made.request?.ticketId) || '';
  expect(ticketId).not.toBe('');
  const read = async () =>
    JSON.stringify([
      await account.readDeal(
        dealId,
        dealProperties.map(({ name }) => name),
      ),
      await account.api(
        'GET',
        `/crm/v3/objects/tickets/${ticketId}?associations=notes,tasks&properties=hs_pipeline_stage,${expediteTicketProperties.map(({ name }) => name).join(',')}`,
      ),
    ]);
  return { dealId, ticketId, read };
}

/** `parameters` with each of its texts replaced by an id in turn, and with the id under every name one could think of. */
function withId(parameters: object, id: string): object[] {
  const texts: (readonly string[])[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string') texts.push(path);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name]);
  };
  walk(parameters, []);
  const replaced = texts.map((path) => {
    const copy = structuredClone(parameters) as Record<string, unknown>;
    const parent = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy);
    parent[path.at(-1) ?? ''] = id;
    return copy;
  });
  const names = ['id', 'dealId', 'ticketId', 'recordId', 'objectId', 'hs_object_id', 'propertiesToSend'];
  return [
    ...replaced,
    { ...parameters, ...Object.fromEntries(names.map((name) => [name, id])) },
    ...names.map((name) => ({ ...parameters, [name]: name === 'propertiesToSend' ? { hs_object_id: id } : id })),
  ];
}

describe.concurrent('a function of a card', () => {
  it.each(functionCalls.filter(({ on }) => on !== 'page').map((made) => ({ name: made.name, made })))(
    '$name acts on nothing but the attested record, whatever its parameters name',
    async ({ made }) => {
      const prepared = await made.prepare();
      const { account, attest, parameters, call } = prepared;
      const other = await bystander(prepared);
      const before = await other.read();
      for (const id of [other.dealId, other.ticketId]) {
        for (const hostile of withId(parameters, id)) {
          await call(await attest(), hostile);
          expect({ hostile, record: await other.read() }).toEqual({ hostile, record: before });
        }
      }
      await account.stop();
    },
  );
});

/** What pages may write; they have no record HubSpot attests, so nothing a card guards is among it. */
const written: Readonly<Record<string, readonly string[]>> = {
  open_board: [],
  read_policy: ['p_terms_ledger'],
  save_policy: ['p_terms_ledger'],
  plan_scenarios: ['p_terms_ledger'],
  propose_policy: ['p_terms_ledger'],
  open_meeting: ['p_terms_ledger'],
  record_meeting: ['p_terms_ledger'],
  'record_meeting, a decision': ['p_terms_ledger', 'tasks'],
  save_themes: ['p_terms_ledger'],
  rescore_deals: ['deals'],
  message_owner: ['p_terms_ledger', 'tasks'],
};

describe.concurrent('a function of a page', () => {
  it.each(functionCalls.filter(({ on }) => on === 'page').map((made) => ({ name: made.name, made })))(
    '$name writes scores, tasks or entries of the ledger, and nothing else',
    async ({ name, made }) => {
      const { account, app, attest, call } = await made.prepare();
      expect(await call(await attest())).toMatchObject({ ok: true });
      const calls = app.answered.map(({ method, path }) => apiCallOf(method, path));
      const writes = calls.filter((made) => !made.startsWith('GET ') && !/(search|batch\/read)$/.test(made));
      expect([...new Set(writes.map((made) => made.split('/')[1]))].sort()).toEqual(
        written[name] ?? written[name.split(',')[0] ?? ''],
      );
      await account.stop();
    },
  );
});

it('who has a customer forgotten finds what the ledger quotes by the deals and tickets in its keys', async () => {
  const quoting: string[] = [];
  for (const made of functionCalls) {
    const { account, attest, call } = await made.prepare();
    expect(await call(await attest())).toMatchObject({ ok: true });
    quoting.push(...(await quotingKeys(account)));
    await account.stop();
  }
  expect(quoting.filter((key) => !/^(?:offer|decision|reminder|task)\/(?:hold\/)?\d+\//.test(key))).toEqual([]);
  expect(quoting.map((key) => key.split('/')[0])).toContain('decision');
});
