import * as z from 'zod/mini';
import { decisionSchema } from '../expedite/decide.ts';
import { actorSchema, revisionSchema, standingSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';

/** `decide-expedite`: operations decide on the attested ticket. Of two who decide at once one wins and the other gets `already_decided`; a repeat does nothing twice. */
export const decideExpediteUid = 'decide_expedite';
export const decideExpediteRequestSchema = z.strictObject({
  decision: decisionSchema,
  revision: revisionSchema,
  by: actorSchema,
});
export type DecideExpediteRequest = z.infer<typeof decideExpediteRequestSchema>;

export const decideExpediteReplySchema = z.discriminatedUnion('ok', [
  z.extend(standingSchema, { ok: z.literal(true) }),
  failureSchema,
]);
export type DecideExpediteReply = z.infer<typeof decideExpediteReplySchema>;
