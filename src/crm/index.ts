export { appSettingsSchema, defaultAppSettings, starterAppSettings } from './app-settings.ts';
export type { AppSettings, OwnerLimit, OwnProperty } from './app-settings.ts';
export { addDays, daysBetween, isCalendarDate, isTimeZone, localDate, parseInstant, startOfDay } from './calendar.ts';
export {
  decodeInvoice,
  decodeLineItem,
  decodeQuote,
  invoicePropertyNames,
  lineItemPropertyNames,
  quotePropertyNames,
} from './commerce.ts';
export type { Invoice, LineItem, Quote } from './commerce.ts';
export { parseJson } from './parse-json.ts';
export { decodeCustomerProfile, encodeCustomerProfile } from './customer-profile-codec.ts';
export { profileOverlaps } from './profile-overlaps.ts';
export type { ProfileHistory } from './profile-overlaps.ts';
export { profilePropertyOf, customerProfileSchema, isoDateSchema } from './customer-profile.ts';
export type { CustomerProfile, ProfileField } from './customer-profile.ts';
export { decodeDealFacts, expediteStatuses } from './deal-facts.ts';
export type { DealFacts, ExpediteStatus } from './deal-facts.ts';
export { deliveryDate } from './delivery-date.ts';
export {
  isFieldInstalled,
  isInstalled,
  laterAdditions,
  listedAdditions,
  missingAdditions,
  missingKinds,
  storableProfile,
  storableValues,
} from './later-additions.ts';
export type { LaterAddition } from './later-additions.ts';
export { profileProperties } from './profile-properties.ts';
export { decodeDeal } from './decode-deal.ts';
export type { Deal, RecordFacts } from './decode-deal.ts';
export { dealProperties, termsGroup } from './deal-properties.ts';
export {
  attestedDealPropertyNames,
  profilePropertyNames,
  expeditePropertyNames,
  boardDealPropertyNames,
  nativeDealPropertyNames,
  nativePropertyOf,
  offerPropertyNames,
  plannedDealPropertyNames,
  rescoredDealPropertyNames,
  scoredDealPropertyNames,
  scorePropertyNames,
} from './deal-property-names.ts';
export type {
  ProfilePropertyName,
  ExpeditePropertyName,
  NativeDealPropertyName,
  OfferPropertyName,
  ScorePropertyName,
} from './deal-property-names.ts';
export { expeditePipeline } from './expedite-pipeline.ts';
export type { ExpediteStageKey } from './expedite-pipeline.ts';
export { expediteRequestSchema, expediteTermsSchema } from './expedite-request.ts';
export type { ExpediteRequest, ExpediteTerms } from './expedite-request.ts';
export {
  decodeTicket,
  encodeTicket,
  listedTicketPropertyNames,
  nativeTicketPropertyOf,
  keysAfter,
  requestKey,
  requestPropertyOf,
} from './ticket-codec.ts';
export { assumedFigureValues } from './assumed-figures.ts';
export { decodeExpedite, encodeExpedite, expeditePropertyOf } from './stored-expedite.ts';
export type { StoredExpedite } from './stored-expedite.ts';
export { concessionStates, encodeOffer, offerAnswers, offerPropertyOf, offerStatuses } from './stored-offer.ts';
export type { ConcessionState, OfferAnswer, OfferStatus, OfferToStore, StoredOffer } from './stored-offer.ts';
export { bands, scorePropertyOf, verdicts } from './stored-score.ts';
export type { StoredScore } from './stored-score.ts';
export { tradeOf } from './trade.ts';
export type { Trade } from './trade.ts';
export { expediteGroup, expediteTicketProperties } from './expedite-ticket.ts';
export type { ExpediteTicketPropertyName } from './expedite-ticket.ts';
export { fieldErrorSchema } from './field-error.ts';
export type { FieldError } from './field-error.ts';
export { freshnessOf, freshnessSchema } from './freshness.ts';
export type { Freshness } from './freshness.ts';
export {
  accountKey,
  accountSchema,
  currentPolicyKey,
  ledgerObject,
  meetingKey,
  ledgerObjectType,
  ledgerProperties,
  policyVersionKey,
  themesKey,
  currentScenariosKey,
  scenarioKey,
  totalsKey,
  totalsSchema,
} from './ledger.ts';
export type { Account, DealTotals, LedgerKind } from './ledger.ts';
export { profileChanges, profileFields, mergeCustomerProfiles } from './merge-customer-profiles.ts';
export type { ProfileConflict } from './merge-customer-profiles.ts';
export type { PipelineDefinition, PipelineStageDefinition } from './pipeline-definition.ts';
export { policyInForceSchema } from './policy-in-force.ts';
export type { PolicyInForce } from './policy-in-force.ts';
export { policyProposalKey, policyProposalSchema, readProposal, storedProposalSchema } from './policy-proposal.ts';
export type { PolicyProposal } from './policy-proposal.ts';
export { policySettingsSchema, readPolicySettings, toStoredPolicy } from './policy-settings.ts';
export type { PolicySettings } from './policy-settings.ts';
export type { PropertyDefinition, PropertyOption } from './property-definition.ts';
export { propertySets } from './property-sets.ts';
export type { PropertySet } from './property-sets.ts';
export { readNumber, readText } from './property-values.ts';
export type { PropertyValues } from './property-values.ts';
export { scoreFingerprint } from './score-fingerprint.ts';
export type { ScoreVersions } from './score-fingerprint.ts';
export { figuresOf, resolveScoringInput } from './scoring-input.ts';
export type { Assumption, DealToResolve, Figure, ResolvedDeal, UnresolvedDeal } from './scoring-input.ts';
export { readPolicy, storedPolicySchema } from './stored-policy.ts';
export type { StoredPolicy } from './stored-policy.ts';
export { validateCustomerProfile } from './validate-customer-profile.ts';
export { encodeFigures, encodeScore, fingerprintOf, scoreChanges } from './score-codec.ts';
export type { ScoreToEncode } from './score-codec.ts';
export { scoreProperties } from './score-properties.ts';
