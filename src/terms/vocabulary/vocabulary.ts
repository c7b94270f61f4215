/** Languages whose names of payment terms are read. */
export const languages = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;
export type Language = (typeof languages)[number];

/**
 * What a word or phrase says of a payment. `dayLetter` is an abbreviation that means days only after a number; `cash` says how and not when
 * if days are given beside it; `filler` says nothing that matters.
 */
export type Meaning =
  | 'day'
  | 'dayLetter'
  | 'workingDay'
  | 'week'
  | 'month'
  | 'percent'
  | 'net'
  | 'within'
  | 'order'
  | 'delivery'
  | 'invoice'
  | 'shipment'
  | 'completion'
  | 'sight'
  | 'before'
  | 'after'
  | 'payment'
  | 'prepaid'
  | 'advance'
  | 'immediate'
  | 'beforeDelivery'
  | 'cash'
  | 'deposit'
  | 'balance'
  | 'full'
  | 'discount'
  | 'monthEnd'
  | 'nextMonthEnd'
  | 'nextMonth'
  | 'letterOfCredit'
  | 'and'
  | 'plus'
  | 'or'
  | 'filler';

/** Three ways to write terms, as examples for somebody whose terms could not be read; `N` and `P` are a number of days and a percentage. */
export type Examples = {
  readonly days: string;
  readonly parts: string;
  readonly delivery: string;
  readonly monthEnd: string;
};

/**
 * How one language names payment terms: phrases as people write them, parted by commas. Case, accents, dots of abbreviations and hyphens do not
 * matter; where one phrase begins another, the longer one is read.
 */
export type Vocabulary = {
  readonly words: Readonly<Partial<Record<Meaning, string>>>;
  /** Shares in words: numerator, denominator and how they are said. */
  readonly shares: readonly (readonly [number, number, string])[];
  /** Days and percentages in words. */
  readonly numbers: Readonly<Record<number, string>>;
  /** "In thirds", "three equal parts". */
  readonly equalParts: readonly (readonly [number, string])[];
  readonly examples: Examples;
};
