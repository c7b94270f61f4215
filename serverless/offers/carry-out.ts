import { storableValues } from '@deal-terms/core/crm';
import { asRichText } from '@deal-terms/core/expedite';
import {
  approvalSubject,
  reminderSubject,
  isPossible,
  negotiationOf,
  offerActionSchema,
  offerCopyChanges,
  offerCopyOf,
  offerKey,
  offerStory,
} from '@deal-terms/core/offers';
import type { OfferAction, OfferEvent } from '@deal-terms/core/offers';
import { newest } from '../evidence/newest.ts';
import type { OnceChange } from '../once/once-entry.ts';
import { claim, claimOf, notifyOnce } from '../once/once.ts';
import type { Claim } from '../once/once.ts';
import { batchSize } from '../ports/batches.ts';
import type { OfferPort } from '../ports/offer-port.ts';
import type { OpenTask } from '../ports/timeline-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { amountBefore } from './agreed-amount.ts';
import type { OfferContext } from './offer-context.ts';

/** What somebody does. */
export type OfferChange = {
  /** Revision it is based on. */
  readonly revision: number;
  /** As the card reports it. */
  readonly by: string;
  /** What was asked for. */
  readonly wanted: object;
  readonly event: OfferAction;
};

export type OfferCarriedOut = { readonly ok: true; readonly events: readonly OfferEvent[] };

/**
 * Carries a change out, once: the ledger entry of the next revision decides who is first, then the deal's copy, its timeline and the approver's task follow.
 * Whatever was cut short is finished by a repeat; a card that lags behind is answered with how things stand, and the deal's copy made good. Five calls at most, two more where an approval was waited for, four more when it is a repeat.
 *
 * @throws {CrmError}
 */
export async function carryOutOffer(
  crm: OfferPort,
  context: OfferContext,
  change: OfferChange,
): Promise<OfferCarriedOut | Refusal> {
  const { negotiation, dealId, nowMs } = context;
  const once: OnceChange = {
    key: offerKey(dealId, change.revision + 1),
    kind: 'offer',
    by: change.by,
    at: new Date(nowMs).toISOString(),
    wanted: change.wanted,
    event: change.event,
  };
  const before = context.entries.get(change.revision + 1);
  const isOnTop = before === undefined || negotiation.revision === change.revision + 1;
  if (before !== undefined) {
    const repeated = isOnTop ? claimOf(before, once) : { ok: false as const, winner: before };
    return repeated.ok ? finish(crm, context, once, repeated) : refused(crm, context, before.author);
  }
  if (change.revision !== negotiation.revision || !isPossible(negotiation, change.event.action))
    return refuse('not_possible', { expedite: { state: negotiation.status } });
  const made = await claim(crm, once);
  if (made.ok) return finish(crm, context, once, made);
  return made.winner === null ? refuse('unavailable') : refused(crm, context, made.winner.author);
}

async function refused(crm: OfferPort, context: OfferContext, by: string): Promise<Refusal> {
  await copyToDeal(crm, context, context.events);
  return refuse('already_decided', { expedite: { state: context.negotiation.status, by } });
}

async function finish(
  crm: OfferPort,
  context: OfferContext,
  once: OnceChange,
  made: Extract<Claim, { ok: true }>,
): Promise<OfferCarriedOut> {
  const action = offerActionSchema.parse(made.event);
  const event: OfferEvent = { ...action, revision: revisionOf(once.key), by: once.by, at: made.at };
  const events = [...context.events.filter(({ revision }) => revision !== event.revision), event];
  if (made.isNotified) return { ok: true, events };
  await copyToDeal(crm, context, events, amountTakenBack(context, event, events));
  await completeApprovalTasks(crm, context, event);
  const about = { type: 'deals', id: context.dealId } as const;
  const [approver] = event.action === 'ask' ? event.approvers : [];
  await notifyOnce(crm, once, made, {
    about,
    body: asRichText(offerStory(event, negotiationOf(events), context.today)),
    task:
      approver === undefined
        ? null
        : { subject: approvalSubject(context.deal.name), ownerId: approver.ownerId, about: [about] },
  });
  return { ok: true, events };
}

/** A yes that was none after all takes with it the price it brought; nothing where the deal has another amount by now. */
function amountTakenBack(
  { deal, today, events: known }: OfferContext,
  { revision }: OfferEvent,
  events: readonly OfferEvent[],
): { readonly amount?: string } {
  const { status, offer } = negotiationOf(known.filter((event) => event.revision < revision));
  if (status !== 'agreed' || offer === null || negotiationOf(events).status === 'agreed') return {};
  const amount = amountBefore(deal, offer, today);
  return amount === null ? {} : { amount: String(amount) };
}

/** Whoever was asked has nothing left to do once there is a decision, or something else was put forward. */
async function completeApprovalTasks(crm: OfferPort, context: OfferContext, event: OfferEvent): Promise<void> {
  const before = context.events.filter(({ revision }) => revision < event.revision);
  if (negotiationOf(before).status !== 'awaiting_approval') return;
  const { name } = context.deal;
  const subjects: readonly string[] = [approvalSubject(name), reminderSubject(name)];
  const askedAt = before.filter(({ action }) => action === 'ask').map(({ at }) => Date.parse(at));
  // A deal may have got another name meanwhile: then the task is known by when it was made.
  const isAsked = ({ subject, at }: OpenTask) => subjects.includes(subject) || askedAt.includes(Date.parse(at));
  const open = await crm.openTasks(newest(context.links.tasks ?? [], batchSize));
  await crm.completeTasks(open.filter(isAsked).map(({ id }) => id));
}

function revisionOf(key: string): number {
  return Number(key.slice(key.lastIndexOf('/') + 1));
}

async function copyToDeal(
  crm: OfferPort,
  { dealId, properties, today, installation: { account } }: OfferContext,
  events: readonly OfferEvent[],
  beside: { readonly amount?: string } = {},
): Promise<void> {
  const copy = storableValues(account, offerCopyChanges(properties, offerCopyOf(events, today)));
  const changes = { ...copy, ...beside };
  if (Object.keys(changes).length > 0) await crm.updateDeal(dealId, changes);
}
