import { expect } from 'vitest';
import {
  decideExpediteReplySchema,
  openExpediteReplySchema,
  openTicketReplySchema,
  requestExpediteReplySchema,
} from '@deal-terms/core/contracts';
import type { DecideExpediteRequest, RequestExpediteRequest } from '@deal-terms/core/contracts';
import type { ExpediteDecision } from '@deal-terms/core/expedite';
import { decideExpedite } from '../../serverless/functions/decide-expedite.ts';
import { openExpedite } from '../../serverless/functions/open-expedite.ts';
import { openTicket } from '../../serverless/functions/open-ticket.ts';
import { requestExpedite } from '../../serverless/functions/request-expedite.ts';
import { runApp, startAccount } from './account.ts';

/** The promo retailer: 60,000 at 45 %, 42 days, net 90, ordered on 30 November. */
const promoRetailer = {
  dealname: 'Christmas market promotion',
  amount: '60000',
  closedate: '2026-11-30T12:00:00Z',
  terms_payment_plan: 'net 90',
  terms_lead_time_days: '42',
  terms_gross_margin: '0.45',
  terms_cash_position: 'abundant',
  terms_importance: 'standard_clause',
  terms_urgency: 'high',
  terms_relationship: 'new',
  terms_needed_by: '2026-12-21',
};

/** The offer of the story: pays on delivery, gets 21 days and 2 %. */
export const terms = {
  neededBy: '2026-12-21',
  daysSaved: 21,
  paymentPlan: 'on delivery',
  forecast: false,
  discount: 0.02,
  customerWhy: 'Opens its <b>market</b> on the 21st',
  offerExpires: '2026-11-27',
};

/** An account where orders worth 250,000 wait for cash, with somebody in operations. */
export async function startExpediteAccount({
  slotsPerWeek = 5,
  opsOwnerId = '503',
}: { slotsPerWeek?: number; opsOwnerId?: string | null } = {}) {
  const account = await startAccount();
  account.emulator.setUp({
    owners: [
      { id: '501', userId: 91, email: 'oliver@cuckoo.example', firstName: 'Oliver', lastName: 'Hughes' },
      { id: '504', userId: 94, email: 'grace@cuckoo.example', firstName: 'Grace', lastName: 'Whitfield' },
      { id: '503', userId: 93, email: 'marta@cuckoo.example', firstName: 'Marta', lastName: 'Keller' },
    ],
  });
  await account.writeLedger(
    'policy/current',
    'policy',
    JSON.stringify({
      version: 3,
      modelVersion: 2,
      model: { backlog: { unfundedCost: 250_000 } },
      app: { opsOwnerId, slotsPerWeek, approverIds: ['504'] },
    }),
  );
  const find = async (objectType: string) =>
    (
      (await account.api(
        'GET',
        `/crm/v3/objects/${objectType}?limit=100&associations=deals,tickets&properties=${properties[objectType] ?? ''}`,
      )) as unknown as { results: Found[] }
    ).results;
  const moveTicket = (id: string, changes: Record<string, string>) =>
    account.api('PATCH', `/crm/v3/objects/tickets/${id}`, { properties: changes });
  return {
    ...account,
    promoDeal: async (rest: Record<string, string> = {}) =>
      account.createDeal(
        { ...promoRetailer, hubspot_owner_id: '501', ...rest },
        await account.createCompany('Liffey & Lane Stores'),
      ),
    tickets: () => find('tickets'),
    notes: () => find('notes'),
    tasks: () => find('tasks'),
    /** Slots that are taken: one that was given back keeps its entry. */
    slots: async () =>
      (await account.readLedger())
        .flatMap(({ key, body }) => (key.startsWith('slot/') && body !== '{"ticketId":""}' ? [key] : []))
        .sort(),
    moveTicket,
    /** Moves a ticket on the board, as somebody does by hand. */
    moveToColumn: async (id: string, column: string, changes: Record<string, string> = {}) => {
      const { results } = (await account.api('GET', '/crm/v3/pipelines/tickets')) as unknown as {
        results: { stages: { id: string; label: string }[] }[];
      };
      const stage = results.flatMap(({ stages }) => stages).findLast(({ label }) => label === column);
      if (stage === undefined) throw new Error(`the ticket board has no column ${column}`);
      return moveTicket(id, { hs_pipeline_stage: stage.id, ...changes });
    },
  };
}
export type ExpediteAccount = Awaited<ReturnType<typeof startExpediteAccount>>;

type Found = {
  readonly id: string;
  readonly properties: Record<string, string | null>;
  readonly associations?: Record<string, { results: { id: string }[] }>;
};
const properties: Record<string, string> = {
  tickets:
    'subject,content,hs_pipeline_stage,hs_ticket_priority,hubspot_owner_id,expedite_request_key,expedite_gives,expedite_revision,expedite_week,expedite_gain,expedite_cost_estimate,expedite_hold_until,expedite_customer_why',
  notes: 'hs_note_body',
  tasks: 'hs_task_subject,hs_task_body,hubspot_owner_id',
};

/** The functions as the cards call them; every reply is checked against its contract. */
export function runExpedite(account: ExpediteAccount, options: Parameters<typeof runApp>[1] = {}) {
  const app = runApp(account, options);
  const checked = <T>(reply: unknown, schema: { parse: (value: unknown) => T }): T =>
    schema.parse(JSON.parse(JSON.stringify(reply)));
  const attestTicket = (id: string) => ({ hs_object_id: id, hs_pipeline_stage: '1' });
  const ask = async (dealId: string, parameters: RequestExpediteRequest) =>
    checked(
      await app.main(requestExpedite)({ propertiesToSend: await app.attest(dealId), parameters }),
      requestExpediteReplySchema,
    );
  const decide = async (ticketId: string, parameters: DecideExpediteRequest) =>
    checked(
      await app.ticket(decideExpedite)({ propertiesToSend: attestTicket(ticketId), parameters }),
      decideExpediteReplySchema,
    );
  const made = async (dealId: string) => {
    const reply = await ask(dealId, { action: 'request', terms, by: 'Oliver Hughes' });
    expect(reply).toMatchObject({ ok: true, state: 'requested' });
    return (reply.ok && reply.request?.ticketId) || '';
  };
  return {
    ...app,
    ask,
    decide,
    attestTicket,
    request: (dealId: string, changes: Partial<typeof terms> = {}, by = 'Oliver Hughes') =>
      ask(dealId, { action: 'request', terms: { ...terms, ...changes }, by }),
    marta: (ticketId: string, revision: number, decision: ExpediteDecision) =>
      decide(ticketId, { decision, revision, by: 'Marta Keller' }),
    open: async (dealId: string) =>
      checked(
        await app.main(openExpedite)({ propertiesToSend: await app.attest(dealId), parameters: {} }),
        openExpediteReplySchema,
      ),
    openTicket: async (ticketId: string, considering: { date: string; cost: number } | null = null) =>
      checked(
        await app.ticket(openTicket)({ propertiesToSend: attestTicket(ticketId), parameters: { considering } }),
        openTicketReplySchema,
      ),
    /** A request that is made, or the test fails; the ticket's id. */
    made,
    /** A deal of the promo retailer with a request that is made. */
    requested: async () => {
      const dealId = await account.promoDeal();
      return { dealId, ticketId: await made(dealId) };
    },
  };
}

export const accept = { action: 'accept', date: '2026-12-21', cost: 2770 } as const;
