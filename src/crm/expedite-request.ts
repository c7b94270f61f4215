import * as z from 'zod/mini';
import { isoDateSchema } from './customer-profile.ts';
import { expeditePipeline } from './expedite-pipeline.ts';
import type { ExpediteStageKey } from './expedite-pipeline.ts';

const stageKeys = expeditePipeline.stages.map(({ key }) => key) as [ExpediteStageKey, ...ExpediteStageKey[]];

/** What a rep asks operations for, and what the customer gives in return. */
export const expediteTermsSchema = z.strictObject({
  neededBy: isoDateSchema,
  /** Days by which delivery comes sooner than the deal's lead time. */
  daysSaved: z.number().check(z.gt(0), z.lte(3650)),
  /** Compact notation, e.g. `on delivery`; null: as today. */
  paymentPlan: z.nullable(z.string().check(z.minLength(1), z.maxLength(200))),
  forecast: z.boolean(),
  /** Fraction of the amount; negative is a premium. */
  discount: z.number().check(z.gt(-1), z.lt(1)),
  /** The customer's reason in their own words. */
  customerWhy: z.string().check(z.maxLength(4000)),
  /** Last day the customer can take the offer. */
  offerExpires: isoDateSchema,
});
export type ExpediteTerms = z.infer<typeof expediteTermsSchema>;

/** A request as its ticket says. Null is "not filled in": people may edit tickets by hand. Money in the deal's currency. */
export const expediteRequestSchema = z.object({
  ticketId: z.string(),
  /** HubSpot owner of the ticket. */
  ownerId: z.nullable(z.string()),
  dealId: z.string(),
  /** Counts a deal's requests from 1. */
  attempt: z.int(),
  status: z.enum(stageKeys),
  /** Counts changes and decisions; two people who act on the same one are told apart by it. */
  revision: z.int(),
  /** Names when it was asked. */
  dealName: z.nullable(z.string()),
  company: z.nullable(z.string()),
  neededBy: z.nullable(isoDateSchema),
  daysSaved: z.nullable(z.number()),
  /** The day those days deliver on, as the deal stood when it was last looked at. */
  askedDate: z.nullable(isoDateSchema),
  paymentPlan: z.nullable(z.string()),
  forecast: z.boolean(),
  discount: z.number(),
  customerWhy: z.nullable(z.string()),
  offerExpires: z.nullable(isoDateSchema),
  /** What the customer gives, as a sentence. */
  gives: z.string(),
  /** ISO 4217. */
  currency: z.nullable(z.string()),
  amount: z.nullable(z.number()),
  /** Worth to us if granted, cost taken off. */
  gain: z.nullable(z.number()),
  costEstimate: z.nullable(z.number()),
  /** What operations promised or countered with. */
  promisedDate: z.nullable(isoDateSchema),
  daysPromised: z.nullable(z.number()),
  cost: z.nullable(z.number()),
  /** ISO week whose slot it holds. */
  week: z.nullable(z.string()),
  /** Epoch milliseconds. */
  holdUntilMs: z.nullable(z.number()),
  actualCost: z.nullable(z.number()),
  reason: z.nullable(z.string()),
  requestedBy: z.nullable(z.string()),
  /** Epoch milliseconds. */
  requestedAtMs: z.nullable(z.number()),
  decidedBy: z.nullable(z.string()),
  decidedAtMs: z.nullable(z.number()),
});
export type ExpediteRequest = z.infer<typeof expediteRequestSchema>;
