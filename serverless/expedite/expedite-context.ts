import { decodeDeal, decodeTicket, keysAfter, localDate, requestKey } from '@deal-terms/core/crm';
import type { Account, Deal, ExpediteRequest } from '@deal-terms/core/crm';
import { stateAt, tradeBasis } from '@deal-terms/core/expedite';
import type { Moment, RequestState, TradeBasis } from '@deal-terms/core/expedite';
import { readInstallation } from '../account/installation.ts';
import type { Installation } from '../account/installation.ts';
import type { Properties } from '../ports/deal-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import type { ExpeditePort } from './expedite-port.ts';

/** Where everything stands that a request has to do with. */
export type ExpediteContext = {
  readonly installation: Installation;
  /** HubSpot's ids of pipeline and stages. */
  readonly expedite: NonNullable<Account['expedite']>;
  readonly moment: Moment;
  readonly dealId: string;
  /** As it is stored, read by its id: what a card sends along decides nothing. */
  readonly properties: Properties;
  readonly deal: Deal;
  /** The deal as a trade of speed, or why it is none. */
  readonly trade: ReturnType<typeof tradeBasis>;
  /** Null for a deal without one. */
  readonly request: ExpediteRequest | null;
  readonly state: RequestState;
  /** Whether it is the deal's latest: only that one is copied to the deal. */
  readonly isLatest: boolean;
};

/** A context with a request in it. */
export type RequestContext = ExpediteContext & { readonly request: ExpediteRequest };

/** Requests of one deal are read this many at a time. */
const attemptsAtOnce = 20;

/**
 * The context of a deal HubSpot attests. Three calls, another one for each further twenty requests the deal has had.
 *
 * @throws {CrmError}
 */
export async function contextOfDeal(
  crm: ExpeditePort,
  dealId: string,
  nowMs: number,
): Promise<{ readonly ok: true; readonly context: ExpediteContext } | Refusal> {
  const [installation, tickets, properties] = await Promise.all([
    readInstallation(crm),
    ticketsOf(crm, dealId),
    crm.readDeal(dealId),
  ]);
  if (installation?.account.expedite === undefined) return refuse('not_installed');
  if (properties === null) return refuse('unknown_deal');
  const { expedite } = installation.account;
  const requests = tickets.flatMap((ticket) => decodeTicket(ticket.id, ticket.properties, expedite.stages) ?? []);
  const latest = requests.reduce<ExpediteRequest | null>(
    (last, one) => (last === null || one.attempt > last.attempt ? one : last),
    null,
  );
  const found = { installation, expedite, properties, dealId, request: latest, isLatest: true, nowMs };
  return { ok: true, context: contextOf(found) };
}

/**
 * The context of a ticket HubSpot attests. Four calls.
 *
 * @throws {CrmError}
 */
export async function contextOfTicket(
  crm: ExpeditePort,
  ticketId: string,
  nowMs: number,
): Promise<{ readonly ok: true; readonly context: RequestContext } | Refusal> {
  const [installation, ticket] = await Promise.all([readInstallation(crm), crm.readTicket(ticketId)]);
  if (installation?.account.expedite === undefined) return refuse('not_installed');
  const { expedite } = installation.account;
  const request = ticket === null ? null : decodeTicket(ticketId, ticket.properties, expedite.stages);
  // The key can be typed over; a link to the deal is what makes the request the deal's.
  if (ticket === null || request === null || !ticket.dealIds.includes(request.dealId)) return refuse('unknown_ticket');
  const { dealId } = request;
  const [properties, later] = await Promise.all([crm.readDeal(dealId), crm.ticketsByKey(keysAfter(request))]);
  if (properties === null) return refuse('unknown_deal');
  const found = { installation, expedite, properties, dealId, request, isLatest: later.length === 0, nowMs };
  return { ok: true, context: { ...contextOf(found), request } };
}

type Found = Pick<ExpediteContext, 'installation' | 'expedite' | 'properties' | 'dealId' | 'request' | 'isLatest'> & {
  readonly nowMs: number;
};

function contextOf({ nowMs, ...found }: Found): ExpediteContext {
  const { account, policy } = found.installation;
  const moment = { nowMs, today: localDate(nowMs, account) };
  const deal = decodeDeal(found.properties, account);
  const trade = tradeBasis({
    facts: deal.facts,
    captured: deal.customer,
    policy,
    account,
    today: moment.today,
  });
  return { ...found, moment, deal, trade, state: stateAt(found.request, moment) };
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
export function basisOf({ trade }: ExpediteContext): TradeBasis | null {
  return trade.ok ? trade.basis : null;
}
