import * as z from 'zod/mini';
import { expediteTermsSchema } from '../crm/expedite-request.ts';
import { actorSchema, revisionSchema, standingSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';

/**
 * `request-expedite`: the rep asks operations for speed on the attested deal, changes what is asked, takes it back, or takes their counter-offer.
 * A repeat does nothing twice: a request is one ticket by its unique key, a change is one entry of the ledger by its revision.
 */
export const requestExpediteUid = 'request_expedite';
export const requestExpediteRequestSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('request'), terms: expediteTermsSchema, by: actorSchema }),
  z.strictObject({
    action: z.literal('update'),
    terms: expediteTermsSchema,
    revision: revisionSchema,
    by: actorSchema,
  }),
  z.strictObject({ action: z.literal('withdraw'), revision: revisionSchema, by: actorSchema }),
  z.strictObject({ action: z.literal('accept'), revision: revisionSchema, by: actorSchema }),
]);
export type RequestExpediteRequest = z.infer<typeof requestExpediteRequestSchema>;

export const requestExpediteReplySchema = z.discriminatedUnion('ok', [
  z.extend(standingSchema, { ok: z.literal(true) }),
  failureSchema,
]);
export type RequestExpediteReply = z.infer<typeof requestExpediteReplySchema>;
