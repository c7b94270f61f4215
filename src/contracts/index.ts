export { fieldErrorSchema } from '../crm/field-error.ts';
export type { FieldError } from '../crm/field-error.ts';
export { composeMessageReplySchema, composeMessageRequestSchema, composeMessageUid } from './compose-message.ts';
export type { ComposeMessageReply, ComposeMessageRequest } from './compose-message.ts';
export { decideExpediteReplySchema, decideExpediteRequestSchema, decideExpediteUid } from './decide-expedite.ts';
export type { DecideExpediteReply, DecideExpediteRequest } from './decide-expedite.ts';
export { decideOfferReplySchema, decideOfferRequestSchema, decideOfferUid } from './decide-offer.ts';
export type { DecideOfferReply, DecideOfferRequest } from './decide-offer.ts';
export { failureCodeSchema, failureSchema, fieldConflictSchema } from './failure.ts';
export type { Failure, FailureCode, FieldConflict } from './failure.ts';
export { messageOwnerReplySchema, messageOwnerRequestSchema, messageOwnerUid } from './message-owner.ts';
export type { MessageOwnerReply, MessageOwnerRequest } from './message-owner.ts';
export { offerTermsReplySchema, offerTermsRequestSchema, offerTermsUid } from './offer-terms.ts';
export type { OfferTermsReply, OfferTermsRequest } from './offer-terms.ts';
export { openBoardReplySchema, openBoardRequestSchema, openBoardUid } from './open-board.ts';
export type { OpenBoardReply } from './open-board.ts';
export {
  customerCompanySchema,
  openDealReplySchema,
  openDealRequestSchema,
  openDealUid,
  suggestionsSchema,
} from './open-deal.ts';
export type { CustomerCompany, OpenDealReply, Suggestions } from './open-deal.ts';
export { openExpediteReplySchema, openExpediteRequestSchema, openExpediteUid } from './open-expedite.ts';
export type { OpenExpediteReply } from './open-expedite.ts';
export { openTicketReplySchema, openTicketRequestSchema, openTicketUid } from './open-ticket.ts';
export type { OpenTicketReply, OpenTicketRequest } from './open-ticket.ts';
export { requestExpediteReplySchema, requestExpediteRequestSchema, requestExpediteUid } from './request-expedite.ts';
export type { RequestExpediteReply, RequestExpediteRequest } from './request-expedite.ts';
export {
  rescoreDealsAtOnce,
  rescoreDealsReplySchema,
  rescoreDealsRequestSchema,
  rescoreDealsUid,
} from './rescore-deals.ts';
export type { RescoreDealsReply, RescoreDealsRequest, UnscoredDeal, UnscoredReason } from './rescore-deals.ts';
export { planScenariosReplySchema, planScenariosRequestSchema, planScenariosUid } from './plan-scenarios.ts';
export type { PlanScenariosReply, PlanScenariosRequest } from './plan-scenarios.ts';
export { policyVersionSchema, readPolicyReplySchema, readPolicyRequestSchema, readPolicyUid } from './read-policy.ts';
export type { PolicyVersion, ReadPolicyReply, ReadPolicyRequest } from './read-policy.ts';
export { proposePolicyReplySchema, proposePolicyRequestSchema, proposePolicyUid } from './propose-policy.ts';
export type { ProposePolicyReply, ProposePolicyRequest } from './propose-policy.ts';
export { savePolicyReplySchema, savePolicyRequestSchema, savePolicyUid } from './save-policy.ts';
export type { SavePolicyReply, SavePolicyRequest } from './save-policy.ts';
export { scoreDealReplySchema, scoreDealRequestSchema, scoreDealUid } from './score-deal.ts';
export type { ScoreDealReply, ScoreDealRequest } from './score-deal.ts';
export { openMeetingReplySchema, openMeetingRequestSchema, openMeetingUid } from './open-meeting.ts';
export type { OpenMeetingReply, TaskState } from './open-meeting.ts';
export {
  recordMeetingReplySchema,
  recordMeetingRequestSchema,
  recordMeetingUid,
  taskDealsAtMost,
} from './record-meeting.ts';
export type { RecordMeetingReply, RecordMeetingRequest } from './record-meeting.ts';
export { saveThemesReplySchema, saveThemesRequestSchema, saveThemesUid } from './save-themes.ts';
export type { SaveThemesReply, SaveThemesRequest } from './save-themes.ts';
