import * as z from 'zod/mini';
import { isoDateSchema } from '../crm/customer-profile.ts';
import { paymentPlanSchema } from '../scoring/index.ts';
import { languages } from './languages.ts';

/** Money of this size, and shares of it, are none. */
const NONE = 1e-9;

/** Terms a customer is asked about, offered or has agreed to, ready to be put into words. Money in `currency`. */
export const messageTermsSchema = z
  .strictObject({
    /** ISO 4217. */
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    /** What the order costs as it stands, and what it would cost: lower is a discount, higher a premium. */
    listPrice: z.number().check(z.gt(0)),
    price: z.number().check(z.gt(0)),
    /** Payment terms as they stand. */
    today: paymentPlanSchema,
    /** New payment terms, and whether they are something the customer gives (it pays sooner) or gets; null: as they stand. */
    payment: z.nullable(z.strictObject({ plan: paymentPlanSchema, givenBy: z.enum(['customer', 'us']) })),
    /** Whether the customer commits to quarterly forecasts. */
    forecast: z.boolean(),
    /** A faster delivery: the day it is there, null while that is not known, and how much sooner; null for none. */
    delivery: z.nullable(
      z.strictObject({
        on: z.nullable(isoDateSchema),
        daysSooner: z.int().check(z.gte(1)),
        /** Whether operations have agreed to it. */
        confirmed: z.boolean(),
      }),
    ),
  })
  .check(
    z.refine(
      ({ payment, forecast, delivery, price, listPrice }) =>
        payment !== null || forecast || delivery !== null || changeOf({ price, listPrice }) !== 'none',
      'terms that differ from today’s',
    ),
  );
export type MessageTerms = z.infer<typeof messageTermsSchema>;

/** Whom a message is for and from; what is null is left out. */
export type Correspondents = {
  readonly firstName: string | null;
  /** The customer's problem in their own words. */
  readonly why: string | null;
  readonly senderName: string | null;
};

/** What a rep wants words for: an offer to make, a question to try the ground with, a yes to confirm. */
export const messageKinds = ['offer', 'trial', 'agreed'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Words for a customer, in one language. */
export const messageSchema = z.object({
  language: z.enum(languages),
  /** A sentence to say; null for a confirmation, which is written. */
  say: z.nullable(z.string()),
  /** Plain text; null for a trial question, which is asked. */
  email: z.nullable(z.object({ subject: z.string(), body: z.string() })),
  /** What the customer gives and gets, point by point, to stand side by side. */
  asks: z.array(z.string()),
  gives: z.array(z.string()),
  /** What the e-mail quotes of the customer; null for nothing. */
  quoted: z.nullable(z.string()),
});
export type Message = z.infer<typeof messageSchema>;

/** Which way the price goes. */
export function changeOf({
  price,
  listPrice,
}: Pick<MessageTerms, 'price' | 'listPrice'>): 'discount' | 'premium' | 'none' {
  if (Math.abs(price - listPrice) <= NONE * listPrice) return 'none';
  return price < listPrice ? 'discount' : 'premium';
}
