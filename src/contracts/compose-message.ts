import * as z from 'zod/mini';
import { languages } from '../messages/languages.ts';
import { messageKinds, messageSchema, messageTermsSchema } from '../messages/message-terms.ts';
import { failureSchema } from './failure.ts';

/**
 * `compose-message`: words for the customer of the attested deal, in one language: an offer to say and to send, a trial question to ask, or what to write after a yes.
 * The contact's name and language and the customer's own words are read from HubSpot. Reads only; nothing is sent.
 */
export const composeMessageUid = 'compose_message';
export const composeMessageRequestSchema = z.strictObject({
  kind: z.enum(messageKinds),
  terms: messageTermsSchema,
  /** Whether an offer's e-mail may quote what the customer said. */
  quotesWhy: z.boolean(),
  /** Null: the contact's language (`hs_language`), else that of the seller's country, else English. */
  language: z.nullable(z.enum(languages)),
  /** Signs the e-mail; null for no name. */
  senderName: z.nullable(z.string().check(z.maxLength(200))),
});
export type ComposeMessageRequest = z.infer<typeof composeMessageRequestSchema>;

export const composeMessageReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    message: messageSchema,
    /** The deal's contact it is written to; null when the deal has none. */
    contact: z.nullable(z.object({ id: z.string(), firstName: z.nullable(z.string()), email: z.nullable(z.string()) })),
  }),
  failureSchema,
]);
export type ComposeMessageReply = z.infer<typeof composeMessageReplySchema>;
