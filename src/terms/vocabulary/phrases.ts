import { plainText } from '../plain-text.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { spanish } from './spanish.ts';
import { languages } from './vocabulary.ts';
import type { Language, Meaning, Vocabulary } from './vocabulary.ts';

/** What a phrase stands for: something said of a payment, a share, a number, or how many equal parts there are. */
export type Sense =
  | { readonly kind: 'meaning'; readonly meaning: Meaning }
  | { readonly kind: 'share'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'equal parts'; readonly count: number };

export type Phrase = {
  readonly words: readonly string[];
  readonly sense: Sense;
  /** Every language that has it. */
  readonly languages: readonly Language[];
};

/** One table a language. */
export const vocabularies: Readonly<Record<Language, Vocabulary>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  nl: dutch,
};

/** Words of a plain text, digits left out. */
export function wordsOf(plain: string): readonly string[] {
  return plain.match(/\p{L}+/gu) ?? [];
}

/** Every phrase of every language as its table has it. */
export function phrasesOf(language: Language): readonly Phrase[] {
  const { words, shares, numbers, equalParts } = vocabularies[language];
  const phrases = (texts: string, sense: Sense): readonly Phrase[] =>
    texts.split(',').map((text) => ({ words: wordsOf(plainText(text)), sense, languages: [language] }));
  return [
    ...Object.entries(words).flatMap(([meaning, texts]) =>
      phrases(texts, { kind: 'meaning', meaning: meaning as Meaning }),
    ),
    ...shares.flatMap(([numerator, denominator, texts]) => phrases(texts, { kind: 'share', numerator, denominator })),
    ...Object.entries(numbers).flatMap(([value, texts]) => phrases(texts, { kind: 'number', value: Number(value) })),
    ...equalParts.flatMap(([count, texts]) => phrases(texts, { kind: 'equal parts', count })),
  ];
}

/** Phrases by their first word, the longest first: all six languages at once, as nobody says which one they write. */
function byFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  const known = new Map<string, Phrase>();
  for (const phrase of languages.flatMap(phrasesOf)) {
    const text = phrase.words.join(' ');
    const same = known.get(text);
    known.set(text, same === undefined ? phrase : { ...same, languages: [...same.languages, ...phrase.languages] });
  }
  const index = new Map<string, Phrase[]>();
  for (const phrase of known.values()) {
    const first = phrase.words[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), phrase]);
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Made when the first text is read that is not in the short notation: most never are. */
let index: ReadonlyMap<string, readonly Phrase[]> | undefined;

/**
 * The longest phrase that stands at a place of a text; undefined when none does.
 *
 * @param words - of the text; what is no word, such as a comma, is an empty string there
 * @param place - index of its first word
 */
export function phraseAt(words: readonly string[], place: number): Phrase | undefined {
  index ??= byFirstWord();
  return index
    .get(words[place] ?? '')
    ?.find((phrase) => phrase.words.every((word, offset) => word === words[place + offset]));
}
