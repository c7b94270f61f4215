export { appraisalSchema, appraise } from './appraisal.ts';
export type { Appraisal } from './appraisal.ts';
export { excessOf, limitsOf } from './authority.ts';
export type { Excess, OfferLimits } from './authority.ts';
export { contradictions } from './contradictions.ts';
export type { Contradiction } from './contradictions.ts';
export { offerCopyChanges, offerCopyOf } from './deal-offer-copy.ts';
export { handoverOf } from './handover.ts';
export type { Handover } from './handover.ts';
export { keptPromises, paymentToleranceDays } from './kept-promises.ts';
export type { Concession, ConcessionState, KeptPromises, Promised } from './kept-promises.ts';
export { isCovered, isPossible, negotiationOf, noNegotiation } from './negotiation.ts';
export type { Negotiation, OfferStatus, PutForward } from './negotiation.ts';
export {
  approverSchema,
  offerActionSchema,
  offerAnswers,
  offerEventSchema,
  offerKey,
  outcomeSchema,
} from './offer-event.ts';
export type { Approver, OfferAction, OfferAnswer, OfferEvent, Outcome } from './offer-event.ts';
export { decodeOfferLog, encodeOfferLog } from './offer-log.ts';
export { approvalSubject, excessInWords, gainsInWords, offerStory, termsInWords } from './offer-story.ts';
export { recordedOfferPropertyNames, recordedOffers, unearnedConcessions } from './recorded-offers.ts';
export type { OfferRound, RecordedOffers, Unearned } from './recorded-offers.ts';
export { offeredTermsSchema, termsOfOffer, termsToWeigh } from './offered-terms.ts';
export type { OfferedTerms } from './offered-terms.ts';
