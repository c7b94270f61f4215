import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  accountKey,
  attestedDealPropertyNames,
  currentPolicyKey,
  defaultAppSettings,
  policyVersionKey,
  toStoredPolicy,
  profilePropertyOf,
} from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import manifest from '../extensions/app-hsmeta.json' with { type: 'json' };
import { installCrm } from '../commands/crm/install.ts';
import { createEmulator } from '../workbench/emulator/index.ts';

const dayMs = 86_400_000;
const scopes = [
  ...manifest.config.auth.requiredScopes,
  ...manifest.config.auth.optionalScopes,
  'crm.objects.companies.write',
  'crm.objects.custom.write',
  'crm.schemas.deals.read',
  'crm.schemas.deals.write',
  'crm.schemas.custom.read',
  'crm.schemas.custom.write',
];

/** ISO date that many days from now: the functions run by the machine's clock. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
}

/** The promo retailer of the story. */
export const promoRetailer = {
  dealname: 'Promotion',
  dealstage: 'appointmentscheduled',
  amount: '60000',
  closedate: `${inDays(7)}T12:00:00Z`,
  [profilePropertyOf.paymentPlan]: 'net 90',
  [profilePropertyOf.leadTimeDays]: '42',
  [profilePropertyOf.grossMargin]: '0.45',
  [profilePropertyOf.cashPosition]: 'abundant',
  [profilePropertyOf.termsImportance]: 'standard_clause',
  [profilePropertyOf.urgency]: 'high',
  [profilePropertyOf.relationship]: 'new',
  [profilePropertyOf.neededBy]: inDays(28),
  hubspot_owner_id: '501',
};

type Answer = { readonly status: number; readonly body: string };
type Stored = { readonly id: string; readonly properties: Record<string, string | null> };

/**
 * An account with the app in it, over HTTP. What it answers to a process can be kept and answered again, which takes no time worth measuring.
 */
