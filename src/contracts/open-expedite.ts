import * as z from 'zod/mini';
import { failureSchema } from './failure.ts';
import { standingSchema } from './expedite-parts.ts';

/** `open-expedite`: the attested deal's latest request for an expedited shipment. Brings the deal's copy and an offer that ran out up to date; writes nothing else. */
export const openExpediteUid = 'open_expedite';
export const openExpediteRequestSchema = z.strictObject({});

export const openExpediteReplySchema = z.discriminatedUnion('ok', [
  z.extend(standingSchema, {
    ok: z.literal(true),
    /** ISO 8601: when it was read. */
    asOf: z.string(),
    /** Whether anybody is set to receive requests. */
    hasOperations: z.boolean(),
  }),
  failureSchema,
]);
export type OpenExpediteReply = z.infer<typeof openExpediteReplySchema>;
