import * as z from 'zod/mini';
import { customerProfileSchema, isoDateSchema } from '../crm/customer-profile.ts';
import { policyInForceSchema } from '../crm/policy-in-force.ts';
import { failureSchema, fieldConflictSchema } from './failure.ts';

/**
 * `score-deal`: save what was captured, score the deal, write the result. The deal is the one HubSpot attests; no id is taken.
 * - `captured` what the rep wants stored.
 * - `loaded` what the card had last seen stored: a field whose stored value is neither `loaded` nor `captured` is a conflict and nothing is written.
 *   Choosing "mine" is sending again with `loaded` set to theirs. A field the rep did not touch (`captured` = `loaded`) follows the store.
 * - `readsEvidence` whether what HubSpot knows of the customer is looked up again: the card says so when `open-deal` found other evidence than is stored.
 * A repeat with the same values writes nothing.
 */
export const scoreDealUid = 'score_deal';
export const scoreDealRequestSchema = z.strictObject({
  loaded: customerProfileSchema,
  captured: customerProfileSchema,
  readsEvidence: z._default(z.boolean(), false),
});
export type ScoreDealRequest = z.infer<typeof scoreDealRequestSchema>;

export const scoreDealReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** As stored after the save; the card's next `loaded`. */
    captured: customerProfileSchema,
    /** Result properties as stored after the save, HubSpot's strings; absent ones are empty. */
    scored: z.record(z.string(), z.nullable(z.string())),
    /** Policy and day the score rests on; newer than the card's when somebody changed it meanwhile. */
    policy: policyInForceSchema,
    today: isoDateSchema,
    /** How many properties were written: 0 for a repeat. */
    written: z.int(),
    /** Fields another writer changed between our check and our write: ours are stored, theirs are in the history and here. */
    overlaps: z.array(fieldConflictSchema),
  }),
  failureSchema,
]);
export type ScoreDealReply = z.infer<typeof scoreDealReplySchema>;
