import type { ExpediteStatus, PropertyValues } from '../crm/index.ts';
import type { ExpeditePropertyName } from '../crm/index.ts';
import { readDate, readNumber, readText, writeNumber } from '../crm/property-values.ts';
import type { ExpediteRequest } from '../crm/expedite-request.ts';
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
    return {
      terms_expedite_status: 'none',
      terms_expedite_date: '',
      terms_expedite_days_saved: '',
      terms_expedite_cost: '',
    };
  if (status === 'requested' || status === 'declined' || status === 'expired') {
    return {
      terms_expedite_status: status,
      terms_expedite_date: '',
      terms_expedite_days_saved: writeNumber(request.daysSaved),
      terms_expedite_cost: '',
    };
  }
  const cost = status === 'shipped' ? (request.actualCost ?? request.cost) : request.cost;
  return {
    terms_expedite_status: status,
    terms_expedite_date: request.promisedDate ?? '',
    terms_expedite_days_saved: writeNumber(request.daysPromised ?? request.daysSaved),
    terms_expedite_cost: writeNumber(cost ?? request.costEstimate),
  };
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
  const stored: Record<ExpeditePropertyName, string> = {
    terms_expedite_status: readText(deal['terms_expedite_status']) ?? 'none',
    terms_expedite_date: readDate(deal['terms_expedite_date']) ?? '',
    terms_expedite_days_saved: writeNumber(readNumber(deal['terms_expedite_days_saved'])),
    terms_expedite_cost: writeNumber(readNumber(deal['terms_expedite_cost'])),
  };
  const names = Object.keys(copy) as ExpeditePropertyName[];
  return Object.fromEntries(names.filter((name) => stored[name] !== copy[name]).map((name) => [name, copy[name]]));
}