export async function startAccount() {
  const emulator = createEmulator({ file: ':memory:', clock: Date.now });
  const token = emulator.issueToken({ scopes, sees: 'all', label: 'bench', app: { id: 77, name: 'bench' } });
  const kept = new Map<string, Answer>();
  const asked = new Map<string, number>();
  let isReplaying = false;

  /** What the process that runs now asks, by how often it has asked the same. */
  const keyOf = (method: string | undefined, path: string | undefined): string => {
    const call = `${method ?? ''} ${path ?? ''}`;
    const time = (asked.get(call) ?? 0) + 1;
    asked.set(call, time);
    return `${time} ${call}`;
  };
  const askEmulator = getRequestListener(async (request) => {
    const { pathname, search } = new URL(request.url);
    const key = keyOf(request.method, pathname + search);
    const response = await emulator.fetch(request);
    const body = await response.text();
    kept.set(key, { status: response.status, body });
    return response.status === 204
      ? new Response(null, { status: 204 })
      : new Response(body, { status: response.status, headers: { 'content-type': 'application/json' } });
  });
  const server = createServer((request, response) => {
    if (!isReplaying) {
      void askEmulator(request, response);
      return;
    }
    const known = kept.get(keyOf(request.method, request.url));
    request.resume().once('end', () => {
      // A call it was not asked before would fail the process, and so the measurement.
      response.writeHead(known?.status ?? 500, { 'content-type': 'application/json' }).end(known?.body);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api = async (method: string, path: string, body?: unknown) => {
    const response = await emulator.fetch(
      new Request(origin + path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as Stored & { readonly results: readonly Stored[] };
  };

  await installCrm({
    origin,
    accessToken: token,
    nowIso: new Date().toISOString(),
    print: () => undefined,
    family: 'v3',
    dryRun: false,
  });
  emulator.setUp({
    owners: [
      { id: '501', userId: 91, email: 'rep@bench.example', firstName: 'A', lastName: 'Rep' },
      { id: '503', userId: 93, email: 'ops@bench.example', firstName: 'An', lastName: 'Ops' },
    ],
  });
  const settings = {
    model: { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: 250_000 } },
    app: { ...defaultAppSettings, opsOwnerId: '503', maxDiscount: 0.03, approverIds: ['503'] },
  };
  for (const key of [currentPolicyKey, policyVersionKey(1)])
    await api('POST', '/crm/v3/objects/p_terms_ledger', {
      properties: { entry_key: key, kind: 'policy', body: JSON.stringify(toStoredPolicy(settings, 1, null)) },
    });
  // As every save of the policy but the first finds it.
  const ledger = '/crm/v3/objects/p_terms_ledger';
  const account = await api('GET', `${ledger}/${accountKey}?idProperty=entry_key&properties=body`);
  const noted = { ...(JSON.parse(account.properties['body'] ?? '') as object), hasPolicy: true, hasLongCode: true };
  await api('PATCH', `${ledger}/${account.id}`, { properties: { body: JSON.stringify(noted) } });
  const company = await api('POST', '/crm/v3/objects/companies', { properties: { name: 'Liffey & Lane Stores' } });
  const associations = [
    { to: { id: company.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }] },
  ];
  return {
    token,
    origin,
    settings,
    createDeal: async () =>
      (await api('POST', '/crm/v3/objects/deals', { properties: promoRetailer, associations })).id,
    createDeals: async (count: number) => [
      ...(await emulator.bulkLoad(
        'deals',
        Array.from({ length: count }, (_, index) => ({
          properties: {
            ...promoRetailer,
            pipeline: 'default',
            dealname: `Deal ${index}`,
            amount: String(1000 + index),
          },
        })),
      )),
    ],
    /** Deals of the one company, each with a line item and a quote of its own, and what the company was billed. */
    createDealsWithEvidence: async (count: number): Promise<readonly string[]> => {
      const ofCompany = { objectType: 'companies', id: company.id };
      // What evidence is to say, nobody has typed.
      const typed: readonly string[] = [profilePropertyOf.paymentPlan, profilePropertyOf.grossMargin];
      const blank = Object.fromEntries(Object.entries(promoRetailer).filter(([name]) => !typed.includes(name)));
      const dealIds = await emulator.bulkLoad(
        'deals',
        Array.from({ length: count }, (_deal, index) => ({
          properties: { ...blank, pipeline: 'default', dealname: `Billed ${index}`, amount: String(1000 + index) },
          links: [ofCompany],
        })),
      );
      const ofDeals = (properties: Readonly<Record<string, string>>) =>
        dealIds.map((id) => ({ properties, links: [{ objectType: 'deals', id }] }));
      await emulator.bulkLoad(
        'line_items',
        ofDeals({ name: 'Clock', quantity: '10', price: '100', hs_cost_of_goods_sold: '60' }),
      );
      await emulator.bulkLoad(
        'quotes',
        ofDeals({
          hs_title: 'Quote',
          hs_status: 'APPROVAL_NOT_NEEDED',
          hs_expiration_date: inDays(30),
          hs_net_payment_terms: '60',
        }),
      );
      await emulator.bulkLoad(
        'invoices',
        [300, 200, 100].map((daysAgo) => ({
          properties: {
            hs_number: `I-${daysAgo}`,
            hs_invoice_status: 'paid',
            hs_invoice_date: `${inDays(-daysAgo - 30)}T00:00:00Z`,
            hs_due_date: `${inDays(-daysAgo)}T00:00:00Z`,
            hs_payment_date: `${inDays(10 - daysAgo)}T00:00:00Z`,
            hs_amount_billed: '500',
            hs_amount_paid: '500',
          },
          links: [ofCompany],
        })),
      );
      return dealIds;
    },
    /** What HubSpot attests of a deal. */
    attested: async (dealId: string) =>
      (await api('GET', `/crm/v3/objects/deals/${dealId}?properties=${attestedDealPropertyNames.join(',')}`))
        .properties,
    /** The newest ticket, as HubSpot attests it. */
    attestedTicket: async () => {
      const { results } = await api('GET', '/crm/v3/objects/tickets?limit=100&properties=hs_pipeline_stage');
      const ticket = results.at(-1);
      if (ticket === undefined) throw new Error('there is no ticket');
      return { hs_object_id: ticket.id, hs_pipeline_stage: ticket.properties['hs_pipeline_stage'] ?? '' };
    },
    /** Before a process starts: whether it gets the answers an earlier one got to the same calls. */
    expectProcess: (replayed: boolean) => {
      asked.clear();
      if (!replayed) kept.clear();
      isReplaying = replayed;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          emulator.close();
          resolve();
        });
      }),
  };
}
export type Account = Awaited<ReturnType<typeof startAccount>>;
