import { openTicketRequestSchema, openTicketUid } from '@deal-terms/core/contracts';
import type { OpenTicketReply, OpenTicketRequest } from '@deal-terms/core/contracts';
import { dateSaving, daysSavedBy, estimatedCost, gainIfGranted, isInSight, isoWeekOf } from '@deal-terms/core/expedite';
import { serveTicket } from '../runtime/app-function.ts';
import type { TicketCall, TicketFunction } from '../runtime/app-function.ts';
import { adopt } from '../expedite/adopt.ts';
import { connectExpedite } from '../expedite/expedite-port.ts';
import type { ExpeditePort } from '../expedite/expedite-port.ts';
import { basisOf, contextOfTicket } from '../expedite/expedite-context.ts';
import type { RequestContext } from '../expedite/expedite-context.ts';
import { settle } from '../expedite/settle.ts';
import { loadsOf, readWeeks } from '../expedite/weeks.ts';
import type { Refusal } from '../runtime/reply.ts';

type Opened = Extract<OpenTicketReply, { ok: true }>;

/** All operations need to decide; five calls, two for the weeks' slots, and what has to be brought up to date. */
export const openTicket: TicketFunction<OpenTicketRequest, ExpeditePort, Opened> = {
  uid: openTicketUid,
  request: openTicketRequestSchema,
  connect: connectExpedite,
  run,
};

/** HubSpot's entry point. */
export const main = serveTicket(openTicket);

async function run({
  request: { considering },
  crm,
  ticketId,
  nowMs,
}: TicketCall<OpenTicketRequest, ExpeditePort>): Promise<Opened | Refusal> {
  const found = await contextOfTicket(crm, ticketId, nowMs);
  if (!found.ok) return found;
  const context = await adopt(crm, found.context);
  const {
    moment: { today },
    installation: { account },
  } = context;
  const { facts, name, score } = context.deal;
  const trade = tradeOf(context, considering);
  const date = trade?.date ?? today;
  const from = date > today && isInSight(date, today) ? date : today;
  const [request, company, books] = await Promise.all([
    settle(crm, context),
    facts.companyId === null ? null : crm.companyName(facts.companyId),
    readWeeks(crm, context, from),
  ]);
  return {
    ok: true,
    request,
    state: context.state,
    weeks: loadsOf(books),
    account,
    today,
    trade,
    deal: {
      id: context.dealId,
      name,
      company,
      amount: facts.amount,
      currency: facts.currency ?? account.homeCurrency,
      closesOn: facts.closesOn,
      bestTrade: score?.bestTrade ?? null,
    },
  };
}

/** The date and cost that are thought about, else those promised, else those asked for. */
function tradeOf(context: RequestContext, considering: OpenTicketRequest['considering']): Opened['trade'] {
  const basis = basisOf(context);
  if (basis === null) return null;
  const { request } = context;
  const asked = request.daysSaved ?? 0;
  const date = considering?.date ?? request.promisedDate ?? dateSaving(basis, asked);
  const daysSaved = daysSavedBy(basis, date);
  const cost =
    considering?.cost ?? request.cost ?? request.costEstimate ?? estimatedCost(basis, Math.max(0, daysSaved));
  return {
    date,
    usualDate: basis.deliveredOn,
    daysSaved,
    cost,
    gain: daysSaved > 0 ? gainIfGranted(basis, { ...request, daysSaved }, cost) : null,
    week: isoWeekOf(date),
  };
}
