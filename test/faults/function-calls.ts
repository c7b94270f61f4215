import {
  composeMessageReplySchema,
  decideExpediteReplySchema,
  decideOfferReplySchema,
  offerTermsReplySchema,
  openDealReplySchema,
  openExpediteReplySchema,
  openTicketReplySchema,
  requestExpediteReplySchema,
  scoreDealReplySchema,
} from '@deal-terms/core/contracts';
import { composeMessage } from '../../serverless/functions/compose-message.ts';
import { decideExpedite } from '../../serverless/functions/decide-expedite.ts';
import { decideOffer } from '../../serverless/functions/decide-offer.ts';
import { offerTerms } from '../../serverless/functions/offer-terms.ts';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { openExpedite } from '../../serverless/functions/open-expedite.ts';
import { openTicket } from '../../serverless/functions/open-ticket.ts';
import { requestExpedite } from '../../serverless/functions/request-expedite.ts';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';
import { runApp, startAccount } from '../serverless/account.ts';
import { composing } from '../serverless/composing.ts';
import { accept, runExpedite, startExpediteAccount, terms } from '../serverless/expedite-account.ts';
import type { ExpediteAccount } from '../serverless/expedite-account.ts';
import { beyond, runOffers, startOfferAccount } from '../serverless/offer-account.ts';
import type { OfferAccount } from '../serverless/offer-account.ts';
import { key, prepared } from './function-call.ts';
import type { FunctionCall, PreparedCall, Send } from './function-call.ts';
import { pageCalls } from './page-calls.ts';

const oliver = 'Oliver Hughes';
const marta = 'Marta Keller';
/** After the request's offer has run out. */
const afterwards = () => Date.parse('2026-11-28T08:00:00Z');

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

const answers = { ...emptyProfile, cashPosition: 'abundant', termsImportance: 'standard_clause', urgency: 'high' };

/** Every function, doing as much as it can do. */
export const functionCalls: readonly FunctionCall[] = [
  ...pageCalls,
  {
    name: 'score_deal',
    on: 'deal',
    reply: scoreDealReplySchema,
    isRepeatable: true,
    refusedAs: 'invalid_field',
    prepare: async () => {
      const account = await startAccount();
      const dealId = await account.createDeal({ amount: '60000', terms_customer_why: 'Christmas market' });
      const app = runApp(account);
      return prepared(
        account,
        app,
        () => app.attest(dealId),
        (_, context) => app.main(scoreDeal)(context),
        { loaded: emptyProfile, captured: answers },
      );
    },
  },
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
      await account.moveToColumn(ticketId, 'Accepted, slot held');
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
