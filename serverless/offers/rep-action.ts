import type { OfferTermsRequest } from '@deal-terms/core/contracts';
import { appraise, approvalChangesFor, excessOf, limitsOf } from '@deal-terms/core/offers';
import type { Approver, OfferAction, OfferedTerms, Outcome } from '@deal-terms/core/offers';
import type { OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import type { OfferContext } from './offer-context.ts';

type Wanted =
  Exclude<OfferTermsRequest, { action: 'set_amount' }> extends infer One
    ? One extends unknown
      ? Omit<One, 'revision' | 'by'>
      : never
    : never;
type Possible = { readonly ok: true; readonly event: OfferAction } | Refusal;

/**
 * What is to happen when a rep acts, or why it cannot. A repeat of what has happened passes: it changes nothing.
 *
 * @throws {CrmError}
 */
export async function repAction(crm: OfferPort, context: OfferContext, wanted: Wanted): Promise<Possible> {
  switch (wanted.action) {
    case 'answer': {
      const { answer, answeredOn, note } = wanted;
      return answeredOn > context.today
        ? futureDate('answeredOn')
        : { ok: true, event: { action: 'answer', answer, answeredOn, note } };
    }
    case 'record':
      return (
        outcomeFault(wanted.outcome, context.today) ?? {
          ok: true,
          event: { action: 'record', outcome: wanted.outcome },
        }
      );
    case 'offer':
    case 'ask':
      return putForward(crm, context, wanted.action, wanted.terms);
  }
}

async function putForward(
  crm: OfferPort,
  { resolved, installation: { policy }, negotiation, deal, today }: OfferContext,
  action: 'offer' | 'ask',
  terms: OfferedTerms,
): Promise<Possible> {
  if (!resolved.ok)
    return refuse(resolved.code, resolved.code === 'invalid_field' ? { fields: [...resolved.fields] } : {});
  if (policy.limitsUnknown === true) return refuse('limits_unknown');
  const weighed = appraise(resolved, terms, policy);
  if (!weighed.ok) return refuse('invalid_field', { fields: [weighed.fault] });
  const { appraisal } = weighed;
  if (action === 'ask')
    return { ok: true, event: { action, terms, appraisal, approvers: await approversOf(crm, policy.app.approverIds) } };
  const excess = excessOf(limitsOf(policy.app, deal.facts.ownerId ?? ''), { terms, appraisal });
  const changed = approvalChangesFor(negotiation, { terms, appraisal }, today);
  return excess.length > 0 && changed?.length !== 0
    ? refuse('over_limit', { approval: { excess, changed } })
    : { ok: true, event: { action, terms, appraisal } };
}

async function approversOf(crm: OfferPort, approverIds: readonly string[]): Promise<Approver[]> {
  if (approverIds.length === 0) return [];
  const people = new Map((await crm.people()).map((person) => [person.ownerId, person]));
  return approverIds.flatMap((ownerId) => people.get(ownerId) ?? []);
}

/** What is recorded has happened, in an order things can happen in. */
function outcomeFault({ orderedOn, deliveredOn, paidOn }: Outcome, today: string): Refusal | null {
  if (deliveredOn !== null && deliveredOn > today) return futureDate('deliveredOn');
  if (paidOn !== null && paidOn > today) return futureDate('paidOn');
  if (deliveredOn !== null && deliveredOn < orderedOn)
    return refuse('invalid_field', {
      fields: [{ field: 'deliveredOn', message: 'nothing is delivered before it is ordered' }],
    });
  return paidOn !== null && paidOn < orderedOn
    ? refuse('invalid_field', { fields: [{ field: 'paidOn', message: 'nothing is paid before it is ordered' }] })
    : null;
}

function futureDate(field: string): Refusal {
  return refuse('invalid_field', { fields: [{ field, message: 'the date is still to come' }] });
}
