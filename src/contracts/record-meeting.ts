import * as z from 'zod/mini';
import { isoDateSchema } from '../crm/customer-profile.ts';
import {
  dealIdSchema,
  decisionTextSchema,
  discussedAtMost,
  madeIdSchema,
  outcomes,
  subjectSchema,
} from '../meetings/meeting-event.ts';
import { meetingRecordSchema } from '../meetings/meeting-record.ts';
import { themeIdSchema } from '../themes/theme.ts';
import { actorSchema } from './expedite-parts.ts';
import { failureSchema } from './failure.ts';

/** A task shows on the timeline of as many deals as this. */
export const taskDealsAtMost = 5;

/**
 * `record-meeting`: writes down what the management table talked about and decided. It grants nothing and changes no deal; a decision also puts a task on
 * somebody's list, who must be one of the account's owners. A repeat (the same `id`) does nothing twice; of two at once, both count.
 */
export const recordMeetingUid = 'record_meeting';
export const recordMeetingRequestSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('discuss'),
    id: madeIdSchema,
    themes: z.array(themeIdSchema).check(z.maxLength(discussedAtMost)),
    deals: z.array(dealIdSchema).check(z.maxLength(discussedAtMost)),
    by: actorSchema,
  }),
  z.strictObject({
    action: z.literal('decide'),
    id: madeIdSchema,
    subject: subjectSchema,
    what: decisionTextSchema,
    ownerId: z.string().check(z.regex(/^\d{1,19}$/)),
    dueOn: isoDateSchema,
    /** Deals whose timelines show the task of a decision about a theme; a decision about a deal shows on that deal. */
    dealIds: z.array(dealIdSchema).check(z.maxLength(taskDealsAtMost)),
    by: actorSchema,
  }),
  z.strictObject({ action: z.literal('settle'), decisionId: madeIdSchema, outcome: z.enum(outcomes), by: actorSchema }),
]);
export type RecordMeetingRequest = z.infer<typeof recordMeetingRequestSchema>;

export const recordMeetingReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    record: meetingRecordSchema,
    /** Whether the decision's task is known to be there; true where none was asked for. */
    hasTask: z.boolean(),
  }),
  failureSchema,
]);
export type RecordMeetingReply = z.infer<typeof recordMeetingReplySchema>;
