import { amountIn } from './money-signs.ts';

/** The character before the decimals of a file's numbers. */
export type DecimalMark = '.' | ',';

const scientific = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;

/**
 * Which mark a number uses, when it leaves no doubt: three digits after a lone mark may be thousands or decimals, anything else tells.
 *
 * @param text - of a cell; one that is no number tells nothing
 */
export function undoubtedMark(text: string): DecimalMark | null {
  const digits = amountIn(text.replace(/\s*%$/, ''))?.digits;
  if (digits === undefined) return null;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return null;
  const mark: DecimalMark = digits[last] === ',' ? ',' : '.';
  const other: DecimalMark = mark === ',' ? '.' : ',';
  if (digits.includes(other)) return digits.indexOf(mark) === last ? mark : null;
  if (digits.indexOf(mark) !== last) return /^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(digits) ? other : null;
  return isDoubtful(digits) ? null : mark;
}

/** The mark of a number such as 60.000, which is sixty thousand or sixty; null for others. */
export function doubtfulMark(text: string): DecimalMark | null {
  const digits = amountIn(text.replace(/\s*%$/, ''))?.digits;
  return digits !== undefined && isDoubtful(digits) ? (digits.includes(',') ? ',' : '.') : null;
}

function isDoubtful(digits: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
}

/**
 * A number as HubSpot stores it. Thousands separators, currency signs, brackets for negative amounts and a percent sign (a hundredth) are understood.
 *
 * @returns null when the text is no number, or one too large to be kept
 */
export function readNumber(text: string, mark: DecimalMark): string | null {
  const number = plainNumber(text.trim(), mark);
  return number === null || !Number.isFinite(Number(number)) ? null : number;
}

function plainNumber(text: string, mark: DecimalMark): string | null {
  if (scientific.test(text)) return String(Number(text.replace(',', '.')));
  const isPercent = text.endsWith('%');
  const amount = amountIn(isPercent ? text.slice(0, -1) : text);
  if (amount === null) return null;
  const { digits, isNegative } = amount;
  const thousands = mark === '.' ? ',' : '.';
  const [whole = '', ...decimals] = digits.split(mark);
  const grouped = new RegExp(`^(\\d+|\\d{1,3}(\\${thousands}\\d{2,3})*\\${thousands}\\d{3})?$`);
  if (decimals.length > 1 || !grouped.test(whole) || !/^\d*$/.test(decimals[0] ?? '')) return null;
  const plain = `${whole.replaceAll(thousands, '') || '0'}${decimals[0] ? `.${decimals[0]}` : ''}`;
  const signed = isNegative ? `-${plain}` : plain;
  return isPercent ? String(Number((Number(signed) / 100).toPrecision(12))) : signed;
}
