import { asRichText, decisionKey, holdsSlot, storyOf, taskSubject, transition } from '@deal-terms/core/expedite';
import type { ExpediteAction, ExpediteRequest, NextRequest, WeekLoad } from '@deal-terms/core/expedite';
import type { Decision } from '../ports/decision-port.ts';
import { isAmong } from '../ports/timeline-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { copyToDeal } from './copy-to-deal.ts';
import type { ExpeditePort } from './expedite-port.ts';
import type { RequestScene } from './expedite-context.ts';
import { isoInstant, ticketChanges } from './ticket-changes.ts';
import { claimSlot, readWeeks } from './weeks.ts';

/** What somebody does with a request. */
export type Change = {
  readonly action: Exclude<ExpediteAction, 'request' | 'expire'>;
  /** Revision it is based on. */
  readonly revision: number;
  /** As the card reports it. */
  readonly by: string;
  /** What is decided beside the action: two changes of the same person with the same particulars are one, sent twice. */
  readonly particulars: object;
  readonly next: (request: ExpediteRequest) => NextRequest;
  /** ISO date whose week a slot is taken of; null for none. */
  readonly slotOn: string | null;
  /** Whether the deal's owner is to do something about it. */
  readonly task: boolean;
};

export type CarriedOut = {
  readonly ok: true;
  readonly request: ExpediteRequest;
  /** How full the weeks from the promised one on are, where a slot was taken. */ readonly weeks?: readonly WeekLoad[];
};

/**
 * Carries a change out, once: a slot first, then the ledger entry that makes it this revision's only change, then ticket, deal, note and task.
 * Whatever was cut short is finished by a repeat. Nine calls at most, five more when it is a repeat, and those of the week's slots.
 *
 * @throws {CrmError}
 */
export async function carryOut(crm: ExpeditePort, scene: RequestScene, change: Change): Promise<CarriedOut | Refusal> {
  const { request } = scene;
  if (request.revision !== change.revision) return finishOrRefuse(crm, scene, change);
  const status = transition(scene.state, change.action);
  if (status === null) return refuse('not_possible', { expedite: { state: scene.state } });
  const claim = change.slotOn === null ? null : await claimFor(crm, scene, change, change.slotOn);
  if (claim !== null && !claim.ok) return claim.refusal;
  const entry = entryOf(request.ticketId, change, scene.moment.nowMs);
  const isFirst = await crm.createDecision(entry);
  const winner = isFirst ? entry : await crm.readDecision(entry.key);
  if (winner === null || !isSame(winner, entry)) {
    // An acceptance counts on the week's first entry of its ticket, which may be this one.
    if (claim?.created != null && !(winner?.body ?? '').includes('"accept"')) await crm.removeSlot(claim.created);
    return refuse('already_decided', { expedite: { by: winner?.author ?? '' } });
  }
  const after: ExpediteRequest = { ...change.next(request), status };
  await crm.updateTicket(request.ticketId, {
    ...ticketChanges(request, after),
    hs_pipeline_stage: scene.expedite.stages[status] ?? '',
  });
  if (holdsSlot(scene.state) && !holdsSlot(status) && request.week !== null) await giveBack(crm, scene, request.week);
  await tell(crm, scene, change, after, { at: winner.writtenAt, isRepeat: !isFirst });
  return { ok: true, request: after, ...(claim === null ? {} : { weeks: claim.weeks }) };
}

/** The ticket has moved on since the card saw it: by this very change, whose answer was lost, or by another. */
async function finishOrRefuse(crm: ExpeditePort, scene: RequestScene, change: Change): Promise<CarriedOut | Refusal> {
  const { request } = scene;
  const entry = entryOf(request.ticketId, change, scene.moment.nowMs);
  const taken = await crm.readDecision(entry.key);
  const isOurs = taken !== null && isSame(taken, entry) && request.revision === change.revision + 1;
  if (!isOurs)
    return refuse('already_decided', {
      expedite: { state: scene.state, by: taken?.author ?? request.decidedBy ?? '' },
    });
  if (!isTold(taken.body)) await tell(crm, scene, change, request, { at: taken.writtenAt, isRepeat: true });
  return { ok: true, request };
}

async function claimFor(crm: ExpeditePort, scene: RequestScene, { by }: Change, date: string) {
  const books = await readWeeks(crm, scene, date);
  const claim = await claimSlot(crm, books, scene.request.ticketId, by, scene.moment.nowMs);
  if (claim.ok) return claim;
  return {
    ok: false,
    refusal: refuse('week_full', { expedite: { week: books[0]?.week ?? '', nextFree: claim.nextFree } }),
  } as const;
}

async function giveBack(crm: ExpeditePort, scene: RequestScene, week: string): Promise<void> {
  const slots = Array.from({ length: scene.installation.policy.app.slotsPerWeek }, (_, index) => ({
    week,
    place: index + 1,
  }));
  const entries = slots.length === 0 ? [] : await crm.readSlots(slots);
  await Promise.all(
    entries
      .filter(({ ticketId }) => ticketId === scene.request.ticketId)
      .map(({ recordId }) => crm.removeSlot(recordId)),
  );
}

/** Deal, timeline and to-do list, of them what a try before has not told; then the entry says that nobody needs to be told again. */
async function tell(
  crm: ExpeditePort,
  scene: RequestScene,
  change: Change,
  request: ExpediteRequest,
  { at, isRepeat }: { readonly at: string; readonly isRepeat: boolean },
): Promise<void> {
  const { ticketId } = request;
  const story = { body: asRichText(storyOf(change.action, request, change.by)), at };
  const subject = taskSubject(change.action, scene.deal['dealname'] ?? `Deal ${scene.dealId}`);
  const before = isRepeat ? await crm.timeline('tickets', ticketId) : { notes: [], tasks: [] };
  await Promise.all([
    copyToDeal(crm, scene, request, request.status),
    ...(isAmong(before.notes, story) ? [] : [crm.addNote(ticketId, story)]),
    ...(!change.task || isAmong(before.tasks, story)
      ? []
      : [
          crm.addTask(
            { ticketId, dealId: scene.dealId },
            { subject, ...story, ownerId: scene.deal['hubspot_owner_id'] || null },
          ),
        ]),
  ]);
  const { key, body: decision } = entryOf(ticketId, change, scene.moment.nowMs);
  await crm.amendDecision(key, `${decision.slice(0, -1)}${told}`);
}

function entryOf(ticketId: string, { revision, action, particulars, by }: Change, nowMs: number): Decision {
  return {
    key: decisionKey(ticketId, revision),
    body: JSON.stringify({ action, ...particulars }),
    author: by,
    writtenAt: isoInstant(nowMs),
  };
}

type Told = Pick<Decision, 'body' | 'author'>;

/** How the body of a decision ends of which everybody has been told. */
const told = ',"told":true}';

function isTold(body: string): boolean {
  return body.endsWith(told);
}

function isSame(one: Told, other: Told): boolean {
  const plain = ({ body }: Told) => (isTold(body) ? `${body.slice(0, -told.length)}}` : body);
  return plain(one) === plain(other) && one.author === other.author;
}
