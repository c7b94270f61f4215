import { randomUUID } from 'node:crypto';
import type { DecideExpediteRequest, Failure, RecordMeetingRequest } from '@deal-terms/core/contracts';
import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import { decideExpedite } from '../serverless/functions/decide-expedite.ts';
import { decideOffer } from '../serverless/functions/decide-offer.ts';
import { offerTerms } from '../serverless/functions/offer-terms.ts';
import { recordMeeting } from '../serverless/functions/record-meeting.ts';
import { requestExpedite } from '../serverless/functions/request-expedite.ts';
import { savePolicy } from '../serverless/functions/save-policy.ts';
import { scoreDeal } from '../serverless/functions/score-deal.ts';
import { readInstallation } from '../serverless/account/installation.ts';
import type { Installation } from '../serverless/account/installation.ts';
import { connectLedger } from '../serverless/ports/ledger-port.ts';
import { ledgerKeyName } from '../serverless/ports/seal.ts';
import { createTransport } from '../serverless/ports/transport.ts';
import { policyKeyName } from '../serverless/policy/approval-code.ts';
import { production, serve, servePage, serveTicket } from '../serverless/runtime/app-function.ts';
import type { AppFunction, FunctionContext, Runtime } from '../serverless/runtime/app-function.ts';
import type { LocalAccount } from '../workbench/account.ts';
import { attestedProperties } from '../workbench/functions/attested-properties.ts';
import type { DemoClock } from './demo-clock.ts';

/** Where the app's steps are taken. */
export type StepsTarget = {
  readonly account: Pick<LocalAccount, 'api' | 'adminToken'>;
  /** Where the account's API answers. */
  readonly origin: string;
  /** Values of the app's secrets. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly clock: DemoClock;
};

/** A deal of the account, and the token of whoever looks at it. */
export type DealInView = { readonly id: string; readonly name: string; readonly viewerToken: string };

/** The app's own steps, as its cards and pages take them, in this process and at the clock's time. Each throws when the app does not do what it is asked. */
export type AppSteps = ReturnType<typeof connectAppSteps>;

/** Nobody waits for an answer while an account is filled. */
const budgetMs = 120_000;
const ticketPropertyNames = ['hs_object_id', 'hs_pipeline_stage'];

/**
 * @param target - the account, the app set up in it
 */
export function connectAppSteps({ account, origin, secrets, clock }: StepsTarget) {
  // The demo's people know the code; which one it is does not matter here.
  const code = randomUUID();
  const runtime: Runtime = {
    ...production,
    environment: () => ({
      ...secrets,
      [policyKeyName]: code,
      PRIVATE_APP_ACCESS_TOKEN: account.adminToken,
      HUBSPOT_API_ORIGIN: origin,
    }),
    nowMs: clock.nowMs,
    log: () => undefined,
    budgetMs,
  };
  const read = async (path: string, token: string) =>
    account.api(new Request(origin + path, { headers: { authorization: `Bearer ${token}` } }));
  const attested = (dealId: string, viewerToken: string) =>
    attestedProperties(
      { objectId: dealId, objectTypeId: '0-3', objectPropertyNames: [...attestedDealPropertyNames] },
      read,
      viewerToken,
    );
  const ofDeal = <Request, Port, Success extends { ok: true }>(definition: AppFunction<Request, Port, Success>) => {
    const main = serve(definition, runtime);
    return async ({ id, name, viewerToken }: DealInView, parameters: Request): Promise<Success> => {
      const propertiesToSend = await attested(id, viewerToken);
      return done<Success>(definition.uid, name, await main({ propertiesToSend, parameters }));
    };
  };
  const mainOfTicket = serveTicket(decideExpedite, runtime);
  const mainOfPolicy = servePage(savePolicy, runtime);
  const mainOfMeeting = servePage(recordMeeting, runtime);
  const decide = ofDeal(decideOffer);
  return {
    /** A deal as its card sees it. */
    read: ({ id, viewerToken }: DealInView) => attested(id, viewerToken),
    /** Account and policy in force. */
    installation: async (): Promise<Installation> => {
      const transport = createTransport({
        origin,
        accessToken: account.adminToken,
        family: runtime.family,
        budgetMs,
        random: runtime.random,
      });
      const found = await readInstallation(connectLedger(transport, secrets[ledgerKeyName] ?? null));
      if (found === null) throw new Error('the app is not set up');
      return found;
    },
    score: ofDeal(scoreDeal),
    offer: ofDeal(offerTerms),
    askOperations: ofDeal(requestExpedite),
    /** An approver's yes to an offer beyond the limits. */
    approve: (deal: DealInView, { revision, by, userId }: { revision: number; by: string; userId: string }) =>
      decide(deal, { action: 'approve', revision, by, userId, key: code, reason: '' }),
    /** Operations decide on a request. */
    decideRequest: async (ticketId: string, parameters: DecideExpediteRequest) => {
      const query = { objectId: ticketId, objectTypeId: '0-5', objectPropertyNames: ticketPropertyNames };
      const propertiesToSend = await attestedProperties(query, read, account.adminToken);
      return done(decideExpedite.uid, ticketId, await mainOfTicket({ propertiesToSend, parameters }));
    },
    recordMeeting: async (parameters: RecordMeetingRequest) =>
      done(recordMeeting.uid, 'the table', await mainOfMeeting({ parameters })),
    savePolicy: async (settings: unknown, basedOn: number, author: string) => {
      const context: FunctionContext = { parameters: { key: code, basedOn, settings, author } };
      return done(savePolicy.uid, 'the policy', await mainOfPolicy(context));
    },
  };
}

function done<Success extends { ok: true }>(uid: string, of: string, reply: Success | Failure): Success {
  if (!reply.ok) throw new Error(`${uid} of ${of}: ${JSON.stringify(reply)}`);
  return reply;
}
