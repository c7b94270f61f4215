import { shortForm } from '../vocabulary/fault.ts';

/** What a quoted cash discount costs whoever does not take it. All fractions; `simple` without, `effective` with compounding; on a year of 360 or 365 days. */
export type CashDiscountRate = {
  readonly discount: number;
  readonly daysEarlier: number;
  readonly simple360: number;
  readonly simple365: number;
  readonly effective360: number;
  readonly effective365: number;
};

const NOTATION =
  /^\s*(\d+(?:[.,]\d+)?|[.,]\d+)(?:\s*%?\s*\/\s*|\s*%\s*)(\d+)(?:\s*days?)?\s*,?\s*(?:net|n)[\s/-]*(\d+)(?:\s*days?)?\s*$/i;

/**
 * What a cash discount costs a year whoever does not take it: effective, on a year of 365 days, as a fraction.
 *
 * @param discount - fraction of the amount, between 0 and 1
 * @param daysEarlier - how much sooner one would have to pay, above 0
 * @source OpenStax, Principles of Finance 2e, section 19.2 (cost of trade credit)
 */
export function yearlyRateOfDiscount(discount: number, daysEarlier: number): number {
  return (1 + discount / (1 - discount)) ** (365 / daysEarlier) - 1;
}

/**
 * The annual rate hidden in a cash discount quoted as `2/10 net 30`: 2 % off when paid within 10 days, else all within 30.
 *
 * @returns the rates, or a message that says what was expected and what came
 * @source OpenStax, Principles of Finance 2e, section 19.2 (cost of trade credit)
 */
export function cashDiscountRate(
  notation: string,
): { ok: true; rate: CashDiscountRate } | { ok: false; message: string } {
  const match = NOTATION.exec(notation);
  if (!match) return { ok: false, message: `expected a cash discount such as 2/10 net 30, got ${shortForm(notation)}` };
  const discount = Number(`${(match[1] ?? '').replace(',', '.')}e-2`);
  const daysEarlier = Number(match[3]) - Number(match[2]);
  if (discount <= 0 || discount >= 1)
    return { ok: false, message: `expected a discount above 0 and below 100 percent, got ${shortForm(match[1])}` };
  if (daysEarlier <= 0)
    return { ok: false, message: `expected net days after the discount days, got ${shortForm(notation.trim())}` };
  const periodReturn = discount / (1 - discount);
  const effective = (year: number): number => (1 + periodReturn) ** (year / daysEarlier) - 1;
  const simple = (year: number): number => (periodReturn * year) / daysEarlier;
  const rate = {
    discount,
    daysEarlier,
    simple360: simple(360),
    simple365: simple(365),
    effective360: effective(360),
    effective365: effective(365),
  };
  if (!Object.values(rate).every(Number.isFinite))
    return {
      ok: false,
      message: `expected a discount whose yearly rate can be written as a number, got ${shortForm(notation.trim())}`,
    };
  return { ok: true, rate };
}
