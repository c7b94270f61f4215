import { asRichText } from '@deal-terms/core/expedite';
import { reminderStory, reminderSubject, termsInWords } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import type { OnceChange } from '../once/once-entry.ts';
import { claim, notifyOnce } from '../once/once.ts';
import type { OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import type { OfferContext } from './offer-context.ts';

/** Whether the approver was reminded now, or had been today. */
export type Reminder = 'sent' | 'sent_before';

/**
 * Reminds whoever was asked for an approval, with a task of their own and a note on the deal; once a day, whoever clicks. Four calls at most, four more when
 * one that was cut short is finished.
 *
 * @throws {CrmError}
 */
export async function remindApprover(
  crm: OfferPort,
  { negotiation: { status, proposal, revision }, events, dealId, deal, nowMs, today }: OfferContext,
  by: string,
): Promise<{ readonly ok: true; readonly events: OfferEvent[]; readonly reminder: Reminder } | Refusal> {
  const asked = events.findLast(({ action }) => action === 'ask');
  if (status !== 'awaiting_approval' || proposal === null || asked?.action !== 'ask')
    return refuse('not_possible', { expedite: { state: status } });
  const change: OnceChange = {
    key: `reminder/${dealId}/${revision}/${today}`,
    kind: 'reminder',
    by,
    at: new Date(nowMs).toISOString(),
    wanted: { action: 'remind' },
  };
  const made = await claim(crm, change);
  const isSent = !made.ok || made.isNotified;
  if (made.ok) {
    const about = { type: 'deals', id: dealId } as const;
    await notifyOnce(crm, change, made, {
      about,
      body: asRichText(reminderStory(asked, by, termsInWords(proposal))),
      task: { subject: reminderSubject(deal.name), ownerId: asked.approvers[0]?.ownerId ?? null, about: [about] },
    });
  }
  return { ok: true, events: [...events], reminder: isSent ? 'sent_before' : 'sent' };
}
