export { appSettingsSchema, defaultAppSettings } from './app-settings.ts';
export type { AppSettings } from './app-settings.ts';
export { daysBetween, isCalendarDate, isTimeZone, localDate, parseInstant } from './calendar.ts';
export { decodeCaptured, encodeCaptured } from './captured-codec.ts';
export { capturedOverlaps } from './captured-overlaps.ts';
export type { CapturedHistory } from './captured-overlaps.ts';
export { capturedPropertyOf, capturedSchema, isoDateSchema } from './captured.ts';
export type { Captured, CapturedField } from './captured.ts';
export { decodeDealFacts, expediteStatuses } from './deal-facts.ts';
export type { DealFacts, ExpediteStatus } from './deal-facts.ts';
export { capturedProperties } from './captured-properties.ts';
export {
  attestedDealPropertyNames, capturedPropertyNames, dealProperties, expeditePropertyNames, nativeDealPropertyNames, scorePropertyNames, termsGroup,
} from './deal-properties.ts';
export type { CapturedPropertyName, ExpeditePropertyName, NativeDealPropertyName, ScorePropertyName } from './deal-properties.ts';
export { fieldErrorSchema } from './field-error.ts';
export type { FieldError } from './field-error.ts';
export { freshnessSchema } from './freshness.ts';
export type { Freshness } from './freshness.ts';
export { accountKey, accountSchema, currentPolicyKey, ledgerObject, ledgerObjectType, ledgerProperties, policyVersionKey } from './ledger.ts';
export type { Account } from './ledger.ts';
export { capturedChanges, capturedFields, mergeCaptured } from './merge-captured.ts';
export type { CapturedConflict } from './merge-captured.ts';
export { policyInForceSchema } from './policy-in-force.ts';
export type { PolicyInForce } from './policy-in-force.ts';
export type { PropertyDefinition, PropertyOption } from './property-definition.ts';
export type { PropertyValues } from './property-values.ts';
export { scoreFingerprint } from './score-fingerprint.ts';
export type { ScoreVersions } from './score-fingerprint.ts';
