import type { ExpeditePropertyName, ExpediteStatus, PropertyValues } from '../crm/index.ts';
import type { ExpediteRequest } from '../crm/expedite-request.ts';
import { decodeExpedite, encodeExpedite } from '../crm/stored-expedite.ts';
import type { RequestState } from './transitions.ts';

/**
 * The deal's copy of its request, so that deals can be filtered and scored by it; the ticket is the truth.
 * A promise or counter-offer is copied with its days and real cost, a refusal with the days that were asked: they leave the menu.
 *
 * @param request - null for none
 * @param state - where it stands now
 * @returns HubSpot's strings; "" clears
 */
export function dealCopyOf(request: ExpediteRequest | null, state: RequestState): Record<ExpeditePropertyName, string> {
  const status: ExpediteStatus = state === 'withdrawn' ? 'none' : state;
  if (request === null || status === 'none')
    return encodeExpedite({ status: 'none', date: null, daysSaved: null, cost: null });
  if (status === 'requested' || status === 'declined' || status === 'expired')
    return encodeExpedite({ status, date: null, daysSaved: request.daysSaved, cost: null });
  const cost = status === 'shipped' ? (request.actualCost ?? request.cost) : request.cost;
  return encodeExpedite({
    status,
    date: request.promisedDate,
    daysSaved: request.daysPromised ?? request.daysSaved,
    cost: cost ?? request.costEstimate,
  });
}

/**
 * What of a copy is to be written on a deal; a deal that never had a request is left alone.
 *
 * @param deal - deal properties as stored
 * @param copy - as `dealCopyOf` has it
 */
export function dealCopyChanges(
  deal: PropertyValues,
  copy: Record<ExpeditePropertyName, string>,
): Partial<Record<ExpeditePropertyName, string>> {
  const stored = encodeExpedite(decodeExpedite(deal));
  const names = Object.keys(copy) as ExpeditePropertyName[];
  return Object.fromEntries(names.filter((name) => stored[name] !== copy[name]).map((name) => [name, copy[name]]));
}
