import { decodeCaptured, decodeDealFacts, localDate } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';
import { decodeTicket, requestKey, stateAt, tradeBasis } from '@deal-terms/core/expedite';
import type { ExpediteRequest, Moment, RequestState, TradeBasis } from '@deal-terms/core/expedite';
import { readInstallation } from '../account/installation.ts';
import type { Installation } from '../account/installation.ts';
import type { Properties } from '../ports/deal-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import type { ExpeditePort } from './expedite-port.ts';

/** Where everything stands that a request has to do with. */
export type Scene = {
  readonly installation: Installation;
  /** HubSpot's ids of pipeline and stages. */
  readonly expedite: NonNullable<Account['expedite']>;
  readonly moment: Moment;
  readonly deal: Properties;
  readonly dealId: string;
  /** The deal as a trade of speed, or why it is none. */
  readonly trade: ReturnType<typeof tradeBasis>;
  /** Null for a deal without one. */
  readonly request: ExpediteRequest | null;
  readonly state: RequestState;
  /** Whether it is the deal's latest: only that one is copied to the deal. */
  readonly isLatest: boolean;
};

/** A scene with a request in it. */
export type RequestScene = Scene & { readonly request: ExpediteRequest };

/** Requests of one deal are read this many at a time. */
const attemptsAtOnce = 20;

/**
 * The scene of a deal HubSpot attests. Two calls, another one for each further twenty requests the deal has had.
 *
 * @throws {CrmError}
 */
export async function sceneOfDeal(
  crm: ExpeditePort,
  dealId: string,
  deal: Properties,
  nowMs: number,
): Promise<Scene | Refusal> {
  const [installation, tickets] = await Promise.all([readInstallation(crm), ticketsOf(crm, dealId)]);
  if (installation?.account.expedite === undefined) return refuse('not_installed');
  const { stages } = installation.account.expedite;
  const requests = tickets.flatMap(({ id, properties }) => decodeTicket(id, properties, stages) ?? []);
  const latest = requests.reduce<ExpediteRequest | null>(
    (last, one) => (last === null || one.attempt > last.attempt ? one : last),
    null,
  );
  return sceneOf({
    installation,
    expedite: installation.account.expedite,
    deal,
    dealId,
    request: latest,
    isLatest: true,
    nowMs,
  });
}

/**
 * The scene of a ticket HubSpot attests. Four calls.
 *
 * @throws {CrmError}
 */
export async function sceneOfTicket(
  crm: ExpeditePort,
  ticketId: string,
  nowMs: number,
): Promise<RequestScene | Refusal> {
  const [installation, ticket] = await Promise.all([readInstallation(crm), crm.readTicket(ticketId)]);
  if (installation?.account.expedite === undefined) return refuse('not_installed');
  const request =
    ticket === null ? null : decodeTicket(ticketId, ticket.properties, installation.account.expedite.stages);
  // The key can be typed over; a link to the deal is what makes the request the deal's.
  if (ticket === null || request === null || !ticket.dealIds.includes(request.dealId)) return refuse('unknown_ticket');
  const [deal, later] = await Promise.all([
    crm.readDeal(request.dealId),
    crm.ticketsByKey([requestKey(request.dealId, request.attempt + 1)]),
  ]);
  if (deal === null) return refuse('unknown_deal');
  return {
    ...sceneOf({
      installation,
      expedite: installation.account.expedite,
      deal,
      dealId: request.dealId,
      request,
      isLatest: later.length === 0,
      nowMs,
    }),
    request,
  };
}

type Found = Pick<Scene, 'installation' | 'expedite' | 'deal' | 'dealId' | 'request' | 'isLatest'> & {
  readonly nowMs: number;
};

function sceneOf({ nowMs, ...found }: Found): Scene {
  const { account, policy } = found.installation;
  const moment = { nowMs, today: localDate(nowMs, account) };
  const trade = tradeBasis({
    facts: decodeDealFacts(found.deal),
    captured: decodeCaptured(found.deal),
    policy,
    account,
    today: moment.today,
  });
  return { ...found, moment, trade, state: stateAt(found.request, moment) };
}

async function ticketsOf(crm: ExpeditePort, dealId: string) {
  for (let first = 1, all: Awaited<ReturnType<ExpeditePort['ticketsByKey']>> = []; ; first += attemptsAtOnce) {
    const found = await crm.ticketsByKey(
      Array.from({ length: attemptsAtOnce }, (_, index) => requestKey(dealId, first + index)),
    );
    all = [...all, ...found];
    if (found.length < attemptsAtOnce) return all;
  }
}

/** The basis of a trade that has one. */
export function basisOf({ trade }: Scene): TradeBasis | null {
  return trade.ok ? trade.basis : null;
}

/** Whether a scene could not be set. */
export function isRefusal(answer: Scene | Refusal): answer is Refusal {
  return 'ok' in answer;
}
