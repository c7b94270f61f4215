import { messageOwnerRequestSchema, messageOwnerUid } from '@deal-terms/core/contracts';
import type { MessageOwnerReply, MessageOwnerRequest } from '@deal-terms/core/contracts';
import { accountKey, decodeDeal, localDate, nativePropertyOf, scorePropertyOf } from '@deal-terms/core/crm';
import { readAccount } from '../account/installation.ts';
import { createJsonRecords } from '../ports/json-records.ts';
import { createLedgerPort } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import type { Properties } from '../ports/properties.ts';
import { createSealer } from '../ports/seal.ts';
import { createTimelinePort } from '../ports/timeline-port.ts';
import type { TimelinePort } from '../ports/timeline-port.ts';
import { servePage } from '../runtime/app-function.ts';
import type { PageCall, PageFunction } from '../runtime/app-function.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { giveOwnerTask } from '../tasks/owner-task.ts';

type Port = LedgerPort & TimelinePort & { readonly readDeal: (dealId: string) => Promise<Properties | null> };
type Done = Extract<MessageOwnerReply, { ok: true }>;

const read = [
  nativePropertyOf.name,
  nativePropertyOf.ownerId,
  nativePropertyOf.isClosed,
  scorePropertyOf.scoredAtMs,
  scorePropertyOf.bestTrade,
];

/** A task for a deal's owner, from a page; five calls, more for a repeat. */
export const messageOwner: PageFunction<MessageOwnerRequest, Port, Done> = {
  uid: messageOwnerUid,
  request: messageOwnerRequestSchema,
  connect: (transport, ledgerKey) => {
    const records = createJsonRecords(transport);
    return {
      ...createLedgerPort(records, createSealer(ledgerKey)),
      ...createTimelinePort(records),
      readDeal: async (id) => (await records.read('deals', id, read))?.properties ?? null,
    };
  },
  run,
};

/** HubSpot's entry point. */
export const main = servePage(messageOwner);

async function run({
  request: { dealId, by },
  crm,
  nowMs,
}: PageCall<MessageOwnerRequest, Port>): Promise<Done | Refusal> {
  const [entries, properties] = await Promise.all([crm.readEntries([accountKey]), crm.readDeal(dealId)]);
  const account = readAccount(entries);
  if (account === null) return refuse('not_installed');
  if (properties === null) return refuse('unknown_deal');
  const { name, facts, score } = decodeDeal(properties, account);
  const { ownerId, isClosed } = facts;
  if (isClosed || ownerId === null) return refuse('not_possible');
  const given = await giveOwnerTask(crm, {
    key: `task/${dealId}/${localDate(nowMs, account)}`,
    by,
    at: new Date(nowMs).toISOString(),
    dueAt: null,
    ownerId,
    subject: `Push today: ${name}`,
    body: [`${by} asks you to call the customer today.`, score?.bestTrade ?? '']
      .filter((line) => line !== '')
      .join('\n'),
    about: [{ type: 'deals', id: dealId }],
    mayComeTwice: false,
  });
  return given.status === 'given' ? { ok: true, isFirst: given.isFirst, by: given.by } : refuse('unavailable');
}
