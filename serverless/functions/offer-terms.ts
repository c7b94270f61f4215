import { offerTermsRequestSchema, offerTermsUid } from '@deal-terms/core/contracts';
import type { OfferTermsReply, OfferTermsRequest } from '@deal-terms/core/contracts';
import { serve } from '../runtime/app-function.ts';
import type { AppFunction, Call } from '../runtime/app-function.ts';
import { carryOutOffer } from '../offers/carry-out.ts';
import { readOfferContext } from '../offers/offer-context.ts';
import { setAgreedAmount } from '../offers/agreed-amount.ts';
import { remindApprover } from '../offers/remind.ts';
import { repAction } from '../offers/rep-action.ts';
import { connectOffers } from '../ports/offer-port.ts';
import type { OfferPort } from '../ports/offer-port.ts';
import type { Refusal } from '../runtime/reply.ts';

type Done = Extract<OfferTermsReply, { ok: true }>;

/** The rep's side of an offer. */
export const offerTerms: AppFunction<OfferTermsRequest, OfferPort, Done> = {
  uid: offerTermsUid,
  request: offerTermsRequestSchema,
  connect: connectOffers,
  run,
};

/** HubSpot's entry point. */
export const main = serve(offerTerms);

async function run({ request, crm, dealId, nowMs }: Call<OfferTermsRequest, OfferPort>): Promise<Done | Refusal> {
  const withLines = request.action === 'offer' || request.action === 'ask';
  const read = await readOfferContext(crm, { dealId, nowMs, withLines });
  if (!read.ok) return read;
  if (request.action === 'set_amount') return setAgreedAmount(crm, read.context, request.to);
  if (request.action === 'remind') return remindApprover(crm, read.context, request.by);
  const { revision, by, ...wanted } = request;
  const possible = await repAction(crm, read.context, wanted);
  if (!possible.ok) return possible;
  const done = await carryOutOffer(crm, read.context, { revision, by, wanted, event: possible.event });
  return done.ok ? { ok: true, events: [...done.events] } : done;
}
