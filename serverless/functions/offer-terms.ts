import { offerTermsRequestSchema, offerTermsUid } from '@deal-terms/core/contracts';
import type { OfferTermsReply, OfferTermsRequest } from '@deal-terms/core/contracts';
import { appraise, approvalChangesFor, excessOf, limitsOf } from '@deal-terms/core/offers';
import type { Approver, OfferAction, OfferedTerms, Outcome } from '@deal-terms/core/offers';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { carryOutOffer } from '../offers/carry-out.ts';
import { isOfferRefusal, offerSceneOf } from '../offers/offer-context.ts';
import type { OfferScene } from '../offers/offer-context.ts';
import { connectOffers } from '../ports/offer-port.ts';
import type { OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Done = Extract<OfferTermsReply, { ok: true }>;

/** The rep's side of an offer. */
export const offerTerms: AppFunction<OfferTermsRequest, OfferPort, Done> = {
  uid: offerTermsUid,
  request: offerTermsRequestSchema,
  connect: connectOffers,
  run,
};

/** HubSpot's entry point. */
export const main = serve(offerTerms);

async function run({
  request,
  crm,
  dealId,
  attested,
  nowMs,
}: Call<OfferTermsRequest, OfferPort>): Promise<Done | Refusal> {
  const scene = await offerSceneOf(crm, dealId, attested, nowMs);
  if (isOfferRefusal(scene)) return scene;
  const event = await eventFor(crm, scene, request);
  if ('ok' in event) return event;
  const { revision, by, ...wanted } = request;
  const done = await carryOutOffer(crm, scene, { revision, by, wanted: JSON.stringify(wanted), event });
  return done.ok ? { ok: true, events: [...done.events] } : done;
}

/** What is to happen, or why it cannot. A repeat of what has happened passes: it changes nothing. */
async function eventFor(crm: OfferPort, scene: OfferScene, request: OfferTermsRequest): Promise<OfferAction | Refusal> {
  switch (request.action) {
    case 'answer': {
      const { answer, answeredOn, note } = request;
      return answeredOn > scene.today ? futureDate('answeredOn') : { action: 'answer', answer, answeredOn, note };
    }
    case 'record':
      return outcomeFault(request.outcome, scene.today) ?? { action: 'record', outcome: request.outcome };
    case 'offer':
    case 'ask':
      return putForward(crm, scene, request.action, request.terms);
  }
}

async function putForward(
  crm: OfferPort,
  scene: OfferScene,
  action: 'offer' | 'ask',
  terms: OfferedTerms,
): Promise<OfferAction | Refusal> {
  const {
    resolved,
    installation: { policy },
    negotiation,
  } = scene;
  if (!resolved.ok)
    return refuse(resolved.code, resolved.code === 'invalid_field' ? { fields: [...resolved.fields] } : {});
  const weighed = appraise(resolved, terms, policy);
  if (!weighed.ok) return refuse('invalid_field', { fields: [weighed.fault] });
  const { appraisal } = weighed;
  const excess = excessOf(limitsOf(policy.app, scene.ownerId), { terms, appraisal });
  if (action === 'ask') return { action, terms, appraisal, approvers: await approversOf(crm, policy.app.approverIds) };
  const changed = approvalChangesFor(negotiation, { terms, appraisal }, scene.today);
  return excess.length > 0 && changed?.length !== 0
    ? refuse('over_limit', { approval: { excess, changed } })
    : { action, terms, appraisal };
}

async function approversOf(crm: OfferPort, approverIds: readonly string[]): Promise<Approver[]> {
  if (approverIds.length === 0) return [];
  const people = new Map((await crm.people()).map((person) => [person.ownerId, person]));
  return approverIds.flatMap((ownerId) => people.get(ownerId) ?? []);
}

/** What is recorded has happened, in an order things can happen in. */
function outcomeFault({ orderedOn, deliveredOn, paidOn }: Outcome, today: string): Refusal | null {
  if (deliveredOn !== null && deliveredOn > today) return futureDate('deliveredOn');
  if (paidOn !== null && paidOn > today) return futureDate('paidOn');
  if (deliveredOn !== null && deliveredOn < orderedOn)
    return refuse('invalid_field', {
      fields: [{ field: 'deliveredOn', message: 'nothing is delivered before it is ordered' }],
    });
  return paidOn !== null && paidOn < orderedOn
    ? refuse('invalid_field', { fields: [{ field: 'paidOn', message: 'nothing is paid before it is ordered' }] })
    : null;
}

function futureDate(field: string): Refusal {
  return refuse('invalid_field', { fields: [{ field, message: 'the date is still to come' }] });
}
