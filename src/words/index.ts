export { chance, count, money, percent } from './amounts.ts';
export { bandInWords, negotiabilityMeaning, returnInWords, verdictInWords } from './meaning.ts';
export { givesInWords } from './gives.ts';
export { paidWhenInWords, paymentPlanInWords } from './payment-plan-words.ts';
export { nextQuestion } from './questions.ts';
export { reasons } from './reasons.ts';
export type { Reader } from './say.ts';
export { bestTrade, discountInWords, packageInWords, priceInWords, swapInWords } from './trade.ts';
export type { PackageInWords } from './trade.ts';
