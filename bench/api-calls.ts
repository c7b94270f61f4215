import { serve as serveHttp } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { attestedDealPropertyNames, decodeCaptured } from '@deal-terms/core/crm';
import { installCrm } from '../commands/crm/install.ts';
import { decideExpedite } from '../serverless/decide-expedite.ts';
import { offerTerms } from '../serverless/offer-terms.ts';
import { openBoard } from '../serverless/open-board.ts';
import { openDeal } from '../serverless/open-deal.ts';
import { requestExpedite } from '../serverless/request-expedite.ts';
import { rescoreDeals } from '../serverless/rescore-deals.ts';
import { scoreDeal } from '../serverless/score-deal.ts';
import { production, serve, servePage, serveTicket } from '../serverless/app-function.ts';
import type { Runtime } from '../serverless/app-function.ts';
import { createEmulator } from '../workbench/emulator/index.ts';
import type { Row } from './measure.ts';

const nowMs = Date.parse('2026-11-23T10:00:00Z');
const scopes = [
  'crm.objects.deals.read', 'crm.objects.deals.write', 'crm.objects.companies.read', 'crm.objects.companies.write', 'crm.objects.contacts.read', 'crm.objects.contacts.write', 'crm.objects.custom.read', 'crm.objects.custom.write',
  'crm.objects.owners.read', 'tickets', 'crm.schemas.deals.read', 'crm.schemas.deals.write', 'crm.schemas.custom.read', 'crm.schemas.custom.write', 'crm.schemas.tickets.read', 'crm.schemas.tickets.write',
];
const rescored = 100;

/** The promo retailer of the story. */
const promo = {
  dealname: 'Promotion', dealstage: 'appointmentscheduled', amount: '60000', closedate: '2026-11-30T12:00:00Z', terms_payment_plan: 'net 90', terms_lead_time_days: '42', terms_gross_margin: '0.45',
  terms_cash_position: 'abundant', terms_importance: 'standard_clause', terms_urgency: 'high', terms_relationship: 'new', terms_needed_by: '2026-12-21', hubspot_owner_id: '501',
};

/** An account with the app in it, over HTTP. */
async function startAccount() {
  const emulator = createEmulator({ file: ':memory:', clock: () => nowMs });
  const token = emulator.issueToken({ scopes, sees: 'all', label: 'bench', app: { id: 77, name: 'bench' } });
  const server = serveHttp({ fetch: (request) => emulator.fetch(request), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(origin + path, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as { id: string; properties: Record<string, string | null> };
  };
  await installCrm({ origin, accessToken: token, nowIso: new Date(nowMs).toISOString(), print: () => undefined, family: 'v3', dryRun: false });
  emulator.setUp({ owners: [{ id: '501', userId: 91, email: 'rep@bench.example', firstName: 'A', lastName: 'Rep' }, { id: '503', userId: 93, email: 'ops@bench.example', firstName: 'An', lastName: 'Ops' }] });
  await api('POST', '/crm/v3/objects/p_terms_ledger', { properties: { entry_key: 'policy/current', kind: 'policy', body: JSON.stringify({ version: 1, model: { backlog: { unfundedCost: 250_000 } }, app: { opsOwnerId: '503' } }) } });
  const company = await api('POST', '/crm/v3/objects/companies', { properties: { name: 'Liffey & Lane Stores' } });
  const deal = await api('POST', '/crm/v3/objects/deals', { properties: promo, associations: [{ to: { id: company.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }] }] });
  return {
    token, origin, api, emulator, dealId: deal.id,
    readDeal: async () => (await api('GET', `/crm/v3/objects/deals/${deal.id}?properties=${attestedDealPropertyNames.join(',')}`)).properties,
    stop: () => new Promise<void>((resolve) => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close(() => { emulator.close(); resolve(); });
    }),
  };
}

function row(what: string, calls: number, floor: number, why: string): Row {
  return { what: `API calls: ${what}`, figure: String(calls), baseline: `${floor}: ${why}`, ratio: `${(calls / floor).toFixed(2)}×`, goal: 'the floor', met: calls <= floor };
}

/** Calls of HubSpot's API each action makes, counted by the functions themselves, against the fewest that can do it. */
export async function apiCallRows(): Promise<Row[]> {
  const account = await startAccount();
  let calls = 0;
  const runtime: Runtime = {
    ...production, environment: () => ({ PRIVATE_APP_ACCESS_TOKEN: account.token, HUBSPOT_API_ORIGIN: account.origin }), nowMs: () => nowMs,
    log: (line) => { calls = (JSON.parse(line) as { apiCalls: number }).apiCalls; },
  };
  const count = async (answer: Promise<{ ok: boolean }>): Promise<number> => {
    const reply = await answer;
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return calls;
  };
  const opened = await count(serve(openDeal, runtime)({ propertiesToSend: await account.readDeal(), parameters: {} }));
  const loaded = decodeCaptured(await account.readDeal());
  const saved = await count(serve(scoreDeal, runtime)({ propertiesToSend: await account.readDeal(), parameters: { loaded, captured: { ...loaded, customerWhy: 'Opens its market' } } }));
  const terms = { neededBy: '2026-12-21', daysSaved: 21, paymentPlan: 'on delivery', forecast: false, discount: 0.02, customerWhy: '', offerExpires: '2026-11-27' };
  const requested = await count(serve(requestExpedite, runtime)({ propertiesToSend: await account.readDeal(), parameters: { action: 'request', terms, by: 'A Rep' } }));
  const tickets = (await account.api('GET', '/crm/v3/objects/tickets?limit=1&properties=hs_pipeline_stage')) as unknown as { results: { id: string; properties: Record<string, string> }[] };
  const ticket = tickets.results[0];
  if (ticket === undefined) throw new Error('no ticket was made');
  const decided = await count(serveTicket(decideExpedite, runtime)({ propertiesToSend: { hs_object_id: ticket.id, hs_pipeline_stage: ticket.properties['hs_pipeline_stage'] ?? '' }, parameters: { decision: { action: 'accept', date: '2026-12-21', cost: 2770 }, revision: 1, by: 'An Ops' } }));
  const offered = await count(serve(offerTerms, runtime)({ propertiesToSend: await account.readDeal(), parameters: { action: 'offer', terms: { paymentPlan: 'on delivery', daysSaved: 21, forecast: false, discount: 0.02 }, revision: 0, by: 'A Rep' } }));
  const board = await count(servePage(openBoard, runtime)({ parameters: {} }));
  const ids = [...(await account.emulator.bulkLoad('deals', Array.from({ length: rescored }, (_, index) => ({ properties: { ...promo, pipeline: 'default', dealname: `Deal ${index}`, amount: String(1000 + index) } }))))];
  const scored = await count(servePage(rescoreDeals, runtime)({ parameters: { dealIds: ids } }));
  await account.stop();
  return [
    row('open the card', opened, 4, 'ledger, the company, its deals’ ids, those deals'),
    row('save and score', saved, 3, 'ledger, the write, one look at the history for a writer in between'),
    row('request an expedited shipment', requested, 6, 'ledger, the deal’s tickets, the company’s name, the new ticket, the deal’s copy, the week’s slots'),
    row('accept a request', decided, 12, 'ledger and ticket, deal and later requests, slots; slot, decision, ticket, deal, note and task; the decision marked as told'),
    row('record an offer', offered, 5, 'ledger, the event, deal and note, the event marked as told'),
    row('the board’s page', board, 3, 'ledger, owners, stages; deals are read as the viewer'),
    row(`rescore ${rescored} deals of a page`, scored, 3, 'ledger, one batch read, one batch update'),
  ];
}
