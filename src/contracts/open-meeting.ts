import * as z from 'zod/mini';
import { isoDateSchema } from '../crm/customer-profile.ts';
import { meetingRecordSchema } from '../meetings/meeting-record.ts';
import { themeListSchema } from '../themes/theme.ts';
import { failureSchema } from './failure.ts';

/** `open-meeting`: the company's themes, what the management table decided and when it talked of what. No customer's data: deals are named by id. Writes only the summary an interrupted call left behind. */
export const openMeetingUid = 'open_meeting';
export const openMeetingRequestSchema = z.strictObject({});

export const taskStateSchema = z.enum(['open', 'done', 'gone']);
export type TaskState = z.infer<typeof taskStateSchema>;

export const openMeetingReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** Today in the account's time zone. */
    today: isoDateSchema,
    themes: themeListSchema,
    record: meetingRecordSchema,
    /** How the tasks of decisions stand, by the decision's id; a decision without a known task is absent. */
    tasks: z.record(z.string(), taskStateSchema),
  }),
  failureSchema,
]);
export type OpenMeetingReply = z.infer<typeof openMeetingReplySchema>;
