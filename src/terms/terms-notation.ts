import { formatPaymentPlan, parsePaymentPlan } from '../scoring/index.ts';
import type { Due, MonthEnd, PaymentTerms, TermsPart } from './payment-terms.ts';

const monthEndForm = /^(?:(\d+(?:\.\d+)?)% )?(?:net (\d+) )?end of (next )?month(?: plus (\d+))?$/;

/**
 * Payment terms in the short notation, in which they are stored: pieces joined by `+`, each `[share%] when`, where *when* is what
 * `formatPaymentPlan` writes, or `[net 30] end of [next] month [plus 10]`.
 */
export function formatTerms(terms: PaymentTerms): string {
  return terms.map(formatPart).join(' + ');
}

/**
 * Reads exactly what `formatTerms` writes, to the last digit of a share.
 *
 * @returns null for any other text
 */
export function parseNotation(text: string): PaymentTerms | null {
  const parts = text.split(' + ').map((piece) => monthEndPart(piece) ?? daysPart(piece));
  const terms = parts.flatMap((part) => (part === null ? [] : [part]));
  const isWhole = parts.length === 1 || !/(^|\+ )(?!\d+(\.\d+)?% )/.test(text);
  return isWhole && terms.length === parts.length && formatTerms(terms) === text ? terms : null;
}

function formatPart({ share, due }: TermsPart): string {
  if (due.by === 'days') return formatPaymentPlan([{ share, anchor: due.anchor, days: due.days }]);
  const written = formatPaymentPlan([{ share, anchor: 'delivery', days: 0 }]);
  return written.replace('on delivery', monthEndNotation(due));
}

function monthEndNotation({ daysBefore, monthsOn, daysAfter }: MonthEnd): string {
  const net = daysBefore === 0 ? '' : `net ${daysBefore} `;
  const plus = daysAfter === 0 ? '' : ` plus ${daysAfter}`;
  return `${net}end of ${monthsOn === 1 ? 'next ' : ''}month${plus}`;
}

function monthEndPart(piece: string): TermsPart | null {
  const [found, percent, before, next, after] = monthEndForm.exec(piece) ?? [];
  if (found === undefined) return null;
  const due: Due = {
    by: 'month end',
    daysBefore: Number(before ?? 0),
    monthsOn: next === undefined ? 0 : 1,
    daysAfter: Number(after ?? 0),
  };
  return { share: percent === undefined ? 1 : Number(`${percent}e-2`), due };
}

/** A piece alone is no whole plan; the rest of the amount is added to have it read. */
function daysPart(piece: string): TermsPart | null {
  const share = /^(\d+(?:\.\d+)?)% /.exec(piece)?.[1];
  const when = share === undefined ? piece : piece.slice(share.length + 2);
  const parsed = parsePaymentPlan(when);
  const [only] = parsed.ok ? parsed.plan : [];
  if (only === undefined) return null;
  return {
    share: share === undefined ? 1 : Number(`${share}e-2`),
    due: { by: 'days', anchor: only.anchor, days: only.days },
  };
}
