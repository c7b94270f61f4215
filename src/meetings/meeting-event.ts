import * as z from 'zod/mini';
import { isoDateSchema } from '../crm/customer-profile.ts';
import { oneLine } from '../themes/one-line.ts';
import { themeIdSchema } from '../themes/theme.ts';

/** Made by whoever sends something, so that a repeat is known for one. */
export const madeIdSchema = z.string().check(z.regex(/^[A-Za-z0-9-]{8,40}$/));
export const dealIdSchema = z.string().check(z.regex(/^\d{1,19}$/));

/** What a decision is about. */
export const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('theme'), id: themeIdSchema }),
  z.strictObject({ kind: z.literal('deal'), id: dealIdSchema }),
]);
export type Subject = z.infer<typeof subjectSchema>;

/** A decision in one line. */
export const decisionTextSchema = z.string().check(z.overwrite(oneLine), z.minLength(1), z.maxLength(160));

/** How a decision ended; `open` takes that back. */
export const outcomes = ['open', 'done', 'dropped'] as const;
export type DecisionOutcome = (typeof outcomes)[number];

/** As many themes and deals as one meeting can talk about. */
export const discussedAtMost = 50;

/** What happened at the management table; one ledger entry each (`meeting/<n>`), never changed. `on` is a day in the account's time zone. */
export const meetingEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('discussed'),
    id: madeIdSchema,
    on: isoDateSchema,
    themes: z.array(themeIdSchema).check(z.maxLength(discussedAtMost)),
    deals: z.array(dealIdSchema).check(z.maxLength(discussedAtMost)),
  }),
  z.object({
    type: z.literal('decided'),
    id: madeIdSchema,
    on: isoDateSchema,
    subject: subjectSchema,
    what: decisionTextSchema,
    /** HubSpot owner. */
    ownerId: z.string(),
    dueOn: isoDateSchema,
    by: z.string(),
  }),
  z.object({ type: z.literal('settled'), decisionId: madeIdSchema, on: isoDateSchema, outcome: z.enum(outcomes) }),
]);
export type MeetingEvent = z.infer<typeof meetingEventSchema>;
