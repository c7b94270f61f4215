import type { OfferTermsRequest } from '@deal-terms/core/contracts';
import { appraise, approvalChangesFor, excessOf, isCorrectable, limitsOf } from '@deal-terms/core/offers';
import type { PolicyInForce } from '@deal-terms/core/crm';
import type { Appraisal, OfferAction, OfferedTerms, Outcome } from '@deal-terms/core/offers';
import type { OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { approversOf } from './approvers.ts';
import { withKnownMargin } from './known-margin.ts';
import type { OfferContext } from './offer-context.ts';

type Wanted =
  Exclude<OfferTermsRequest, { action: 'set_amount' | 'remind' }> extends infer One
    ? One extends unknown
      ? Omit<One, 'revision' | 'by'>
      : never
    : never;
type Of<Action extends Wanted['action']> = Extract<Wanted, { action: Action }>;
type Possible = { readonly ok: true; readonly event: OfferAction } | Refusal;

/**
 * What is to happen when a rep acts, or why it cannot. A repeat of what has happened passes: it changes nothing.
 *
 * @throws {CrmError}
 */
export async function repAction(crm: OfferPort, context: OfferContext, wanted: Wanted): Promise<Possible> {
  switch (wanted.action) {
    case 'answer': {
      if (wanted.answeredOn > context.today) return futureDate('answeredOn');
      const asked = context.negotiation.offer?.terms.discount;
      return counterFault(wanted, wanted.answer === 'wanted_more', asked) ?? { ok: true, event: wanted };
    }
    case 'trial':
      return counterFault(wanted, wanted.said === 'more', wanted.terms.discount) ?? trial(context, wanted);
    case 'correct_trial':
      return correction(context, wanted);
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

/** Terms by the model, or why they cannot be weighed. */
function weigh(
  resolved: OfferContext['resolved'],
  terms: OfferedTerms,
  policy: PolicyInForce,
): { readonly ok: true; readonly appraisal: Appraisal } | Refusal {
  if (!resolved.ok)
    return refuse(resolved.code, resolved.code === 'invalid_field' ? { fields: [...resolved.fields] } : {});
  const weighed = appraise(resolved, terms, policy);
  return weighed.ok ? weighed : refuse('invalid_field', { fields: [weighed.fault] });
}

async function putForward(
  crm: OfferPort,
  context: OfferContext,
  action: 'offer' | 'ask',
  terms: OfferedTerms,
): Promise<Possible> {
  const {
    installation: { policy },
    negotiation,
    deal,
    today,
  } = context;
  if (policy.limitsUnknown === true) return refuse('limits_unknown');
  const weighed = weigh(await withKnownMargin(crm, context), terms, policy);
  if (!weighed.ok) return weighed;
  const { appraisal } = weighed;
  if (action === 'ask')
    return { ok: true, event: { action, terms, appraisal, approvers: await approversOf(crm, policy.app.approverIds) } };
  const excess = excessOf(limitsOf(policy.app, deal.facts.ownerId ?? ''), { terms, appraisal });
  const changed = approvalChangesFor(negotiation, { terms, appraisal }, today);
  return excess.length > 0 && changed?.length !== 0
    ? refuse('over_limit', { approval: { excess, changed } })
    : { ok: true, event: { action, terms, appraisal } };
}

function trial({ resolved, installation: { policy } }: OfferContext, wanted: Of<'trial'>): Possible {
  const weighed = weigh(resolved, wanted.terms, policy);
  return weighed.ok ? { ok: true, event: { ...wanted, appraisal: weighed.appraisal } } : weighed;
}

function correction(
  { negotiation: { trial: asked, status }, nowMs }: OfferContext,
  wanted: Of<'correct_trial'>,
): Possible {
  if (asked?.revision !== wanted.corrects) return refuse('not_possible', { expedite: { state: status } });
  return isCorrectable(asked, nowMs)
    ? (counterFault(wanted, wanted.said === 'more', asked.terms.discount) ?? { ok: true, event: wanted })
    : refuse('invalid_field', {
        fields: [{ field: 'said', message: 'the answer to a question can be corrected for a day; ask again instead' }],
      });
}

/** A figure that goes with an answer: the customer wants more than it was asked about. */
function counterFault(
  { counterDiscount }: Pick<Of<'trial'>, 'counterDiscount'>,
  wantsMore: boolean,
  asked: number | undefined,
): Refusal | null {
  if (counterDiscount === null) return null;
  const fault = (message: string) => refuse('invalid_field', { fields: [{ field: 'counterDiscount', message }] });
  if (!wantsMore) return fault('only a customer that wants more names another discount');
  return asked !== undefined && counterDiscount <= asked
    ? fault('it is no more than the customer was asked about: that is a yes')
    : null;
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
