export { failureCodeSchema, failureSchema, fieldConflictSchema, fieldErrorSchema } from './failure.ts';
export type { Failure, FailureCode, FieldConflict, FieldError } from './failure.ts';
export { openDealReplySchema, openDealRequestSchema, openDealUid, suggestionsSchema } from './open-deal.ts';
export type { OpenDealReply, Suggestions } from './open-deal.ts';
export { scoreDealReplySchema, scoreDealRequestSchema, scoreDealUid } from './score-deal.ts';
export type { ScoreDealReply, ScoreDealRequest } from './score-deal.ts';
