export { decisionsOfDeal } from './decisions-of-deal.ts';
export { isSilent, lastDiscussedOn, silentAfterDays } from './last-discussed.ts';
export {
  dealIdSchema,
  decisionTextSchema,
  discussedAtMost,
  madeIdSchema,
  meetingEventSchema,
  outcomes,
  subjectSchema,
} from './meeting-event.ts';
export type { DecisionOutcome, MeetingEvent, Subject } from './meeting-event.ts';
export {
  decisionSchema,
  emptyMeetingRecord,
  meetingRecordSchema,
  readMeetingRecord,
  withEvent,
} from './meeting-record.ts';
export type { Decision, MeetingRecord } from './meeting-record.ts';
