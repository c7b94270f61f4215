import { decideExpediteRequestSchema, decideExpediteUid } from '@deal-terms/core/contracts';
import type { DecideExpediteReply, DecideExpediteRequest } from '@deal-terms/core/contracts';
import { decided, isCorrectable, isInSight } from '@deal-terms/core/expedite';
import type { ExpediteRequest } from '@deal-terms/core/expedite';
import { serveTicket } from '../runtime/app-function.ts';
import type { TicketCall, TicketFunction } from '../runtime/app-function.ts';
import { acceptance, promised } from '../expedite/acceptance.ts';
import { carryOut } from '../expedite/carry-out.ts';
import type { Change } from '../expedite/carry-out.ts';
import { connectExpedite } from '../expedite/expedite-port.ts';
import type { ExpeditePort } from '../expedite/expedite-port.ts';
import { contextOfTicket } from '../expedite/expedite-context.ts';
import type { RequestContext } from '../expedite/expedite-context.ts';
import { loadsOf, readWeeks } from '../expedite/weeks.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Done = Extract<DecideExpediteReply, { ok: true }>;

/** Operations' side of a request for an expedited shipment. */
export const decideExpedite: TicketFunction<DecideExpediteRequest, ExpeditePort, Done> = {
  uid: decideExpediteUid,
  request: decideExpediteRequestSchema,
  connect: connectExpedite,
  run,
};

/** HubSpot's entry point. */
export const main = serveTicket(decideExpedite);

async function run({
  request: wanted,
  crm,
  ticketId,
  nowMs,
}: TicketCall<DecideExpediteRequest, ExpeditePort>): Promise<Done | Refusal> {
  const read = await contextOfTicket(crm, ticketId, nowMs);
  if (!read.ok) return read;
  const { context } = read;
  const possible = changeFor(context, wanted);
  if (!possible.ok) return possible;
  const done = await carryOut(crm, context, possible.change);
  if (!done.ok) return done;
  const from = done.request.promisedDate ?? context.moment.today;
  const weeks =
    done.weeks ?? loadsOf(await readWeeks(crm, context, from > context.moment.today ? from : context.moment.today));
  return { ok: true, request: done.request, state: done.request.status, weeks: [...weeks] };
}

function changeFor(
  context: RequestContext,
  { decision, revision, by }: DecideExpediteRequest,
): { readonly ok: true; readonly change: Change } | Refusal {
  const common = { revision, by, task: true };
  const isCorrection = decision.action === 'correct' || decision.action === 'unship';
  if (isCorrection && !isCorrectable(context.request.decidedAtMs, context.moment.nowMs))
    return refuse('not_possible', { expedite: { state: context.state } });
  if (decision.action === 'accept' || decision.action === 'counter') {
    const fault = dateFault(context, decision.date);
    if (fault !== null) return refuse('invalid_field', { fields: [{ field: 'date', message: fault }] });
  }
  if (decision.action === 'accept')
    return { ok: true, change: { ...common, ...acceptance(context, decision.date, decision.cost, by) } };
  const { action, ...particulars } = decision;
  const promise = decision.action === 'counter' ? promised(context, decision.date, decision.cost) : null;
  const next = (request: ExpediteRequest) =>
    decided(request, decision, promise, null, { by, nowMs: context.moment.nowMs });
  return { ok: true, change: { ...common, action, particulars, next, slotOn: null } };
}

/** A promise is of a day to come, and of a delivery sooner than the usual one. */
function dateFault(context: RequestContext, date: string): string | null {
  if (date < context.moment.today) return 'the date is past';
  return isInSight(date, context.moment.today) && promised(context, date, 0).days > 0
    ? null
    : 'that is no sooner than the usual delivery';
}
