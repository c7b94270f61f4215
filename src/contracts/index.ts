export { fieldErrorSchema } from '../crm/field-error.ts';
export type { FieldError } from '../crm/field-error.ts';
export { failureCodeSchema, failureSchema, fieldConflictSchema } from './failure.ts';
export type { Failure, FailureCode, FieldConflict } from './failure.ts';
export { openDealReplySchema, openDealRequestSchema, openDealUid, suggestionsSchema } from './open-deal.ts';
export type { OpenDealReply, Suggestions } from './open-deal.ts';
export { scoreDealReplySchema, scoreDealRequestSchema, scoreDealUid } from './score-deal.ts';
export type { ScoreDealReply, ScoreDealRequest } from './score-deal.ts';
