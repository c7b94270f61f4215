import { plainText } from './plain-text.ts';
import { phraseAt } from './vocabulary/phrases.ts';
import type { Sense } from './vocabulary/phrases.ts';
import type { Language } from './vocabulary/vocabulary.ts';

/** A number as it is written: `isOrdinal` for "10th" and "10.", `isGrouped` for "3,650", which is three thousand to some. */
export type NumberToken = {
  readonly kind: 'number';
  readonly value: number;
  /** With a decimal point, whichever mark was written. */
  readonly digits: string;
  readonly isOrdinal: boolean;
  readonly isGrouped: boolean;
};

export type Mark = 'separator' | 'plus' | 'slash' | 'dash' | 'minus' | 'percent';

export type Token =
  | NumberToken
  | { readonly kind: 'sense'; readonly sense: Sense; readonly text: string; readonly languages: readonly Language[] }
  | { readonly kind: 'mark'; readonly mark: Mark }
  /** What no table has. */
  | { readonly kind: 'stranger'; readonly text: string };

const pieceForm =
  /(?<number>\d+(?:[.,]\d+)?)(?<ordinal>(?:st|nd|rd|th|er|eme|ste|de|e)(?!\p{L})|[º°ª]|\.(?= \p{L}))?|(?<word>\p{L}+)|[^\s.]/gu;
const marks: Readonly<Record<string, Mark>> = {
  '%': 'percent',
  ',': 'separator',
  ';': 'separator',
  '|': 'separator',
  '&': 'separator',
  '+': 'plus',
  '/': 'slash',
};

/** A text as what its words, numbers and signs mean, whichever of the six languages they are of. */
export function tokensOf(text: string): readonly Token[] {
  const plain = plainText(text);
  const pieces = [...plain.matchAll(pieceForm)];
  const words = pieces.map(({ groups }) => groups?.['word'] ?? '');
  const tokens: Token[] = [];
  let place = 0;
  for (const piece of pieces) {
    if (pieces[place] !== piece) continue;
    const { number, ordinal, word } = piece.groups ?? {};
    const phrase = word === undefined ? undefined : phraseAt(words, place);
    if (number !== undefined) tokens.push(numberToken(number, ordinal !== undefined));
    else if (phrase !== undefined)
      tokens.push({
        kind: 'sense',
        sense: phrase.sense,
        text: phrase.words.join(' '),
        languages: phrase.languages,
      });
    else tokens.push(signToken(plain, piece[0], piece.index));
    place += phrase?.words.length ?? 1;
  }
  return tokens;
}

function numberToken(written: string, isOrdinal: boolean): NumberToken {
  const digits = written.replace(',', '.');
  return { kind: 'number', value: Number(digits), digits, isOrdinal, isGrouped: /^\d{1,3}[.,]\d{3}$/.test(written) };
}

/** A dash before a number and after a space is a minus; between two numbers it joins them; elsewhere it separates. */
function signToken(plain: string, written: string, at: number): Token {
  if (written === '-') {
    const before = plain.charAt(at - 1);
    const isMinus = /\d/.test(plain.charAt(at + 1)) && (before === '' || /[\s+]/.test(before));
    return { kind: 'mark', mark: isMinus ? 'minus' : /\d/.test(before) ? 'dash' : 'separator' };
  }
  const mark = marks[written];
  return mark === undefined ? { kind: 'stranger', text: written } : { kind: 'mark', mark };
}
