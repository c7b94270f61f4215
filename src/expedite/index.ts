export { isoWeekOf, isoWeeksFrom, mondayOf, mondayOfWeek } from './iso-week.ts';
export {
  expediteActions,
  holdsSlot,
  isCorrectable,
  isOpen,
  possibleActions,
  transition,
  transitions,
} from './transitions.ts';
export type { ExpediteAction, RequestState } from './transitions.ts';
export { dealCopyChanges, dealCopyOf } from './deal-copy.ts';
export { expediteRequestSchema, expediteTermsSchema } from '../crm/expedite-request.ts';
export type { ExpediteRequest, ExpediteTerms } from '../crm/expedite-request.ts';
export { holdReminder, remindedBeforeMs } from './hold-reminder.ts';
export { stateAt } from './state-at.ts';
export type { Moment } from './state-at.ts';
export { bookOf, decisionKey, placesToRead, slotKey } from './slots.ts';
export type { SlotBook, SlotEntry, SlotHolder, WeekLoad } from './slots.ts';
export { attemptsTried, decodeTicket, encodeTicket, requestKey } from '../crm/ticket-codec.ts';
export { dateSaving, daysSavedBy, estimatedCost, gainIfGranted, givesOf, isInSight, tradeBasis } from './trade.ts';
export type { TradeBasis } from './trade.ts';
export { decided, decisionSchema, ended, updated } from './decide.ts';
export type { ExpediteDecision, NextRequest, Promised } from './decide.ts';
export { asRichText, storyOf, taskSubject } from './story.ts';
