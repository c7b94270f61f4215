const fractions: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
};

/**
 * A text as the vocabularies are matched with it: lower case without accents, one kind of dash and none within words,
 * quotes, brackets and the dots of abbreviations gone, so that `À réception`, `C.O.D.`, `L/C` and `NET-30` are `a reception`, `cod`, `lc` and `net 30`.
 */
export function plainText(text: string): string {
  return text
    .replace(/[½⅓⅔¼¾⅕⅖⅗⅘⅙]/gu, (sign) => ` ${fractions[sign] ?? ''} `)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .replace(/(?<=[\p{L}\d])-(?=\p{L})|(?<=\p{L})-(?=\d)/gu, ' ')
    .replace(/(?<!\p{L})(\p{L})\/(\p{L})(?!\p{L})/gu, '$1$2')
    .replace(/['’‘`´"“”„«»()[\]:_]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
