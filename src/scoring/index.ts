export { AS_TODAY } from '../vocabulary/as-today.ts';
export {
  bandsOf,
  cashPositions,
  constraints,
  fields,
  forecasts,
  relationships,
  termsImportances,
  urgencies,
} from '../vocabulary/bands.ts';
export type { CashPosition, Constraint, Field, Relationship, TermsImportance, Urgency } from '../vocabulary/bands.ts';
export { bargainAt } from './bargain-at.ts';
export { cashRatesOf } from './cost-of-cash.ts';
export type { CashRates } from './cost-of-cash.ts';
export type { BargainAt } from './bargain-at.ts';
export { cashDiscountRate, yearlyRateOfDiscount } from './cash-discount.ts';
export type { CashDiscountRate } from './cash-discount.ts';
export { shortForm, whatToEnter } from '../vocabulary/fault.ts';
export type { Fault } from '../vocabulary/fault.ts';
export { nextQuestions } from './information.ts';
export type { NextQuestion, ValueOfInformation } from './information.ts';
export { MOST_ANSWERS, customerSchema, dealSchema, parseScoringInput } from './input.ts';
export type { Answer, Customer, Deal, ResolvedInput } from './input.ts';
export type { Offer } from './offers.ts';
export { planOfOption } from './packages.ts';
export { levers, packageTerms, walkAwayDiscount } from './package-terms.ts';
export type { Lever, PackageTerms } from './package-terms.ts';
export { meanPaymentDay, paymentPlanSchema, trancheSchema } from '../vocabulary/payment-plan.ts';
export type { PaymentPlan, Tranche } from '../vocabulary/payment-plan.ts';
export { formatPaymentOption, parsePaymentOption } from './payment-option-notation.ts';
export type { PaymentOption } from './payment-option-notation.ts';
export { formatPaymentPlan, parsePaymentPlan } from './payment-plan-notation.ts';
export type { Position } from './position.ts';
export { MODEL_VERSION } from './model-version.ts';
export { scoreDeal } from './score-deal.ts';
export type { Band, ScoreResult, Verdict } from './score-deal.ts';
export { readDealLine, scoreLine } from './score-line.ts';
export type { LineError } from './score-line.ts';
export { costOfCash, sellerGainAt } from './seller-gain.ts';
export type { TrialQuestion } from './trial-question.ts';
export { triangleQuantile } from './triangle.ts';
