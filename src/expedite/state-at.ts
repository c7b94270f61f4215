import type { ExpediteRequest } from '../crm/expedite-request.ts';
import type { RequestState } from './transitions.ts';

/** The day and the instant a state is asked about. */
export type Moment = { readonly nowMs: number; /** ISO date in the account's time zone. */ readonly today: string };

/**
 * Where a request stands now. Nobody watches the clock (docs/hubspot.md section 3): an offer that ran out is expired from the moment somebody looks.
 *
 * @param request - null for none
 */
export function stateAt(
  request: Pick<ExpediteRequest, 'status' | 'holdUntilMs' | 'offerExpires'> | null,
  { nowMs, today }: Moment,
): RequestState {
  if (request === null) return 'none';
  const { status, holdUntilMs, offerExpires } = request;
  if (status === 'held' && holdUntilMs !== null) return holdUntilMs <= nowMs ? 'expired' : 'held';
  const canRunOut = status === 'requested' || status === 'countered' || status === 'held';
  return canRunOut && offerExpires !== null && offerExpires < today ? 'expired' : status;
}
