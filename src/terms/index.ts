export type { QuotedDiscount } from './discounts.ts';
export { daysToMonthEnd, hasMonthEnd, planOf } from './month-end.ts';
export type { Due, MonthEnd, PaymentTerms, TermsPart } from './payment-terms.ts';
export { daysReadingOf, readingOf } from './reading.ts';
export { readTerms } from './read-terms.ts';
export type { ReadTerms, UnreadTerms } from './read-terms.ts';
export { formatTerms } from './terms-notation.ts';
export { languages } from './vocabulary/vocabulary.ts';
export type { Language } from './vocabulary/vocabulary.ts';
