import chardet from 'chardet';
import { ImportFileError } from './import-error.ts';

export type DecodedText = {
  readonly text: string;
  /** What to tell of the encoding; null for UTF-8, which says itself what it is. */
  readonly guess: string | null;
};

const western = 'windows-1252';
/** What Windows-1252 has at 0x80 to 0x9f; the decoder of Node 20 takes these for Latin-1. */
const westernHigh = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const refusal = 'The file is not text in UTF-8. Export the deals as CSV, or save the sheet as “CSV UTF-8”.';

/**
 * The text of a file: UTF-8 with or without a byte order mark; UTF-16, in which spreadsheets save “Unicode text”; and Windows-1252, in which
 * they save “CSV” in Western Europe and America, when it is plainly that.
 *
 * @throws {ImportFileError} for anything else
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) {
    const text = decoded(bytes, wide);
    if (text === null || hasControls(text)) throw new ImportFileError(refusal);
    return { text, guess: null };
  }
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, guess: null };
  const text = inWestern(bytes);
  const detected = chardet.detect(bytes);
  // Encodings of neighbouring countries that give the very same text leave no doubt about it.
  const isWestern = detected !== null && (isWesternName(detected) || decoded(bytes, detected) === text);
  if (!isWestern || hasControls(text)) throw new ImportFileError(refusal);
  return { text, guess: 'The text is read as Windows-1252. If letters look wrong, save the file as “CSV UTF-8”.' };
}

function isWesternName(name: string): boolean {
  return ['iso-8859-1', western].includes(name.toLowerCase());
}

/** UTF-16 by its byte order mark, or by every other byte of its beginning being zero. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 200);
  const zeros = (remainder: number) => start.filter((byte, place) => place % 2 === remainder && byte === 0).length;
  const enough = start.length * 0.4;
  if (start.length < 8) return null;
  if (zeros(1) > enough && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > enough && zeros(1) === 0 ? 'utf-16be' : null;
}

function inWestern(bytes: Uint8Array): string {
  const text = decoded(bytes, western) ?? '';
  return text.replace(/[\u0080-\u009f]/g, (letter) => westernHigh[letter.charCodeAt(0) - 0x80] ?? letter);
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // RangeError: an encoding this platform does not know.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** No text has them; workbooks and pictures do. */
function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001f\u0081\u008d\u008f\u0090\u009d\ufffe]/.test(text);
}
