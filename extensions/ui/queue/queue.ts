import type { useCrmSearch } from '@hubspot/ui-extensions';
import { addDays, listedTicketPropertyNames } from '@deal-terms/core/crm';
import type { Account, PropertyValues } from '@deal-terms/core/crm';
import { decodeTicket, holdsSlot, isOpen, isoWeekOf, stateAt } from '@deal-terms/core/expedite';
import type { ExpediteRequest, Moment, RequestState } from '@deal-terms/core/expedite';

type Search = Omit<Parameters<typeof useCrmSearch>[0], 'pageLength'>;

/** A request in the queue, as it stands now. */
export type QueuedRequest = {
  readonly request: ExpediteRequest;
  readonly state: RequestState;
  /** HubSpot owner of the ticket; "" for nobody. */
  readonly ownerId: string;
  /** ISO date it is delivered on, as promised, else as asked for; null where nothing says it. */
  readonly deliveredOn: string | null;
  /** The ISO week of the delivery: the one whose slot it holds, else that of the day. */
  readonly week: string | null;
};

/** What the viewer wants to see; "" for all. */
export type QueueFilter = {
  readonly state: '' | 'open' | RequestState;
  readonly week: string;
  readonly ownerId: string;
};

/** Weeks back from today whose requests count: shipped ones still take their slot. */
const daysBack = 60;

/**
 * Requests of the app's pipeline made or changed lately, and all open ones are among them: an offer is open for days, not months.
 *
 * @param account - with the pipeline's id
 * @param today - ISO date
 */
export function queueSearch(expedite: NonNullable<Account['expedite']>, today: string): Search {
  return {
    objectType: 'tickets',
    filterGroups: [
      {
        filters: [
          { propertyName: 'hs_pipeline', operator: 'EQ', value: expedite.pipelineId },
          {
            propertyName: 'hs_lastmodifieddate',
            operator: 'GTE',
            value: String(Date.parse(addDays(today, -daysBack))),
          },
        ],
      },
    ],
    sorts: [{ propertyName: 'hs_object_id', direction: 'DESCENDING' }],
    properties: [...listedTicketPropertyNames],
  };
}

/**
 * The queue, the next delivery first, of one day the next deadline first; requests without a day at the end.
 *
 * @param records - tickets by name, each with its id in `hs_object_id`
 */
export function queueOf(
  records: readonly PropertyValues[],
  { stages }: NonNullable<Account['expedite']>,
  moment: Moment,
): QueuedRequest[] {
  const requests = records.flatMap((record) => {
    const request = decodeTicket(record['hs_object_id'] ?? '', record, stages);
    if (request === null) return [];
    const deliveredOn = request.promisedDate ?? request.askedDate;
    return [
      {
        request,
        state: stateAt(request, moment),
        ownerId: request.ownerId ?? '',
        deliveredOn,
        week: request.week ?? (deliveredOn === null ? null : isoWeekOf(deliveredOn)),
      },
    ];
  });
  return requests.sort(
    (one, other) =>
      (one.deliveredOn ?? '9999').localeCompare(other.deliveredOn ?? '9999') ||
      (one.request.neededBy ?? '9999').localeCompare(other.request.neededBy ?? '9999') ||
      one.request.ticketId.localeCompare(other.request.ticketId, 'en', { numeric: true }),
  );
}

/** Requests a filter lets through. */
export function filtered(queue: readonly QueuedRequest[], { state, week, ownerId }: QueueFilter): QueuedRequest[] {
  return queue.filter(
    (one) =>
      (state === '' || (state === 'open' ? isOpen(one.state) : one.state === state)) &&
      (week === '' || one.week === week) &&
      (ownerId === '' || one.ownerId === ownerId),
  );
}

/** How many requests hold a slot, by week. */
export function slotsTaken(queue: readonly QueuedRequest[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const {
    request: { week },
    state,
  } of queue)
    if (week !== null && holdsSlot(state)) taken.set(week, (taken.get(week) ?? 0) + 1);
  return taken;
}

/** What of a request cannot wait, in words; nothing for one that is over or in time. */
export function warningsOf({ request, state }: QueuedRequest, { today, nowMs }: Moment): string[] {
  if (!isOpen(state)) return [];
  const { neededBy, offerExpires, holdUntilMs } = request;
  const hoursHeld = holdUntilMs === null ? null : (holdUntilMs - nowMs) / 3_600_000;
  return [
    ...(neededBy !== null && neededBy < today ? ['Overdue'] : []),
    ...(state === 'held' && hoursHeld !== null && hoursHeld <= 48
      ? [hoursHeld <= 24 ? 'Hold ends within a day' : 'Hold ends within two days']
      : []),
    ...((state === 'requested' || state === 'countered') && offerExpires !== null && offerExpires <= addDays(today, 1)
      ? [offerExpires === today ? 'Offer expires today' : 'Offer expires tomorrow']
      : []),
  ];
}
