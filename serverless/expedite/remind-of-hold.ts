import { holdReminder } from '@deal-terms/core/expedite';
import type { Account, Deal, ExpediteRequest } from '@deal-terms/core/crm';
import type { Moment } from '@deal-terms/core/expedite';
import { giveOwnerTask } from '../tasks/owner-task.ts';
import { isoInstant } from './ticket-changes.ts';

/** Who is written down for a task nobody asked for. */
const app = 'Strategic Deal Terms';

/**
 * Gives the deal's owner a task before a hold ends, once a hold: nobody watches the clock, so that whoever looks first does it. No call for any other
 * request, three for the first who looks, two for everybody after.
 *
 * @throws {CrmError}
 */
export async function remindOfHold(
  crm: Parameters<typeof giveOwnerTask>[0],
  { request, deal, account, moment }: RequestWithDeal,
): Promise<void> {
  const reminder = request === null ? null : holdReminder(request, deal.name, account, moment);
  const { ownerId } = deal.facts;
  if (request === null || reminder === null || ownerId === null) return;
  await giveOwnerTask(crm, {
    ...reminder,
    by: app,
    at: isoInstant(moment.nowMs),
    dueAt: null,
    ownerId,
    about: [
      { type: 'deals', id: request.dealId },
      { type: 'tickets', id: request.ticketId },
    ],
    mayComeTwice: false,
  });
}

type RequestWithDeal = {
  readonly request: ExpediteRequest | null;
  readonly deal: Pick<Deal, 'name'> & { readonly facts: Pick<Deal['facts'], 'ownerId'> };
  readonly account: Account;
  readonly moment: Moment;
};
