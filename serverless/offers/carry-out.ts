import { asRichText } from '@deal-terms/core/expedite';
import {
  approvalSubject,
  isPossible,
  negotiationOf,
  offerCopyChanges,
  offerCopyOf,
  offerKey,
  offerStory,
} from '@deal-terms/core/offers';
import type { OfferAction, OfferEvent } from '@deal-terms/core/offers';
import type { OfferEntry, OfferPort } from '../ports/offer-port.ts';
import { isAmong } from '../ports/timeline-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { eventOf, readBody } from './offer-context.ts';
import type { EntryBody, OfferScene } from './offer-context.ts';

/** What somebody does. */
export type OfferChange = {
  /** Revision it is based on. */
  readonly revision: number;
  /** As the card reports it. */
  readonly by: string;
  /** What was asked for, as text: two changes of the same person that want the same are one, sent twice. */
  readonly wanted: string;
  readonly event: OfferAction;
};

export type OfferCarriedOut = { readonly ok: true; readonly events: readonly OfferEvent[] };

/**
 * Carries a change out, once: the ledger entry of the next revision decides who is first, then the deal's copy, its timeline and the approver's task follow.
 * Whatever was cut short is finished by a repeat; a card that lags behind is answered with how things stand, and the deal's copy made good. Six calls at most, four more when it is a repeat.
 *
 * @throws {CrmError}
 */
export async function carryOutOffer(
  crm: OfferPort,
  scene: OfferScene,
  change: OfferChange,
): Promise<OfferCarriedOut | Refusal> {
  const revision = change.revision + 1;
  const existing = scene.entries.get(revision);
  if (existing !== undefined) return finishOrRefuse(crm, scene, change, existing);
  if (change.revision !== scene.negotiation.revision || !isPossible(scene.negotiation, change.event.action))
    return refuse('not_possible', { expedite: { state: scene.negotiation.status } });
  const entry = entryOf(scene, change, { wanted: change.wanted, event: change.event });
  if (!(await crm.createEntry(entry))) {
    const winner = (await crm.readEntries([entry.key])).get(entry.key);
    return winner === undefined ? refuse('unavailable') : finishOrRefuse(crm, scene, change, winner);
  }
  return tell(crm, scene, change, entry, false);
}

/** The revision is there already: by this very change, whose answer was lost, or by another. */
async function finishOrRefuse(
  crm: OfferPort,
  scene: OfferScene,
  change: OfferChange,
  existing: OfferEntry,
): Promise<OfferCarriedOut | Refusal> {
  const body = readBody(existing.body);
  const isOurs = body !== null && body.wanted === change.wanted && existing.author === change.by;
  if (isOurs && scene.negotiation.revision <= change.revision + 1) {
    if (body.told !== true) return tell(crm, scene, { ...change, event: body.event }, existing, true);
    return { ok: true, events: withEvent(scene.events, eventOf(change.revision + 1, existing)) };
  }
  await copyToDeal(crm, scene, scene.events);
  return refuse('already_decided', { expedite: { state: scene.negotiation.status, by: existing.author } });
}

/** Deal, timeline and to-do list, of them what a try before has not told; then the entry says that nobody needs to be told again. */
async function tell(
  crm: OfferPort,
  scene: OfferScene,
  change: OfferChange,
  entry: OfferEntry,
  isRepeat: boolean,
): Promise<OfferCarriedOut> {
  const event: OfferEvent = { ...change.event, revision: change.revision + 1, by: entry.author, at: entry.writtenAt };
  const events = withEvent(scene.events, event);
  const story = { body: asRichText(offerStory(event, negotiationOf(events), scene.today)), at: entry.writtenAt };
  const before = isRepeat ? await crm.timeline('deals', scene.dealId) : { notes: [], tasks: [] };
  const [approver] = event.action === 'ask' ? event.approvers : [];
  const subject = approvalSubject(scene.deal['dealname'] ?? `Deal ${scene.dealId}`);
  await Promise.all([
    copyToDeal(crm, scene, events),
    ...(isAmong(before.notes, story) ? [] : [crm.addDealNote(scene.dealId, story)]),
    ...(approver === undefined || isAmong(before.tasks, story)
      ? []
      : [crm.addDealTask(scene.dealId, { subject, ...story, ownerId: approver.ownerId })]),
  ]);
  await crm.amendEntry(
    entry.key,
    JSON.stringify({ wanted: change.wanted, event: change.event, told: true } satisfies EntryBody),
  );
  return { ok: true, events };
}

async function copyToDeal(
  crm: OfferPort,
  { dealId, deal, today }: OfferScene,
  events: readonly OfferEvent[],
): Promise<void> {
  const changes = offerCopyChanges(deal, offerCopyOf(events, today));
  if (Object.keys(changes).length > 0) await crm.updateDeal(dealId, changes);
}

function entryOf({ dealId, nowMs }: OfferScene, { revision, by }: OfferChange, body: EntryBody): OfferEntry {
  return {
    key: offerKey(dealId, revision + 1),
    body: JSON.stringify(body),
    author: by,
    writtenAt: new Date(nowMs).toISOString(),
  };
}

function withEvent(events: readonly OfferEvent[], event: OfferEvent | null): OfferEvent[] {
  return event === null ? [...events] : [...events.filter(({ revision }) => revision !== event.revision), event];
}
