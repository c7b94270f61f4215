import { decodeDeal, expeditePropertyNames, keysAfter, localDate, nativePropertyOf } from '@deal-terms/core/crm';
import {
  dealCopyChanges,
  dealCopyOf,
  decodeTicket,
  encodeTicket,
  ended,
  remindedBeforeMs,
  stateAt,
  transition,
  transitions,
} from '@deal-terms/core/expedite';
import type { Deal } from '@deal-terms/core/crm';
import type { ExpediteRequest, Moment, RequestState } from '@deal-terms/core/expedite';
import type { Installation } from '../../serverless/account/installation.ts';
import { batchSize } from '../../serverless/ports/batches.ts';
import type { BulkDealPort } from '../../serverless/ports/bulk-deal-port.ts';
import { remindOfHold } from '../../serverless/expedite/remind-of-hold.ts';
import { isCrmError } from '../../serverless/ports/crm-error.ts';
import type { ExpediteRequestPort } from '../../serverless/ports/expedite-request-port.ts';

export type RequestPorts = {
  readonly requests: ExpediteRequestPort;
  readonly deals: Pick<BulkDealPort, 'readDeals' | 'updateDeals'>;
  /** Where owners are told of holds that end. */
  readonly tasks: Parameters<typeof remindOfHold>[0];
};
type Expedite = NonNullable<Installation['account']['expedite']>;

/** Whatever was moved by hand is seen by the next run but for runs a week apart; opening the deal sees it as well. */
const lookBackMs = 7 * 86_400_000;
const canRunOut = (Object.keys(transitions) as RequestState[]).filter((state) => transition(state, 'expire') !== null);

/**
 * Brings expedite requests up to date before deals are scored: those that have run out move to Expired, deals follow their tickets, and their owners are told
 * of holds that end within two days.
 * A token that may not see tickets is told and no fault.
 *
 * @throws {CrmError}
 */
export async function reconcileRequests(
  ports: RequestPorts,
  { account }: Installation,
  nowMs: number,
  dryRun: boolean,
  onNote: (note: string) => void,
): Promise<void> {
  const { expedite } = account;
  if (expedite === undefined) return;
  const moment = { nowMs, today: localDate(nowMs, account) };
  const openStages = canRunOut.flatMap((state) => expedite.stages[state] ?? []);
  const remind = ownerReminder(ports.tasks, account, moment, onNote);
  try {
    let expired = 0;
    for (let afterId = '0', isLast = false; !isLast;) {
      const tickets = await ports.requests.movedRequests({
        expedite,
        openStages,
        sinceMs: nowMs - lookBackMs,
        holdsEndBeforeMs: nowMs + remindedBeforeMs,
        today: moment.today,
        afterId,
      });
      const found = tickets.flatMap(({ id, properties }) => decodeTicket(id, properties, expedite.stages) ?? []);
      expired += await reconcile(found, { account, expedite, moment, dryRun, remind }, ports);
      isLast = tickets.length < batchSize;
      afterId = tickets.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), afterId);
    }
    if (expired > 0)
      onNote(
        `${expired} expedite ${expired === 1 ? 'request has' : 'requests have'} run out${dryRun ? '' : ': marked as expired'}.`,
      );
  } catch (error) {
    if (!isCrmError(error) || error.kind !== 'forbidden') throw error;
    onNote('Expedite requests were not looked at: the token lacks the scope tickets.');
  }
}

type Reconciling = {
  readonly account: Installation['account'];
  readonly expedite: Expedite;
  readonly moment: Moment;
  readonly dryRun: boolean;
  readonly remind: (request: ExpediteRequest | null, deal: Deal) => Promise<void>;
};

/** Tells owners of holds that end; a token that may not make tasks is told, once, and no fault. */
function ownerReminder(
  tasks: RequestPorts['tasks'],
  account: Installation['account'],
  moment: Moment,
  onNote: (note: string) => void,
): Reconciling['remind'] {
  let isAllowed = true;
  return async (request, deal) => {
    if (!isAllowed) return;
    try {
      await remindOfHold(tasks, { request, deal, account, moment });
    } catch (error) {
      if (!isCrmError(error) || error.kind !== 'forbidden') throw error;
      isAllowed = false;
      onNote('Owners were not told of holds that end: the token lacks crm.objects.contacts.write.');
    }
  };
}

/** Deals first: if this stops in between, the tickets are found again. */
async function reconcile(
  found: readonly ExpediteRequest[],
  { account, expedite: { stages }, moment, dryRun, remind }: Reconciling,
  { requests, deals }: RequestPorts,
): Promise<number> {
  const over = found.filter((request) => stateAt(request, moment) === 'expired' && request.status !== 'expired');
  if (dryRun || found.length === 0) return over.length;
  const latest = await latestOfDeals(found, requests);
  const records = await deals.readDeals(
    [...latest.keys()],
    [...expeditePropertyNames, nativePropertyOf.name, nativePropertyOf.ownerId],
  );
  const updates = records.map(({ id, properties }) => {
    const request = latest.get(id) ?? null;
    return { id, properties: dealCopyChanges(properties, dealCopyOf(request, stateAt(request, moment))) };
  });
  await deals.updateDeals(updates.filter(({ properties }) => Object.keys(properties).length > 0));
  await requests.updateTickets(
    over.map((request) => ({
      id: request.ticketId,
      properties: { ...endChanges(request), hs_pipeline_stage: stages['expired'] ?? '' },
    })),
  );
  for (const { id, properties } of records) await remind(latest.get(id) ?? null, decodeDeal(properties, account));
  return over.length;
}

/** A deal follows its last request: one that another has followed says nothing of the deal any more. */
async function latestOfDeals(
  found: readonly ExpediteRequest[],
  requests: ExpediteRequestPort,
): Promise<Map<string, ExpediteRequest>> {
  const followed = await requests.existingKeys(found.flatMap(keysAfter));
  return new Map(
    found
      .filter((request) => !keysAfter(request).some((key) => followed.has(key)))
      .map((request) => [request.dealId, request]),
  );
}

function endChanges(request: ExpediteRequest): Record<string, string> {
  const instant = (epochMs: number) => new Date(epochMs).toISOString();
  const before: Readonly<Record<string, string>> = encodeTicket(request, instant);
  return Object.fromEntries(
    Object.entries(encodeTicket({ ...request, ...ended(request) }, instant)).filter(
      ([name, value]) => before[name] !== value,
    ),
  );
}
