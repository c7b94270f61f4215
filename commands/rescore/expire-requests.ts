import { localDate, parseInstant } from '@deal-terms/core/crm';
import type { ExpediteStatus } from '@deal-terms/core/crm';
import { hasRunOut, transition, transitions } from '@deal-terms/core/expedite';
import type { RequestState } from '@deal-terms/core/expedite';
import type { Installation } from '../../serverless/installation.ts';
import { batchSize } from '../../serverless/ports/bulk-deal-port.ts';
import type { BulkDealPort } from '../../serverless/ports/bulk-deal-port.ts';
import { isCrmError } from '../../serverless/ports/crm-error.ts';
import type { ExpediteRequestPort, ExpediteTicket } from '../../serverless/ports/expedite-request-port.ts';

export type ExpiryPorts = { readonly requests: ExpediteRequestPort; readonly deals: Pick<BulkDealPort, 'readDeals' | 'updateDeals'> };
type Expedite = NonNullable<Installation['account']['expedite']>;

/** Requests that can run out. */
const mortal = (Object.keys(transitions) as RequestState[]).filter((state) => transition(state, 'expire') !== null);

/**
 * Writes what time has done to expedite requests: those that have run out move to Expired, and their deals say so, before the deals are scored.
 * A token that may not see tickets is told and no fault.
 *
 * @returns how many requests have run out
 * @throws {CrmError}
 */
export async function expireRequests({ requests, deals }: ExpiryPorts, { account }: Installation, nowMs: number, dryRun: boolean, onNote: (note: string) => void): Promise<number> {
  const { expedite } = account;
  if (expedite === undefined) return 0;
  const today = localDate(nowMs, account.timeZone);
  try {
    let expired = 0;
    for (;;) {
      const found = await requests.requestsEndedBefore(expedite, mortal.flatMap((state) => expedite.stages[state] ?? []), nowMs, today);
      const over = found.filter((ticket) => hasRunOut(termOf(ticket, expedite), nowMs, today));
      expired += over.length;
      if (over.length > 0 && !dryRun) await expire(over, expedite, { requests, deals });
      // What search still finds after a write, or a dry run leaves, is not asked for again.
      if (over.length < batchSize || dryRun) break;
    }
    if (expired > 0) onNote(`${expired} expedite ${expired === 1 ? 'request has' : 'requests have'} run out${dryRun ? '' : ': they are marked as expired'}.`);
    return expired;
  } catch (error) {
    if (!isCrmError(error) || error.kind !== 'forbidden') throw error;
    onNote('Expedite requests were not looked at: the token lacks the scope tickets.');
    return 0;
  }
}

function termOf({ properties }: ExpediteTicket, { stages }: Expedite) {
  const state = mortal.find((key) => stages[key] === properties['hs_pipeline_stage']) ?? 'none';
  return { state, holdUntilMs: parseInstant(properties['expedite_hold_until'] ?? ''), offerExpires: properties['expedite_offer_expires'] ?? null };
}

/** Deals first: if this stops in between, the tickets are found again. A deal that has moved on to another request stays as it is. */
async function expire(over: readonly ExpediteTicket[], { stages }: Expedite, { requests, deals }: ExpiryPorts): Promise<void> {
  const stateOf = new Map(over.map(({ properties }) => [properties['expedite_request_key']?.split('/')[0] ?? '', mortal.find((key) => stages[key] === properties['hs_pipeline_stage'])]));
  const ids = [...stateOf.keys()].filter((id) => /^\d+$/.test(id));
  const records = ids.length === 0 ? [] : await deals.readDeals(ids, ['terms_expedite_status']);
  const behind = records.filter(({ id, properties }) => properties['terms_expedite_status'] === stateOf.get(id));
  await deals.updateDeals(behind.map(({ id }) => ({ id, properties: { terms_expedite_status: 'expired' satisfies ExpediteStatus } })));
  await requests.moveTo(stages['expired'] ?? '', over.map(({ id }) => id));
}
