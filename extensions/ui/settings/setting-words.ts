import type { Policy } from '@deal-terms/core/policy';
import type { OwnerLimit, OwnProperty } from '@deal-terms/core/crm';
import { formatPaymentOption, parsePaymentOption, whatToEnter } from '@deal-terms/core/scoring';
import { storedTerms } from '@deal-terms/core/terms';
import type { PaymentOption } from '@deal-terms/core/scoring';
import { numberFormat } from '@deal-terms/core/words';
import type { SettingField } from './setting-field.ts';

/** For whom values are written, and whom owner ids stand for. */
export type SettingReader = {
  readonly locale: string;
  /** ISO 4217. */ readonly currency: string;
  readonly owners: readonly { readonly id: string; readonly name: string }[];
};

/** What a property of the account's own can hold, and on which records. */
export const ownFigureLabels: Readonly<Record<OwnProperty['figure'], string>> = {
  grossMargin: 'Gross margin',
  paymentPlan: 'Payment terms',
  leadTimeDays: 'Lead time (days)',
  daysBeyondTerms: 'Days beyond terms',
  relationship: 'Relationship',
  creditLimit: 'Credit limit',
};
export const recordLabels: Readonly<Record<OwnProperty['on'], string>> = {
  companies: 'Company',
  deals: 'Deal',
  line_items: 'Line item',
};

type Words = Pick<SettingField, 'kind' | 'unit' | 'inPercent'>;

