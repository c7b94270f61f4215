import * as z from 'zod/mini';
import { isoDateSchema } from '../crm/customer-profile.ts';
import { accountSchema, totalsSchema } from '../crm/ledger.ts';
import { policyInForceSchema } from '../crm/policy-in-force.ts';
import { failureSchema } from './failure.ts';

/** `open-board`: what the app's pages need beside the deals, which they read as their viewer. Names of people of the account and of stages, the policy, the last totals; no customer's data. Reads only. */
export const openBoardUid = 'open_board';
export const openBoardRequestSchema = z.strictObject({});

const namedSchema = z.object({ id: z.string(), name: z.string() });

export const openBoardReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    account: accountSchema,
    /** Today in the account's time zone. */
    today: isoDateSchema,
    policy: policyInForceSchema,
    /** With the id of each one's HubSpot user: who looks at a page is known by that. */
    owners: z.array(z.extend(namedSchema, { userId: z.nullable(z.string()) })),
    /** In HubSpot's order, stages too. */
    pipelines: z.array(z.extend(namedSchema, { stages: z.array(z.extend(namedSchema, { isClosed: z.boolean() })) })),
    /** What `rescore` counted last; null when it never did. */
    totals: z.nullable(totalsSchema),
  }),
  failureSchema,
]);
export type OpenBoardReply = z.infer<typeof openBoardReplySchema>;
