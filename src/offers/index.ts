export { appraisalSchema, appraise } from './appraisal.ts';
export type { Appraisal } from './appraisal.ts';
export { approvalChangesFor, approvalChangeSchema, isCovered } from './approval.ts';
export type { ApprovalChange } from './approval.ts';
export { approvalChangesInWords } from './approval-words.ts';
export { countedOf, daysLaterOf, excessOf, excessSchema, gainExcess, limitsOf } from './authority.ts';
export type { Excess, OfferLimits } from './authority.ts';
export { contradictions } from './contradictions.ts';
export type { Contradiction } from './contradictions.ts';
export { offerCopyChanges, offerCopyOf } from './deal-offer-copy.ts';
export { planOf } from './due-dates.ts';
export { handoverOf } from './handover.ts';
export type { Handover } from './handover.ts';
export { keptPromises, paymentToleranceDays } from './kept-promises.ts';
export type { Concession, KeptPromises, Promised } from './kept-promises.ts';
export { isCorrectable, isPossible, negotiationOf, noNegotiation } from './negotiation.ts';
export type { AnsweredTrial, Negotiation, PutForward } from './negotiation.ts';
export {
  approverSchema,
  offerActionSchema,
  offerEventSchema,
  offerKey,
  outcomeSchema,
  trialAnswers,
} from './offer-event.ts';
export type { Approver, OfferAction, OfferEvent, Outcome, TrialAnswer } from './offer-event.ts';
export { offerAnswers } from '../crm/index.ts';
export type { ConcessionState, OfferAnswer, OfferStatus } from '../crm/index.ts';
export { decodeOfferLog, encodeOfferLog } from './offer-log.ts';
export {
  approvalSubject,
  reminderStory,
  reminderSubject,
  counterInWords,
  excessInWords,
  gainsInWords,
  offerStory,
  termsInWords,
  trialAnswerInWords,
} from './offer-story.ts';
export { recordedOfferPropertyNames, recordedOffers, unearnedConcessions } from './recorded-offers.ts';
export type { OfferRound, RecordedOffers, Unearned } from './recorded-offers.ts';
export { offeredTermsSchema, termsOfOffer, termsToWeigh } from './offered-terms.ts';
export type { OfferedTerms } from './offered-terms.ts';
export { speedChangesFor, weighSpeed } from './speed.ts';