function numbers(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Without the noise of binary fractions: 0.07 × 100 is 7. */
export function rounded(value: number): number {
  return Number(value.toFixed(8));
}

/** The unit of one and of more: " day", " days". */
function ofOne(size: number, unit: string): string {
  return size === 1 ? unit.replace(/^( day| order| week)s/, '$1') : unit;
}

/** A setting's value for reading, with its unit: "14% a year". */
export function settingInWords(field: Words, value: unknown, { locale, currency, owners }: SettingReader): string {
  if (value === null || value === undefined) return 'not set';
  const number = (size: number, options: Intl.NumberFormatOptions = {}) =>
    numberFormat(locale, { maximumFractionDigits: 4, ...options }).format(size);
  const unit = field.unit === '' ? '' : ` ${field.unit}`;
  const nameOf = (id: unknown) => owners.find((owner) => owner.id === id)?.name ?? 'somebody who is no longer here';
  const orUnlimited = (limit: number | null, words: (limit: number) => string) =>
    limit === null ? 'not limited' : words(limit);
  const percent = (limit: number | null) => orUnlimited(limit, (share) => number(share, { style: 'percent' }));
  const gain = (limit: number | null) =>
    orUnlimited(limit, (money) => number(money, { style: 'currency', currency, maximumFractionDigits: 0 }));
  const days = (limit: number | null) => orUnlimited(limit, (count) => `${number(count)}${ofOne(count, ' days')}`);
  switch (field.kind) {
    case 'percent':
      return number(Number(value), { style: 'percent' }) + unit;
    case 'money':
      return number(Number(value), { style: 'currency', currency, maximumFractionDigits: 0 });
    case 'number':
      return number(Number(value)) + ofOne(Number(value), unit);
    case 'yesNo':
      return value === true ? 'yes' : 'no';
    case 'dayList':
      return (
        numbers(value)
          .map((days) => number(days))
          .join(', ') + unit
      );
    case 'range':
      return (
        numbers(value)
          .map((size) => number(size, field.inPercent ? { style: 'percent' } : {}))
          .join(' – ') + unit
      );
    case 'factoring': {
      const { monthlyFee, advance } = value as NonNullable<Policy['factoring']>;
      return `${number(monthlyFee, { style: 'percent' })} for 30 days, ${number(advance, { style: 'percent' })} paid out at once`;
    }
    case 'plans':
      return (value as Policy['paymentOptions'])
        .map(({ id, ...option }) => `${id} (${formatPaymentOption(option)})`)
        .join(', ');
    case 'owner':
      return nameOf(value);
    case 'owners':
      return (value as readonly string[]).map(nameOf).join(', ') || 'nobody';
    case 'ownerLimits':
      return (
        (value as readonly OwnerLimit[])
          .map(
            ({ ownerId, maxDiscount, minMargin, minGain, maxDaysLater }) =>
              `${nameOf(ownerId)} (discount ${percent(maxDiscount)}, margin ${percent(minMargin)}, gain ${gain(minGain)}, later payment ${days(maxDaysLater)})`,
          )
          .join(', ') || 'none'
      );
    case 'ownProperties':
      return (
        (value as readonly OwnProperty[])
          .map(({ figure, on, name, label }) => `${ownFigureLabels[figure]}: ${label} (${name}, ${recordLabels[on]})`)
          .join(', ') || 'none'
      );
    case 'plan':
    case 'country':
      return text(value);
  }
}

/** A setting's value as it is typed; for the kinds entered as text. */
export function settingAsText({ kind, inPercent }: Words, value: unknown): string {
  if (value === null) return '';
  if (kind === 'dayList') return numbers(value).join(', ');
  if (kind === 'factoring') {
    const { monthlyFee, advance } = value as NonNullable<Policy['factoring']>;
    return `${rounded(monthlyFee * 100)} – ${rounded(advance * 100)}`;
  }
  if (kind === 'range')
    return numbers(value)
      .map((size) => rounded(inPercent ? size * 100 : size))
      .join(' – ');
  return text(value);
}

/** What was typed, read; `problem` says what is wanted instead. */
export type Typed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

/** Reads a typed value; whether it is in its domain is not asked here. */
export function readTyped({ kind, inPercent }: Words, text: string): Typed {
  const trimmed = text.trim();
  if (kind === 'dayList') return numbersOf(trimmed, null, 'days separated by commas, such as 7, 14, 21', 1);
  if (kind === 'range')
    return numbersOf(
      trimmed,
      3,
      `three numbers, such as ${inPercent ? '5 – 7 – 10' : '1 – 1.5 – 2'}`,
      inPercent ? 100 : 1,
    );
  if (kind === 'factoring') return factoringOf(trimmed);
  if (kind === 'country') return { ok: true, value: trimmed === '' ? null : trimmed.toUpperCase() };
  return { ok: true, value: trimmed };
}

/** What a factor takes for 30 days and pays out at once, both in percent; none for an empty text. */
function factoringOf(text: string): Typed {
  if (text === '') return { ok: true, value: null };
  const read = numbersOf(text, 2, 'two numbers, such as 2 – 85', 100);
  if (!read.ok) return read;
  const [monthlyFee, advance] = numbers(read.value);
  return { ok: true, value: { monthlyFee, advance } };
}

/** Numbers apart by comma and space, semicolon, slash or dash; a comma without a space may be a decimal one only where three numbers are wanted. */
function numbersOf(text: string, wanted: number | null, example: string, scale: number): Typed {
  const pieces = text === '' ? [] : text.split(wanted === null ? /\s*[,;/]\s*|\s+/ : /\s*[;/–—]\s*|\s+-\s+|,\s+|\s+/);
  const numbers = pieces.map((piece) => Number(piece.replace(',', '.').replace('%', '')));
  const isRead =
    pieces.every((piece) => piece !== '') &&
    numbers.every((number) => Number.isFinite(number)) &&
    (wanted === null || numbers.length === wanted);
  return isRead
    ? { ok: true, value: numbers.map((number) => rounded(number / scale)) }
    : { ok: false, problem: `Enter ${example}.` };
}

/** A payment option as the company writes it, read. */
export function readPaymentOption(
  text: string,
): { readonly ok: true; readonly option: PaymentOption } | { readonly ok: false; readonly problem: string } {
  const read = parsePaymentOption(storedTerms(text.trim()));
  return read.ok
    ? read
    : { ok: false, problem: 'Enter payment terms such as net 30, or when the balance is due, such as balance net 30.' };
}

const bound = /(at least|at most|greater than|less than) (-?[\d.e+-]+)$/;

/** What a setting needs, as a form says it: "Enter a number of at most 100%." */
export function enterWanted(wanted: string | null, inPercent: boolean): string {
  const shown = inPercent
    ? (wanted?.replace(bound, (_, side: string, size: string) => `${side} ${rounded(Number(size) * 100)}%`) ?? null)
    : wanted;
  return whatToEnter({ wanted: shown });
}
