import type { ExpediteStatus } from '@deal-terms/core/crm';
import { isSpeedConfirmed } from '@deal-terms/core/deal-state';
import type { PutForward } from '@deal-terms/core/offers';
import type { Reader } from '@deal-terms/core/words';
import { priceChange, shortPrice } from '../../shared/price-words.ts';
import { dateInWords } from '../../shared/reader.ts';
import type { Step } from './steps.ts';
import { fitting } from './strip-lines.ts';
import type { Said, StripBasis } from './strip-basis.ts';

/** Words alone: there is nothing to do. */
export function plain(headline: string, line: string): Said {
  return { headline, details: [line], steps: [] };
}

/** To ask operations, or to look at what was asked; nothing for terms without speed. */
export function requestStep({ expedite, proposal }: StripBasis): Step[] {
  if (expedite.status !== 'none') return ['show_request'];
  return (proposal?.terms.daysSaved ?? 0) > 0 ? ['ask_operations'] : [];
}

/** "€58,800 instead of €60,000 (2% off)", without the list price where it would take another line. */
export function priceLine(amount: number, discount: number, reader: Reader): string {
  return fitting(priceChange(amount, discount, reader), shortPrice(amount, discount, reader));
}

/** The price of an offer on record. */
export function putForwardLine({ reader }: StripBasis, { terms, appraisal }: PutForward): string {
  return priceLine(appraisal.deal.amount, terms.discount, { ...reader, currency: appraisal.currency });
}

/** What operations said of an offer's speed, as long as it is no yes. */
export const operationsNotes: Record<ExpediteStatus, string> = {
  none: 'Not confirmed by operations.',
  requested: 'Operations have not answered yet.',
  countered: 'Operations offer another date or cost.',
  declined: 'Operations cannot deliver faster.',
  expired: 'What operations promised has expired.',
  held: 'Operations confirmed fewer days than this.',
  approved: 'Operations confirmed fewer days than this.',
  shipped: 'Shipped sooner, by fewer days than this.',
};

/** What is to be said of an offer's speed; null where operations said yes, or there is none. */
export function speedLine({ expedite }: StripBasis, { terms }: PutForward): string | null {
  return isSpeedConfirmed(expedite.status, expedite.daysSaved, terms.daysSaved) ? null : 'Not confirmed by operations.';
}

const dayMs = 86_400_000;

type DayBasis = Pick<StripBasis, 'today' | 'reader'>;

/** "today", else "on Tuesday" or "on 3 Nov 2026". */
export function onDay(date: string, basis: DayBasis): string {
  return date === basis.today ? 'today' : `on ${dayName(date, basis)}`;
}

/** " since Tuesday"; nothing for today: one does not wait since today. */
export function sinceDay(date: string, basis: DayBasis): string {
  return date === basis.today ? '' : ` since ${dayName(date, basis)}`;
}

/** The day of the week within the last week, else the date. */
function dayName(date: string, { today, reader: { locale } }: DayBasis): string {
  const days = (Date.parse(today) - Date.parse(date)) / dayMs;
  return days > 0 && days < 7
    ? new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(date))
    : dateInWords(date, locale);
}
