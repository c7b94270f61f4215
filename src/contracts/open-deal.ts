import * as z from 'zod/mini';
import { accountSchema } from '../crm/ledger.ts';
import { customerProfileSchema, isoDateSchema } from '../crm/customer-profile.ts';
import { evidenceSchema } from '../evidence/evidence-schema.ts';
import { freshnessSchema } from '../crm/freshness.ts';
import { policyInForceSchema } from '../crm/policy-in-force.ts';
import { decisionSchema } from '../meetings/meeting-record.ts';
import { relationships } from '../scoring/index.ts';
import { themeSchema } from '../themes/theme.ts';
import { approverSchema } from '../offers/offer-event.ts';
import { failureSchema } from './failure.ts';

/** `open-deal`: what a card needs beside the deal's own properties. Takes no parameters; the deal is the one HubSpot attests. Reads only. */
export const openDealUid = 'open_deal';
export const openDealRequestSchema = z.strictObject({});

/** What the customer's history suggests for an empty form; never applied without the rep. */
export const suggestionsSchema = z.object({
  /** From the company's closed-won deals; null when the deal has no company. */
  relationship: z.nullable(
    z.object({ value: z.enum(relationships), wonDeals: z.int(), lastWonOn: z.nullable(isoDateSchema) }),
  ),
  /** Answers of the last year on the company's most recent other deal that has any, without urgency, which belongs to one deal; null when there is none. */
  lastDeal: z.nullable(
    z.object({
      dealId: z.string(),
      dealName: z.string(),
      /** When that deal was made: the answers are at most so old. */
      madeOn: isoDateSchema,
      answers: z.pick(customerProfileSchema, {
        cashPosition: true,
        termsImportance: true,
        forecast: true,
        constraints: true,
        daysBeyondTerms: true,
      }),
    }),
  ),
});
export type Suggestions = z.infer<typeof suggestionsSchema>;

/** Where the customer is and what it does, as its company record says; null where it does not. Decides which rules on terms the card mentions. */
export const customerCompanySchema = z.object({ country: z.nullable(z.string()), industry: z.nullable(z.string()) });
export type CustomerCompany = z.infer<typeof customerCompanySchema>;

export const openDealReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    account: accountSchema,
    /** Today in the account's time zone: the day the score is counted from. */
    today: isoDateSchema,
    policy: policyInForceSchema,
    suggestions: suggestionsSchema,
    freshness: freshnessSchema,
    /** What HubSpot knows now of the deal and its customer: the card scores on it, and has it stored with the next score. */
    evidence: evidenceSchema,
    /** The day the last of the deal's invoices was paid, once all are; null before, and without invoices. */
    paid: z.nullable(z.object({ value: isoDateSchema, count: z.int() })),
    customer: customerCompanySchema,
    /** Who approves offers beyond the limits, in the policy's order: the first is asked. */
    approvers: z.array(approverSchema),
    /** The company's themes, retired ones among them. */
    themes: z.array(themeSchema),
    /** What the management table decided about the deal or its themes lately, newest first, at most two. */
    decisions: z.array(z.pick(decisionSchema, { id: true, subject: true, what: true, decidedOn: true })),
  }),
  failureSchema,
]);
export type OpenDealReply = z.infer<typeof openDealReplySchema>;
