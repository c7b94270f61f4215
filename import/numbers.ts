/** The character before the decimals of a file's numbers. */
export type DecimalMark = '.' | ',';

const spaces = /[\s\u00A0\u202F'’_]/g;

/**
 * Which mark the numbers of a file use, by the first of them that leaves no doubt; a point when none does.
 *
 * @param texts - cells of number columns
 */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark {
  for (const text of texts) {
    const mark = undoubted(digitsOf(text));
    if (mark !== null) return mark;
  }
  return '.';
}

/** Three digits after a lone mark may be thousands or decimals; anything else tells. */
function undoubted(digits: string): DecimalMark | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return null;
  const mark: DecimalMark = digits[last] === ',' ? ',' : '.';
  const other: DecimalMark = mark === ',' ? '.' : ',';
  if (digits.includes(other)) return mark;
  if (digits.indexOf(mark) !== last) return other;
  return digits.length - last - 1 === 3 && !/^-?0?[.,]/.test(digits) ? null : mark;
}

/**
 * A number as HubSpot stores it. Thousands separators, currency signs and a percent sign (a hundredth) are understood.
 *
 * @returns null when the text is no number, or one too large to be kept
 */
export function readNumber(text: string, mark: DecimalMark): string | null {
  const number = plainNumber(text, mark);
  return number === null || !Number.isFinite(Number(number)) ? null : number;
}

function plainNumber(text: string, mark: DecimalMark): string | null {
  const digits = digitsOf(text);
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(digits)) return String(Number(digits));
  const thousands = mark === '.' ? ',' : '.';
  const [whole = '', ...decimals] = digits.split(mark);
  const grouped = new RegExp(`^[+-]?(\\d+|\\d{1,3}(\\${thousands}\\d{2,3})*\\${thousands}\\d{3})?$`);
  if (decimals.length > 1 || !grouped.test(whole) || !/^\d*$/.test(decimals[0] ?? '') || !/\d/.test(digits))
    return null;
  const plain = `${whole.replaceAll(thousands, '')}${decimals[0] ? `.${decimals[0]}` : ''}`;
  const number = /^[+-]?\./.test(plain) ? plain.replace('.', '0.') : plain;
  return text.includes('%') ? String(Number((Number(number) / 100).toPrecision(12))) : number.replace(/^\+/, '');
}

/** Without spaces, currency signs and codes. */
function digitsOf(text: string): string {
  return text
    .replace(spaces, '')
    .replace(/^-?(?:[A-Z]{3}|[A-Z]{0,3}\p{Sc})(?=[\d.,-])/u, (sign) => (sign.startsWith('-') ? '-' : ''))
    .replace(/(?:[A-Z]{3}|\p{Sc}|%)$/u, '');
}
