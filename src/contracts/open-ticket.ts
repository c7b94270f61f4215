import * as z from 'zod/mini';
import { isoDateSchema } from '../crm/customer-profile.ts';
import { accountSchema } from '../crm/ledger.ts';
import { standingSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';

/** `open-ticket`: what operations need to decide on the attested ticket. Brings the deal's copy and an offer that ran out up to date; writes nothing else. */
export const openTicketUid = 'open_ticket';
export const openTicketRequestSchema = z.strictObject({
  /** A date and cost that are being thought about; null for those of the request. */
  considering: z.nullable(z.strictObject({ date: isoDateSchema, cost: z.number().check(z.gte(0)) })),
});
export type OpenTicketRequest = z.infer<typeof openTicketRequestSchema>;

export const openTicketReplySchema = z.discriminatedUnion('ok', [
  z.extend(standingSchema, {
    ok: z.literal(true),
    account: accountSchema,
    today: isoDateSchema,
    deal: z.object({
      id: z.string(),
      name: z.string(),
      company: z.nullable(z.string()),
      amount: z.nullable(z.number()),
      /** ISO 4217. */
      currency: z.string(),
      closesOn: z.nullable(isoDateSchema),
      /** What the app says to offer; null when it says nothing. */
      bestTrade: z.nullable(z.string()),
    }),
    /** Null for a deal that cannot be scored, or a trade one side rules out. */
    trade: z.nullable(
      z.object({
        date: isoDateSchema,
        /** Without speed. */
        usualDate: isoDateSchema,
        daysSaved: z.number(),
        cost: z.number(),
        /** For us, cost taken off; null when it cannot be worked out. */
        gain: z.nullable(z.number()),
        /** ISO week of the date. */
        week: z.string(),
      }),
    ),
  }),
  failureSchema,
]);
export type OpenTicketReply = z.infer<typeof openTicketReplySchema>;
