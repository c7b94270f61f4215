import * as z from 'zod/mini';
import { customerProfileSchema } from '../crm/customer-profile.ts';
import { fieldErrorSchema } from '../crm/field-error.ts';
import { approvalChangeSchema } from '../offers/approval.ts';
import { excessSchema } from '../offers/authority.ts';

/**
 * Why an app function did not do what it was asked. Expected failures are values: HubSpot replaces the text of a thrown error.
 * - `invalid_request` the card and the function disagree about the contract (a version mix after a deployment)
 * - `invalid_field` a captured value cannot be scored; `fields` says which and why
 * - `missing_amount`, `no_exchange_rate` the deal lacks what money needs
 * - `unknown_deal` HubSpot attested no such record · `conflict` somebody else changed fields; `conflicts` says which
 * - `not_installed` the app's properties or ledger are missing · `forbidden` a scope is missing
 * - `wrong_key` the key that guards the policy is another one · `no_key` nobody has set one
 * - `short_key` the key is right and too short to guard anything: an administrator sets a longer one
 * - `unknown_ticket` HubSpot attested no request of the app · `not_possible` the request stands where this cannot be done · `already_decided` somebody else was first
 * - `week_full` every slot of the week is taken; for all three `expedite` says how it stands
 * - `over_limit` an offer needs an approval it does not have · `not_approver` the user is not one of the policy's approvers
 * - `required_property` a rule of the account demands properties that are empty; `required` names them
 * - `limits_unknown` a policy was saved and none can be read: what needs a limit is not recorded · `wait` too many tries with the code; `until` says when the next one counts · `proposal_pending` somebody else's proposal waits to be looked at; `pending` says whose
 * - `refused` HubSpot does not store a value the app writes: a rule of the account, or a choice taken away
 * - `rate_limited`, `unavailable`, `deadline` HubSpot did not let us finish in time: trying again is safe
 * - `daily_limit` the account's calls of today are used up: trying again helps tomorrow
 * - `unexpected` a fault of ours; `correlationId` finds the log line
 */
export const failureCodeSchema = z.enum([
  'invalid_request',
  'invalid_field',
  'missing_amount',
  'no_exchange_rate',
  'unknown_deal',
  'conflict',
  'not_installed',
  'forbidden',
  'wrong_key',
  'no_key',
  'short_key',
  'unknown_ticket',
  'not_possible',
  'already_decided',
  'week_full',
  'over_limit',
  'not_approver',
  'required_property',
  'limits_unknown',
  'wait',
  'proposal_pending',
  'refused',
  'rate_limited',
  'daily_limit',
  'unavailable',
  'deadline',
  'unexpected',
]);
export type FailureCode = z.infer<typeof failureCodeSchema>;

/** A field two people changed: what this card loaded, what is stored now, what this card wanted to save. */
export const fieldConflictSchema = z.object({
  field: z.string(),
  loaded: z.unknown(),
  theirs: z.unknown(),
  mine: z.unknown(),
});
export type FieldConflict = z.infer<typeof fieldConflictSchema>;

export const failureSchema = z.object({
  ok: z.literal(false),
  code: failureCodeSchema,
  /** One plain English sentence without customer data; the card shows its own words for the code first. */
  message: z.string(),
  correlationId: z.string(),
  fields: z.optional(z.array(fieldErrorSchema)),
  conflicts: z.optional(z.array(fieldConflictSchema)),
  /** Scopes the app lacks, as far as HubSpot names them. */
  scopes: z.optional(z.array(z.string())),
  /** Labels of properties a rule of the account demands, and of which record. */
  required: z.optional(z.object({ record: z.enum(['deal', 'ticket', 'other']), properties: z.array(z.string()) })),
  /** How an expedite request, a week or an offer stands that kept us from acting. */
  expedite: z.optional(
    z.object({
      state: z.optional(z.string()),
      /** Who decided, as the card reported it. */
      by: z.optional(z.string()),
      /** ISO weeks: the full one, and the next with a free slot; null when there is none in sight. */
      week: z.optional(z.string()),
      nextFree: z.optional(z.nullable(z.string())),
    }),
  ),
  /** Whose proposal waits, and since when (ISO 8601). */
  pending: z.optional(z.object({ by: z.string(), at: z.string() })),
  /** ISO 8601: when the next try with the code counts. */
  until: z.optional(z.string()),
  /** Why an offer needs an approval: limits it goes beyond, and what keeps the last approval from covering it; null when nothing was ever approved. */
  approval: z.optional(z.object({ excess: z.array(excessSchema), changed: z.nullable(z.array(approvalChangeSchema)) })),
  /** What was stored although there is no score: `score-deal` keeps the answers of a deal that lacks an amount or a rate. */
  saved: z.optional(
    z.object({ captured: customerProfileSchema, written: z.int(), overlaps: z.array(fieldConflictSchema) }),
  ),
});
export type Failure = z.infer<typeof failureSchema>;
