import { attemptsTried, decodeTicket, encodeTicket, requestKey, stateAt, transition } from '@deal-terms/core/expedite';
import type { ExpediteRequest, ExpediteTerms } from '@deal-terms/core/expedite';
import type { Ticket } from '../ports/ticket-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import type { CarriedOut } from './carry-out.ts';
import { copyToDeal } from './copy-to-deal.ts';
import type { ExpeditePort } from './expedite-port.ts';
import type { ExpediteContext } from './expedite-context.ts';
import { expire } from './settle.ts';
import { isoInstant } from './ticket-changes.ts';
import { worthOf } from './worth.ts';
import type { Worth } from './worth.ts';

/** What a rep asks for, and who it is. */
export type Asked = { readonly terms: ExpediteTerms; readonly by: string };

/**
 * Makes the ticket of a new request. The unique key makes it one ticket however often, and by however many, it is asked: the second finds the first.
 *
 * @throws {CrmError}
 */
export async function ask(crm: ExpeditePort, context: ExpediteContext, asked: Asked): Promise<CarriedOut | Refusal> {
  const { request: before, state } = context;
  if (before !== null && transition(state, 'request') === null) return repeated(crm, context, before, asked);
  const weighed = worthOf(context, asked.terms);
  if (!weighed.ok) return weighed;
  await expire(crm, context);
  const { companyId, dealName } = context.deal.facts;
  const company = companyId === null ? null : await crm.companyName(companyId);
  const request = newRequest(context, asked, { ...weighed.worth, dealName, company });
  const made = await makeTicket(crm, context, request, { dealId: context.dealId, companyId });
  if (made === null) return refuse('unavailable');
  if ('properties' in made) return foundInstead(crm, context, made, asked);
  await copyToDeal(crm, context, made, 'requested');
  return { ok: true, request: made };
}

/**
 * A key that is refused is somebody's only if their ticket is there: HubSpot answers 409 for other reasons too, so it is tried for once more, and then the
 * next one.
 *
 * @returns the request as it was made, or the ticket that has its key; null when HubSpot takes none
 */
async function makeTicket(
  crm: ExpeditePort,
  context: ExpediteContext,
  wanted: ExpediteRequest,
  belongsTo: Parameters<ExpeditePort['createTicket']>[1],
): Promise<ExpediteRequest | Ticket | null> {
  for (let next = 0; next < attemptsTried; next += 1) {
    const request = { ...wanted, attempt: wanted.attempt + next };
    const properties = ticketProperties(request, context);
    const ticketId = await crm.createTicket(properties, belongsTo);
    if (ticketId !== null) return { ...request, ticketId };
    const [other] = await crm.ticketsByKey([requestKey(request.dealId, request.attempt)]);
    if (other !== undefined) return other;
    const secondId = await crm.createTicket(properties, belongsTo);
    if (secondId !== null) return { ...request, ticketId: secondId };
  }
  return null;
}

/** Somebody made a request in the same moment: the same one, sent twice, or another. */
async function foundInstead(
  crm: ExpeditePort,
  context: ExpediteContext,
  { id, properties }: Ticket,
  asked: Asked,
): Promise<CarriedOut | Refusal> {
  const found = decodeTicket(id, properties, context.expedite.stages);
  if (found === null) return refuse('already_decided', { expedite: { state: 'requested' } });
  return repeated(crm, { ...context, state: stateAt(found, context.moment) }, found, asked);
}

/** There is an open request: the same one sent again, whose answer was lost, or somebody else's. */
async function repeated(
  crm: ExpeditePort,
  context: ExpediteContext,
  before: ExpediteRequest,
  { terms, by }: Asked,
): Promise<CarriedOut | Refusal> {
  const isSame =
    (Object.keys(terms) as (keyof ExpediteTerms)[]).every((name) => (before[name] ?? '') === (terms[name] ?? '')) &&
    before.requestedBy === by;
  if (!isSame) return refuse('already_decided', { expedite: { state: context.state, by: before.requestedBy ?? '' } });
  await copyToDeal(crm, context, before, context.state);
  return { ok: true, request: before };
}

function newRequest(
  { dealId, request: before, moment, installation }: ExpediteContext,
  { terms, by }: Asked,
  known: Worth & Pick<ExpediteRequest, 'dealName' | 'company'>,
): ExpediteRequest {
  return {
    ticketId: '',
    ownerId: installation.policy.app.opsOwnerId,
    dealId,
    attempt: (before?.attempt ?? 0) + 1,
    status: 'requested',
    revision: 1,
    ...terms,
    customerWhy: terms.customerWhy.trim() === '' ? null : terms.customerWhy.trim(),
    ...known,
    promisedDate: null,
    daysPromised: null,
    cost: null,
    week: null,
    holdUntilMs: null,
    actualCost: null,
    reason: null,
    requestedBy: by,
    requestedAtMs: moment.nowMs,
    decidedBy: null,
    decidedAtMs: null,
  };
}

function ticketProperties(
  request: ExpediteRequest,
  { expedite, installation }: ExpediteContext,
): Record<string, string> {
  const { opsOwnerId } = installation.policy.app;
  return {
    subject: `Expedited shipment: ${request.dealName ?? requestKey(request.dealId, request.attempt)}`,
    content: [
      `Needed by ${request.neededBy ?? ''}, ${String(request.daysSaved ?? '')} days sooner.`,
      request.gives,
      request.customerWhy ?? '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    hs_pipeline: expedite.pipelineId,
    hs_pipeline_stage: expedite.stages['requested'] ?? '',
    hs_ticket_priority: 'HIGH',
    ...(opsOwnerId === null ? {} : { hubspot_owner_id: opsOwnerId }),
    ...encodeTicket(request, isoInstant),
  };
}
