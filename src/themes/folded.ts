/**
 * Text for comparing only: without case, accents and punctuation, words with single spaces between them. Umlauts and ligatures become one plain vowel,
 * however they were typed (`ä`, `ae`, `œ`).
 *
 * @param text - any
 * @example folded('Verspätung, Rupture!') // => 'verspatung rupture'
 * @example folded('Verspaetung') // => 'verspatung'
 */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/œ|oe|ø/g, 'o')
    .replace(/æ|ae/g, 'a')
    .replace(/ue/g, 'u')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
