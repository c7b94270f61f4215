import {
  decideExpediteReplySchema, decideOfferReplySchema, offerTermsReplySchema, openBoardReplySchema, openDealReplySchema, openExpediteReplySchema, openTicketReplySchema,
  readPolicyReplySchema, requestExpediteReplySchema, rescoreDealsReplySchema, savePolicyReplySchema,
} from '@deal-terms/core/contracts';
import type { Failure } from '@deal-terms/core/contracts';
import { defaultAppSettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { decideExpedite } from '../../serverless/decide-expedite.ts';
import { decideOffer } from '../../serverless/decide-offer.ts';
import { offerTerms } from '../../serverless/offer-terms.ts';
import { openBoard } from '../../serverless/open-board.ts';
import { openDeal } from '../../serverless/open-deal.ts';
import { openExpedite } from '../../serverless/open-expedite.ts';
import { openTicket } from '../../serverless/open-ticket.ts';
import { readPolicy } from '../../serverless/read-policy.ts';
import { requestExpedite } from '../../serverless/request-expedite.ts';
import { rescoreDeals } from '../../serverless/rescore-deals.ts';
import { savePolicy } from '../../serverless/save-policy.ts';
import { runApp } from '../serverless/account.ts';
import type { Account } from '../serverless/account.ts';
import { accept, runExpedite, startExpediteAccount, terms } from '../serverless/expedite-account.ts';
import type { ExpediteAccount } from '../serverless/expedite-account.ts';
import { beyond, runOffers, startOfferAccount } from '../serverless/offer-account.ts';
import type { OfferAccount } from '../serverless/offer-account.ts';

export type Reply = { readonly ok: true } | Failure;

type Attested = Readonly<Record<string, string | null>>;

/** An account with something to do in it, and the call that does it. HubSpot attests the record, as it is then, before each call. */
export type PreparedCall = { readonly account: Account; readonly app: ReturnType<typeof runApp>; readonly attest: () => Promise<Attested>; readonly call: (propertiesToSend: Attested) => Promise<Reply> };

/** A call of an app function as a card or a page makes it. */
export type FunctionCall = {
  readonly name: string;
  readonly reply: { readonly safeParse: (value: unknown) => { readonly error?: unknown } };
  readonly prepare: () => Promise<PreparedCall>;
};

const noRecord = () => Promise.resolve({});
const key = 'correct horse';
const settings = (borrowingRate: number) => ({ model: { ...defaultPolicy, borrowingRate }, app: defaultAppSettings });
const oliver = 'Oliver Hughes';
const marta = 'Marta Keller';
/** After the request's offer has run out. */
const afterwards = () => Date.parse('2026-11-28T08:00:00Z');

async function policyAccount() {
  const account = await startExpediteAccount();
  const app = runApp(account, { secrets: { POLICY_EDIT_KEY: key } });
  return { account, app };
}

/** A deal of the promo retailer; `scene` brings it to where the call is made. */
function expediteCall(on: 'deal' | 'ticket', name: string, reply: FunctionCall['reply'], call: (app: ReturnType<typeof runApp>, propertiesToSend: Attested) => Promise<Reply>, scene: (app: ReturnType<typeof runExpedite>, dealId: string, account: ExpediteAccount) => Promise<string> = () => Promise.resolve(''), options: Parameters<typeof runApp>[1] = {}): FunctionCall {
  const prepare = async (): Promise<PreparedCall> => {
    const account = await startExpediteAccount();
    const dealId = await account.promoDeal();
    const ticketId = await scene(runExpedite(account), dealId, account);
    const app = runApp(account, options);
    const attest = () => (on === 'deal' ? app.attest(dealId) : Promise.resolve({ hs_object_id: ticketId, hs_pipeline_stage: '1' }));
    return { account, app, attest, call: (propertiesToSend) => call(app, propertiesToSend) };
  };
  return { name, reply, prepare };
}

function offerCall(name: string, reply: FunctionCall['reply'], call: (app: ReturnType<typeof runApp>, propertiesToSend: Attested) => Promise<Reply>, scene: (app: ReturnType<typeof runOffers>, dealId: string) => Promise<unknown> = () => Promise.resolve()): FunctionCall {
  const prepare = async (): Promise<PreparedCall> => {
    const account: OfferAccount = await startOfferAccount();
    const dealId = await account.promoDeal();
    await scene(runOffers(account), dealId);
    const app = runApp(account, { secrets: { POLICY_EDIT_KEY: key } });
    return { account, app, attest: () => app.attest(dealId), call: (propertiesToSend) => call(app, propertiesToSend) };
  };
  return { name, reply, prepare };
}

const decide = (decision: object, revision: number) => (app: ReturnType<typeof runApp>, propertiesToSend: Attested) => app.ticket(decideExpedite)({ propertiesToSend, parameters: { decision, revision, by: marta } });
const ask = (parameters: object) => (app: ReturnType<typeof runApp>, propertiesToSend: Attested) => app.main(requestExpedite)({ propertiesToSend, parameters: { ...parameters, by: oliver } });
const held = async (app: ReturnType<typeof runExpedite>, dealId: string) => {
  const ticketId = await app.made(dealId);
  await app.marta(ticketId, 1, accept);
  return ticketId;
};

/** Every function but `score_deal`, which has a table of its own, doing as much as it can do. */
export const functionCalls: readonly FunctionCall[] = [
  {
    name: 'open_deal', reply: openDealReplySchema,
    prepare: async () => {
      const account = await startExpediteAccount();
      const companyId = await account.createCompany('Gifts & Co');
      await account.createDeal({ amount: '1', dealstage: 'closedwon', closedate: '2026-04-30T22:30:00Z', terms_cash_position: 'tight' }, companyId);
      const dealId = await account.createDeal({ amount: '1000', terms_urgency: 'high' }, companyId);
      const app = runApp(account);
      return { account, app, attest: () => app.attest(dealId), call: (propertiesToSend) => app.main(openDeal)({ propertiesToSend, parameters: {} }) };
    },
  },
  {
    name: 'open_board', reply: openBoardReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      return { account, app, attest: noRecord, call: () => app.page(openBoard)({ parameters: {} }) };
    },
  },
  {
    name: 'read_policy, a save cut off before', reply: readPolicyReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      await account.writeLedger('policy/4', 'policy', JSON.stringify({ version: 4, model: { borrowingRate: 0.2 }, app: {} }));
      return { account, app, attest: noRecord, call: () => app.page(readPolicy)({ parameters: {} }) };
    },
  },
  {
    name: 'save_policy', reply: savePolicyReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      return { account, app, attest: noRecord, call: () => app.page(savePolicy)({ parameters: { key, basedOn: 3, settings: settings(0.2), author: 'Ann Archer' } }) };
    },
  },
  {
    name: 'rescore_deals', reply: rescoreDealsReplySchema,
    prepare: async () => {
      const account = await startExpediteAccount();
      const dealIds = [await account.promoDeal(), await account.promoDeal({ terms_urgency: 'none' }), await account.promoDeal({ amount: '90000' })];
      const app = runApp(account);
      return { account, app, attest: noRecord, call: () => app.page(rescoreDeals)({ parameters: { dealIds } }) };
    },
  },
  expediteCall('deal', 'request_expedite, request', requestExpediteReplySchema, ask({ action: 'request', terms })),
  expediteCall('deal', 'request_expedite, update', requestExpediteReplySchema, ask({ action: 'update', revision: 2, terms: { ...terms, daysSaved: 14, neededBy: '2026-12-28' } }), held),
  expediteCall('deal', 'request_expedite, take the counter-offer', requestExpediteReplySchema, ask({ action: 'accept', revision: 2 }), async (app, dealId) => {
    const ticketId = await app.made(dealId);
    await app.marta(ticketId, 1, { action: 'counter', date: '2026-12-28', cost: 5000, reason: 'Night shift' });
    return ticketId;
  }),
  expediteCall('deal', 'open_expedite, the offer run out', openExpediteReplySchema, (app, propertiesToSend) => app.main(openExpedite)({ propertiesToSend, parameters: {} }), held, { clock: afterwards }),
  expediteCall('ticket', 'open_ticket, moved on the board', openTicketReplySchema, (app, propertiesToSend) => app.ticket(openTicket)({ propertiesToSend, parameters: { considering: null } }), async (app, dealId, account) => {
    const ticketId = await app.made(dealId);
    const { results } = (await account.api('GET', '/crm/v3/pipelines/tickets')) as unknown as { results: { stages: { id: string; label: string }[] }[] };
    const stage = results.flatMap(({ stages }) => stages).find(({ label }) => label === 'Accepted, slot held');
    await account.moveTicket(ticketId, { hs_pipeline_stage: stage?.id ?? '' });
    return ticketId;
  }),
  expediteCall('ticket', 'decide_expedite, accept', decideExpediteReplySchema, decide(accept, 1), (app, dealId) => app.made(dealId)),
  expediteCall('ticket', 'decide_expedite, decline a promise', decideExpediteReplySchema, decide({ action: 'decline', reason: 'Machine down' }, 2), held),
  offerCall('offer_terms, ask', offerTermsReplySchema, (app, propertiesToSend) => app.main(offerTerms)({ propertiesToSend, parameters: { action: 'ask', terms: beyond, revision: 0, by: oliver } })),
  offerCall('decide_offer, approve', decideOfferReplySchema, (app, propertiesToSend) => app.main(decideOffer)({ propertiesToSend, parameters: { action: 'approve', reason: '', key, userId: '94', revision: 1, by: 'Grace Whitfield' } }), (app, dealId) => app.oliver(dealId, 0, { action: 'ask', terms: beyond })),
];
