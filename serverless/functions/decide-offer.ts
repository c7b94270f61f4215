import { decideOfferRequestSchema, decideOfferUid } from '@deal-terms/core/contracts';
import type { DecideOfferReply, DecideOfferRequest } from '@deal-terms/core/contracts';
import { addDays } from '@deal-terms/core/crm';
import { appraise } from '@deal-terms/core/offers';
import type { OfferAction } from '@deal-terms/core/offers';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { carryOutOffer } from '../offers/carry-out.ts';
import { isOfferRefusal, offerSceneOf } from '../offers/offer-context.ts';
import type { OfferScene } from '../offers/offer-context.ts';
import { keyRefusal } from '../policy/approval-code.ts';
import { connectOffers } from '../ports/offer-port.ts';
import type { OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

type Done = Extract<DecideOfferReply, { ok: true }>;

/** An approver's side of an offer. */
export const decideOffer: AppFunction<DecideOfferRequest, OfferPort, Done> = {
  uid: decideOfferUid,
  request: decideOfferRequestSchema,
  connect: connectOffers,
  run,
};

/** HubSpot's entry point. */
export const main = serve(decideOffer);

/** A decision without who made it. */
type Wanted = DecideOfferRequest extends infer One
  ? One extends unknown
    ? Omit<One, 'key' | 'userId' | 'revision' | 'by'>
    : never
  : never;

async function run({
  request,
  crm,
  dealId,
  attested,
  nowMs,
  secret,
}: Call<DecideOfferRequest, OfferPort>): Promise<Done | Refusal> {
  const { revision, by, key, userId, ...wanted } = request;
  const locked = keyRefusal(key, secret);
  if (locked !== null) return locked;
  const [scene, people] = await Promise.all([offerSceneOf(crm, dealId, attested, nowMs), crm.people()]);
  if (isOfferRefusal(scene)) return scene;
  const ownerId = people.find((person) => person.userId === userId)?.ownerId;
  if (ownerId === undefined || !scene.installation.policy.app.approverIds.includes(ownerId))
    return refuse('not_approver');
  const event = eventFor(scene, wanted);
  if ('ok' in event) return event;
  const done = await carryOutOffer(crm, scene, { revision, by, wanted: JSON.stringify(wanted), event });
  return done.ok ? { ok: true, events: [...done.events] } : done;
}

function eventFor(scene: OfferScene, wanted: Wanted): OfferAction | Refusal {
  if (wanted.action === 'reject') return { action: 'reject', reason: wanted.reason };
  const validUntil = addDays(scene.today, scene.installation.policy.app.approvalDays);
  if (wanted.action === 'approve') return { action: 'approve', reason: wanted.reason, validUntil };
  const {
    resolved,
    installation: { policy },
    negotiation: { proposal },
  } = scene;
  if (proposal === null) return refuse('not_possible', { expedite: { state: scene.negotiation.status } });
  if (!resolved.ok)
    return refuse(resolved.code, resolved.code === 'invalid_field' ? { fields: [...resolved.fields] } : {});
  const terms = { ...proposal.terms, discount: wanted.discount };
  const weighed = appraise(resolved, terms, policy);
  return weighed.ok
    ? { action: 'counter', terms, appraisal: weighed.appraisal, reason: wanted.reason, validUntil }
    : refuse('invalid_field', { fields: [weighed.fault] });
}
