import { asRichText, decisionKey, holdsSlot, storyOf, taskSubject, transition } from '@deal-terms/core/expedite';
import type { ExpediteAction, ExpediteRequest, NextRequest, WeekLoad } from '@deal-terms/core/expedite';
import * as z from 'zod/mini';
import { readOnceBody } from '../once/once-entry.ts';
import type { OnceChange } from '../once/once-entry.ts';
import { claim, claimOf, notifyOnce } from '../once/once.ts';
import type { Claim } from '../once/once.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { copyToDeal } from './copy-to-deal.ts';
import type { ExpeditePort } from './expedite-port.ts';
import type { RequestContext } from './expedite-context.ts';
import { isoInstant, ticketChanges } from './ticket-changes.ts';
import { giveSlotBack } from './slots.ts';
import { claimSlot, readWeeks, readWeekSlots } from './weeks.ts';

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
export async function carryOut(
  crm: ExpeditePort,
  context: RequestContext,
  change: Change,
): Promise<CarriedOut | Refusal> {
  const { request } = context;
  const once = onceOf(context, change);
  if (request.revision !== change.revision) return finishOrRefuse(crm, context, change, once);
  const status = transition(context.state, change.action);
  if (status === null) return refuse('not_possible', { expedite: { state: context.state } });
  const slot = change.slotOn === null ? null : await claimFor(crm, context, change, change.slotOn);
  if (slot !== null && !slot.ok) return slot.refusal;
  const made = await claim(crm, once);
  if (!made.ok) {
    // An acceptance counts on the week's first entry of its ticket, which may be this one.
    if (slot?.created != null && actionOf(made.winner?.body) !== 'accept')
      await giveSlotBack(crm, slot.created, change.by, once.at);
    return made.winner === null
      ? refuse('unavailable')
      : refuse('already_decided', { expedite: { by: made.winner.author } });
  }
  const after: ExpediteRequest = { ...change.next(request), status };
  await crm.updateTicket(request.ticketId, {
    ...ticketChanges(request, after),
    hs_pipeline_stage: context.expedite.stages[status] ?? '',
  });
  if (holdsSlot(context.state) && !holdsSlot(status) && request.week !== null)
    await giveBack(crm, context, request.week, change.by);
  await notify(crm, context, change, { request: after, once, made });
  return { ok: true, request: after, ...(slot === null ? {} : { weeks: slot.weeks }) };
}

/** The ticket has moved on since the card saw it: by this very change, whose answer was lost, or by another. */
async function finishOrRefuse(
  crm: ExpeditePort,
  context: RequestContext,
  change: Change,
  once: OnceChange,
): Promise<CarriedOut | Refusal> {
  const { request } = context;
  const entry = (await crm.readEntries([once.key])).get(once.key);
  const made = entry === undefined ? null : claimOf(entry, once);
  if (made?.ok !== true || request.revision !== change.revision + 1)
    return refuse('already_decided', {
      expedite: { state: context.state, by: entry?.author ?? request.decidedBy ?? '' },
    });
  await notify(crm, context, change, { request, once, made });
  return { ok: true, request };
}

async function claimFor(crm: ExpeditePort, context: RequestContext, { by }: Change, date: string) {
  const books = await readWeeks(crm, context, date);
  const claim = await claimSlot(crm, books, context.request.ticketId, by, context.moment.nowMs);
  if (claim.ok) return claim;
  if (claim.isRefused) return { ok: false, refusal: refuse('unavailable') } as const;
  return {
    ok: false,
    refusal: refuse('week_full', { expedite: { week: books[0]?.week ?? '', nextFree: claim.nextFree } }),
  } as const;
}

async function giveBack(crm: ExpeditePort, context: RequestContext, week: string, by: string): Promise<void> {
  const { installation, moment, request } = context;
  const entries = await readWeekSlots(crm, [week], installation.policy.app.slotsPerWeek);
  await Promise.all(
    entries
      .filter(({ ticketId }) => ticketId === request.ticketId)
      .map((slot) => giveSlotBack(crm, slot, by, isoInstant(moment.nowMs))),
  );
}

/** Deal, timeline and to-do list; nothing of it when a try before has come to its end. */
async function notify(
  crm: ExpeditePort,
  context: RequestContext,
  change: Change,
  {
    request,
    once,
    made,
  }: {
    readonly request: ExpediteRequest;
    readonly once: OnceChange;
    readonly made: Extract<Claim, { ok: true }>;
  },
): Promise<void> {
  if (made.isNotified) return;
  await copyToDeal(crm, context, request, request.status);
  const about = { type: 'tickets', id: request.ticketId } as const;
  await notifyOnce(crm, once, made, {
    about,
    body: asRichText(storyOf(change.action, request, change.by)),
    task: change.task
      ? {
          subject: taskSubject(change.action, context.deal.name),
          ownerId: context.deal.facts.ownerId,
          about: [{ type: 'deals', id: context.dealId }, about],
        }
      : null,
  });
}

function onceOf(
  { request: { ticketId }, moment: { nowMs } }: RequestContext,
  { revision, action, particulars, by }: Change,
): OnceChange {
  return {
    key: decisionKey(ticketId, revision),
    kind: 'decision',
    by,
    at: isoInstant(nowMs),
    wanted: { action, ...particulars },
  };
}

const wantedSchema = z.object({ action: z.string() });

/** What the entry of a decision did; null for one that cannot be read. */
function actionOf(body: string | undefined): string | null {
  return wantedSchema.safeParse(readOnceBody(body ?? '')?.wanted).data?.action ?? null;
}
