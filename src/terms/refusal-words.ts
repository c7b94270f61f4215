import { longestDays } from './payment-terms.ts';
import type { Refusal } from './refusal.ts';
import { daysInWords } from './reading.ts';
import type { Token } from './tokens.ts';
import { vocabularies } from './vocabulary/phrases.ts';
import { languages } from './vocabulary/vocabulary.ts';
import type { Examples, Language, Meaning } from './vocabulary/vocabulary.ts';

const shownCharacters = 40;

/**
 * What to tell somebody whose payment terms cannot be used, with three ways to write what they may have meant.
 *
 * @param refusal - why not
 * @param tokens - of what was typed: the examples are in its language, with its numbers
 */
export function refusalInWords(refusal: Refusal, tokens: readonly Token[]): string {
  const [first, second, third] = examplesFor(tokens);
  return `${reasonInWords(refusal)} For example: “${first}”, “${second}” or “${third}”.`;
}

function reasonInWords(refusal: Refusal): string {
  const days = (count: number) => count.toLocaleString('en');
  switch (refusal.why) {
    case 'empty':
      return 'Enter when the customer pays.';
    case 'too long':
      return 'This is too long for payment terms. Enter only when the customer pays.';
    case 'strange':
      return `We cannot tell what “${shortened(refusal.piece)}” means in payment terms.`;
    case 'no words':
      return 'We cannot tell when the customer pays. Write it in other words.';
    case 'no share':
      return 'There are several payments, and one of them without a share. Say how much is paid when, in percent.';
    case 'no time':
      return 'One part has no due date. Say when it is paid.';
    case 'no days':
      return refusal.piece === ''
        ? 'The number of days is missing.'
        : `We cannot tell whether ${refusal.piece} is days or percent.`;
    case 'two times':
      return 'These terms say two different times for the same payment. Say which one holds.';
    case 'two readings':
      return `This can mean ${refusal.first} or ${refusal.second}. Say which.`;
    case 'no day of month':
      return 'Say which day of the next month.';
    case 'no net days':
      return 'This is only the discount. Say when the full amount is due as well.';
    case 'no balance':
      return 'Say how much is paid first: then the balance is clear.';
    case 'only deposit':
      return 'Say how large the deposit is, and when the rest is paid.';
    case 'before order':
      return 'Nobody pays before the order. Enter payment with the order, or days after it.';
    case 'negative':
      return `Days cannot be negative. Payment ${daysInWords(refusal.days)} before delivery is written “advance ${refusal.days}”; nobody pays before the order.`;
    case 'too many days':
      return `${days(refusal.days)} days are more than ten years. Enter at most ${days(longestDays)} days.`;
    case 'wrong sum':
      return `The shares add up to ${percent(refusal.percent)}. They must add up to 100%.`;
    case 'wrong share':
      return `A share of ${percent(refusal.percent)} is none. Enter shares above 0%.`;
  }
}

/** Examples in the language of the text, with its first days and its first share. */
export function examplesFor(tokens: readonly Token[]): readonly [string, string, string] {
  const all = vocabularies[languageOf(tokens)].examples;
  const isPercent = (place: number) => {
    const next = tokens[place + 1];
    return next?.kind === 'mark' && next.mark === 'percent';
  };
  const valuesWhere = (isWanted: (place: number) => boolean) =>
    tokens.flatMap((token, place) => (token.kind === 'number' && isWanted(place) ? [token.value] : []));
  const percents = valuesWhere(isPercent);
  const days = valuesWhere((place) => !isPercent(place)).find(
    (value) => Number.isInteger(value) && value >= 5 && value <= 365,
  );
  const share = percents.find((value) => value >= 5 && value <= 95);
  const filled = (example: string) => example.replace('N', String(days ?? 30)).replace('P', String(share ?? 30));
  const [first, second, third] = ordered(all, tokens, percents.length > 0);
  return [filled(first), filled(second), filled(third)];
}

function ordered(examples: Examples, tokens: readonly Token[], hasShares: boolean): readonly [string, string, string] {
  const { days, parts, delivery, monthEnd } = examples;
  const means = (...meanings: readonly Meaning[]) =>
    tokens.some(
      (token) => token.kind === 'sense' && token.sense.kind === 'meaning' && meanings.includes(token.sense.meaning),
    );
  if (means('monthEnd', 'nextMonth', 'nextMonthEnd')) return [monthEnd, days, delivery];
  const isInParts =
    hasShares ||
    means('deposit', 'balance') ||
    tokens.some((token) => token.kind === 'sense' && token.sense.kind !== 'meaning' && token.sense.kind !== 'number');
  return isInParts ? [parts, days, delivery] : [days, delivery, parts];
}

/** The language most of the known words are of; English when nothing tells. */
function languageOf(tokens: readonly Token[]): Language {
  const weights = new Map<Language, number>();
  for (const token of tokens) {
    if (token.kind !== 'sense') continue;
    for (const language of token.languages)
      weights.set(language, (weights.get(language) ?? 0) + 1 / token.languages.length);
  }
  return languages.reduce((best, language) =>
    (weights.get(language) ?? 0) > (weights.get(best) ?? 0) + 1e-9 ? language : best,
  );
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}

function shortened(text: string): string {
  return text.length <= shownCharacters ? text : `${Array.from(text).slice(0, shownCharacters).join('')}…`;
}
