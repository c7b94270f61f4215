export { bringsUnderLimit, creditExposureOf } from './credit.ts';
export type { CreditExposure } from './credit.ts';
export { earlierDealOf, earlierDealPropertyNames } from './earlier-deal-of.ts';
export { answerMemoryDays } from './earlier-deals.ts';
export type { EarlierDeal } from './earlier-deals.ts';
export { paidOnOf } from './invoices.ts';
export {
  decodeEvidence,
  encodeEvidence,
  evidenceKinds,
  evidenceSchema,
  figureNames,
  noEvidence,
} from './evidence-schema.ts';
export type { Evidence, EvidenceKind, EvidenceSource, FigureName, Finding, Thin } from './evidence-schema.ts';
export { findEvidence } from './find-evidence.ts';
export type { EvidenceContext, EvidenceRecords } from './find-evidence.ts';
export { withFrozenTerms } from './frozen-evidence.ts';
export { billingCycles, differsFromLines, linesEvidence } from './margin.ts';
export { ownFigures, readOwnMargin } from './own-properties.ts';
export type { OwnFigure, OwnValue } from './own-properties.ts';
