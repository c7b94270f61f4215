export { chance, count, discountPercent, money, percent } from './amounts.ts';
export { cashPriceInWords } from './cash-price.ts';
export { answersKnownOf, likelihood, likelihoodWord } from './likelihood.ts';
export { dayInWords } from './days.ts';
export { bandInWords, negotiabilityMeaning, returnInWords, verdictInWords } from './meaning.ts';
export { givesInWords } from './gives.ts';
export { dateFormat, numberFormat } from './intl-formats.ts';
export { paidWhenInWords, paymentPlanInWords } from './payment-plan-words.ts';
export { askedDaysSooner, nextQuestion, trialQuestionInWords } from './questions.ts';
export { reasons } from './reasons.ts';
export type { Reader } from './say.ts';
export {
  bestTrade,
  discountInWords,
  packageInWords,
  priceInWords,
  swapInWords,
  swapParts,
  tradeInWords,
} from './trade.ts';
export type { PackageInWords, SwapTerms } from './trade.ts';
