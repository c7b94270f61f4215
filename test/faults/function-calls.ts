import {
  composeMessageReplySchema,
  decideExpediteReplySchema,
  decideOfferReplySchema,
  messageOwnerReplySchema,
  offerTermsReplySchema,
  openBoardReplySchema,
  openDealReplySchema,
  openExpediteReplySchema,
  openTicketReplySchema,
  planScenariosReplySchema,
  readPolicyReplySchema,
  requestExpediteReplySchema,
  rescoreDealsReplySchema,
  savePolicyReplySchema,
} from '@deal-terms/core/contracts';
import type { Failure } from '@deal-terms/core/contracts';
import { defaultAppSettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { composeMessage } from '../../serverless/functions/compose-message.ts';
import { decideExpedite } from '../../serverless/functions/decide-expedite.ts';
import { decideOffer } from '../../serverless/functions/decide-offer.ts';
import { messageOwner } from '../../serverless/functions/message-owner.ts';
import { offerTerms } from '../../serverless/functions/offer-terms.ts';
import { openBoard } from '../../serverless/functions/open-board.ts';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { openExpedite } from '../../serverless/functions/open-expedite.ts';
import { openTicket } from '../../serverless/functions/open-ticket.ts';
import { planScenarios } from '../../serverless/functions/plan-scenarios.ts';
import { readPolicy } from '../../serverless/functions/read-policy.ts';
import { requestExpedite } from '../../serverless/functions/request-expedite.ts';
import { rescoreDeals } from '../../serverless/functions/rescore-deals.ts';
import { savePolicy } from '../../serverless/functions/save-policy.ts';
import { runApp, startAccount } from '../serverless/account.ts';
import type { Account } from '../serverless/account.ts';
import { composing } from '../serverless/composing.ts';
import { accept, runExpedite, startExpediteAccount, terms } from '../serverless/expedite-account.ts';
import type { ExpediteAccount } from '../serverless/expedite-account.ts';
import { beyond, runOffers, startOfferAccount } from '../serverless/offer-account.ts';
import type { OfferAccount } from '../serverless/offer-account.ts';

export type Reply = { readonly ok: true } | Failure;

type App = ReturnType<typeof runApp>;
/** Hands what a call sends to its function. */
type Send = (
  app: App,
  context: { readonly propertiesToSend: Attested; readonly parameters: unknown },
) => Promise<Reply>;
type Attested = Readonly<Record<string, string | null>>;

/** An account with something to do in it, and the call that does it. HubSpot attests the record, as it is then, before each call. */
export type PreparedCall = {
  readonly account: Account;
  readonly app: App;
  readonly attest: () => Promise<Attested>;
  /** What the card or page sends. */
  readonly parameters: object;
  readonly call: (propertiesToSend: Attested, parameters?: unknown) => Promise<Reply>;
};

/** A call of an app function as a card or a page makes it. */
export type FunctionCall = {
  readonly name: string;
  /** Where it is made: only pages have no record. */
  readonly on: 'deal' | 'ticket' | 'page';
  readonly reply: { readonly safeParse: (value: unknown) => { readonly error?: unknown } };
  readonly prepare: () => Promise<PreparedCall>;
};

const noRecord = () => Promise.resolve({});
/** The key that guards the policy. */
export const key = 'correct horse';
const settings = (borrowingRate: number) => ({ model: { ...defaultPolicy, borrowingRate }, app: defaultAppSettings });
const oliver = 'Oliver Hughes';
const marta = 'Marta Keller';
/** After the request's offer has run out. */
const afterwards = () => Date.parse('2026-11-28T08:00:00Z');

function prepared(account: Account, app: App, attest: PreparedCall['attest'], send: Send, own: object): PreparedCall {
  return {
    account,
    app,
    attest,
    parameters: own,
    call: (propertiesToSend, parameters = own) => send(app, { propertiesToSend, parameters }),
  };
}

async function policyAccount() {
  const account = await startExpediteAccount();
  const app = runApp(account, { secrets: { POLICY_EDIT_KEY: key } });
  return { account, app };
}

/** A deal of the promo retailer; `scene` brings it to where the call is made. */
function expediteCall(
  on: 'deal' | 'ticket',
  name: string,
  reply: FunctionCall['reply'],
  send: Send,
  parameters: object,
  scene: (app: ReturnType<typeof runExpedite>, dealId: string, account: ExpediteAccount) => Promise<string> = () =>
    Promise.resolve(''),
  options: Parameters<typeof runApp>[1] = {},
): FunctionCall {
  const prepare = async (): Promise<PreparedCall> => {
    const account = await startExpediteAccount();
    const dealId = await account.promoDeal();
    const ticketId = await scene(runExpedite(account), dealId, account);
    const app = runApp(account, options);
    const attest = () =>
      on === 'deal' ? app.attest(dealId) : Promise.resolve({ hs_object_id: ticketId, hs_pipeline_stage: '1' });
    return prepared(account, app, attest, send, parameters);
  };
  return { name, on, reply, prepare };
}

function offerCall(
  name: string,
  reply: FunctionCall['reply'],
  send: Send,
  parameters: object,
  scene: (app: ReturnType<typeof runOffers>, dealId: string) => Promise<unknown> = () => Promise.resolve(),
): FunctionCall {
  const prepare = async (): Promise<PreparedCall> => {
    const account: OfferAccount = await startOfferAccount();
    const dealId = await account.promoDeal();
    await scene(runOffers(account), dealId);
    const app = runApp(account, { secrets: { POLICY_EDIT_KEY: key } });
    return prepared(account, app, () => app.attest(dealId), send, parameters);
  };
  return { name, on: 'deal', reply, prepare };
}

const sendDecision: Send = (app, context) => app.ticket(decideExpedite)(context);
const sendRequest: Send = (app, context) => app.main(requestExpedite)(context);
const held = async (app: ReturnType<typeof runExpedite>, dealId: string) => {
  const ticketId = await app.made(dealId);
  await app.marta(ticketId, 1, accept);
  return ticketId;
};

/** Every function but `score_deal`, which has a table of its own, doing as much as it can do. */
export const functionCalls: readonly FunctionCall[] = [
  {
    name: 'open_deal',
    on: 'deal',
    reply: openDealReplySchema,
    prepare: async () => {
      const account = await startExpediteAccount();
      const companyId = await account.createCompany('Gifts & Co');
      await account.createDeal(
        { amount: '1', dealstage: 'closedwon', closedate: '2026-04-30T22:30:00Z', terms_cash_position: 'tight' },
        companyId,
      );
      const dealId = await account.createDeal({ amount: '1000', terms_urgency: 'high' }, companyId);
      const app = runApp(account);
      return prepared(
        account,
        app,
        () => app.attest(dealId),
        (_, context) => app.main(openDeal)(context),
        {},
      );
    },
  },
  {
    name: 'compose_message',
    on: 'deal',
    reply: composeMessageReplySchema,
    prepare: async () => {
      const account = await startExpediteAccount();
      const dealId = await account.promoDeal();
      await account.createContact(dealId, { firstname: 'Anna', hs_language: 'de' });
      const app = runApp(account);
      return prepared(
        account,
        app,
        () => app.attest(dealId),
        (_, context) => app.main(composeMessage)(context),
        composing,
      );
    },
  },
  {
    name: 'open_board',
    on: 'page',
    reply: openBoardReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      return prepared(account, app, noRecord, (_, context) => app.page(openBoard)(context), {});
    },
  },
  {
    name: 'read_policy, a save cut off before',
    on: 'page',
    reply: readPolicyReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      await account.writeLedger(
        'policy/4',
        'policy',
        JSON.stringify({ version: 4, modelVersion: 2, model: { borrowingRate: 0.2 }, app: {} }),
      );
      return prepared(account, app, noRecord, (_, context) => app.page(readPolicy)(context), {});
    },
  },
  {
    name: 'save_policy',
    on: 'page',
    reply: savePolicyReplySchema,
    prepare: async () => {
      const { account, app } = await policyAccount();
      return prepared(account, app, noRecord, (_, context) => app.page(savePolicy)(context), {
        key,
        basedOn: 3,
        settings: settings(0.2),
        author: 'Ann Archer',
      });
    },
  },
  {
    name: 'plan_scenarios',
    on: 'page',
    reply: planScenariosReplySchema,
    prepare: async () => {
      const account = await startAccount();
      const app = runApp(account);
      return prepared(account, app, noRecord, (_, context) => app.page(planScenarios)(context), {
        action: 'keep',
        scenario: {
          name: 'Growth',
          inputs: {
            figures: { borrowingRate: 0.09, unfundedCost: 250_000, contributionMargin: 0.2, certainty: 0.6 },
            excluded: ['301'],
            countsOverdue: false,
          },
        },
        replaces: null,
        by: 'Ann Archer',
      });
    },
  },
  {
    name: 'rescore_deals',
    on: 'page',
    reply: rescoreDealsReplySchema,
    prepare: async () => {
      const account = await startExpediteAccount();
      const dealIds = [
        await account.promoDeal(),
        await account.promoDeal({ terms_urgency: 'none' }),
        await account.promoDeal({ amount: '90000' }),
      ];
      const app = runApp(account);
      return prepared(account, app, noRecord, (_, context) => app.page(rescoreDeals)(context), { dealIds });
    },
  },
  {
    name: 'message_owner',
    on: 'page',
    reply: messageOwnerReplySchema,
    prepare: async () => {
      const account = await startOfferAccount();
      const dealId = await account.promoDeal();
      const app = runApp(account);
      return prepared(account, app, noRecord, (_, context) => app.page(messageOwner)(context), {
        dealId,
        by: 'Grace Whitfield',
      });
    },
  },
  expediteCall('deal', 'request_expedite, request', requestExpediteReplySchema, sendRequest, {
    action: 'request',
    terms,
    by: oliver,
  }),
  expediteCall(
    'deal',
    'request_expedite, update',
    requestExpediteReplySchema,
    sendRequest,
    { action: 'update', revision: 2, terms: { ...terms, daysSaved: 14, neededBy: '2026-12-28' }, by: oliver },
    held,
  ),
  expediteCall(
    'deal',
    'request_expedite, take the counter-offer',
    requestExpediteReplySchema,
    sendRequest,
    { action: 'accept', revision: 2, by: oliver },
    async (app, dealId) => {
      const ticketId = await app.made(dealId);
      await app.marta(ticketId, 1, { action: 'counter', date: '2026-12-28', cost: 5000, reason: 'Night shift' });
      return ticketId;
    },
  ),
  expediteCall(
    'deal',
    'open_expedite, the offer run out',
    openExpediteReplySchema,
    (app, context) => app.main(openExpedite)(context),
    {},
    held,
    { clock: afterwards },
  ),
  expediteCall(
    'ticket',
    'open_ticket, moved on the board',
    openTicketReplySchema,
    (app, context) => app.ticket(openTicket)(context),
    { considering: null },
    async (app, dealId, account) => {
      const ticketId = await app.made(dealId);
      const { results } = (await account.api('GET', '/crm/v3/pipelines/tickets')) as unknown as {
        results: { stages: { id: string; label: string }[] }[];
      };
      const stage = results.flatMap(({ stages }) => stages).find(({ label }) => label === 'Accepted, slot held');
      await account.moveTicket(ticketId, { hs_pipeline_stage: stage?.id ?? '' });
      return ticketId;
    },
  ),
  expediteCall(
    'ticket',
    'decide_expedite, accept',
    decideExpediteReplySchema,
    sendDecision,
    { decision: accept, revision: 1, by: marta },
    (app, dealId) => app.made(dealId),
  ),
  expediteCall(
    'ticket',
    'decide_expedite, decline a promise',
    decideExpediteReplySchema,
    sendDecision,
    { decision: { action: 'decline', reason: 'Machine down' }, revision: 2, by: marta },
    held,
  ),
  offerCall('offer_terms, ask', offerTermsReplySchema, (app, context) => app.main(offerTerms)(context), {
    action: 'ask',
    terms: beyond,
    revision: 0,
    by: oliver,
  }),
  offerCall(
    'decide_offer, approve',
    decideOfferReplySchema,
    (app, context) => app.main(decideOffer)(context),
    { action: 'approve', reason: '', key, userId: '94', revision: 1, by: 'Grace Whitfield' },
    (app, dealId) => app.oliver(dealId, 0, { action: 'ask', terms: beyond }),
  ),
];
