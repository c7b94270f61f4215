import { requestExpediteRequestSchema, requestExpediteUid } from '@deal-terms/core/contracts';
import type { RequestExpediteReply, RequestExpediteRequest } from '@deal-terms/core/contracts';
import { ended, updated } from '@deal-terms/core/expedite';
import type { ExpediteRequest } from '@deal-terms/core/expedite';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { acceptance } from '../expedite/acceptance.ts';
import { ask } from '../expedite/ask.ts';
import { carryOut } from '../expedite/carry-out.ts';
import type { Change } from '../expedite/carry-out.ts';
import { connectExpedite } from '../expedite/expedite-port.ts';
import type { ExpeditePort } from '../expedite/expedite-port.ts';
import { lossRefusal } from '../expedite/loss-approval.ts';
import { contextOfDeal } from '../expedite/expedite-context.ts';
import type { RequestContext } from '../expedite/expedite-context.ts';
import { loadsOf, readWeeks } from '../expedite/weeks.ts';
import { worthOf } from '../expedite/worth.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Done = Extract<RequestExpediteReply, { ok: true }>;

/** The rep's side of a request for an expedited shipment. */
export const requestExpedite: AppFunction<RequestExpediteRequest, ExpeditePort, Done> = {
  uid: requestExpediteUid,
  request: requestExpediteRequestSchema,
  connect: connectExpedite,
  run,
};

/** HubSpot's entry point. */
export const main = serve(requestExpedite);

async function run({
  request: wanted,
  crm,
  dealId,
  nowMs,
}: Call<RequestExpediteRequest, ExpeditePort>): Promise<Done | Refusal> {
  const read = await contextOfDeal(crm, dealId, nowMs);
  if (!read.ok) return read;
  const { context } = read;
  const { request } = context;
  const done =
    wanted.action === 'request'
      ? await ask(crm, context, wanted)
      : request === null
        ? refuse('not_possible', { expedite: { state: 'none' } })
        : await change(crm, { ...context, request }, wanted);
  if (!done.ok) return done;
  return {
    ok: true,
    request: done.request,
    state: done.request.status,
    weeks: loadsOf(await readWeeks(crm, context, context.moment.today)),
  };
}

async function change(
  crm: ExpeditePort,
  context: RequestContext,
  wanted: Exclude<RequestExpediteRequest, { action: 'request' }>,
) {
  const common = { revision: wanted.revision, by: wanted.by, task: false } as const;
  switch (wanted.action) {
    case 'withdraw':
      return carryOut(crm, context, { ...common, action: 'withdraw', particulars: {}, next: ended, slotOn: null });
    case 'accept':
      return accept(crm, context, common);
    case 'update': {
      const weighed = worthOf(context, wanted.terms);
      if (!weighed.ok) return weighed;
      const next = (before: ExpediteRequest) => updated(before, wanted.terms, weighed.worth);
      return carryOut(crm, context, {
        ...common,
        action: 'update',
        particulars: { terms: wanted.terms },
        next,
        slotOn: null,
      });
    }
  }
}

/** A rep may take a counter-offer, as operations made it; the first yes is theirs. One that costs us more than it brings needs an approval first. */
async function accept(crm: ExpeditePort, context: RequestContext, common: Pick<Change, 'revision' | 'by' | 'task'>) {
  const { promisedDate, cost, revision } = context.request;
  const isLost = revision === common.revision + 1 && context.state === 'held';
  if ((context.state !== 'countered' && !isLost) || promisedDate === null || cost === null)
    return refuse('not_possible', { expedite: { state: context.state } });
  const loss = isLost ? null : await lossRefusal(crm, context, promisedDate, cost);
  if (loss !== null) return loss;
  return carryOut(crm, context, { ...common, ...acceptance(context, promisedDate, cost, common.by) });
}
