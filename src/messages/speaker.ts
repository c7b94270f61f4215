import { IntlMessageFormat } from 'intl-messageformat';
import { dayNumber } from '../crm/civil-day.ts';
import type { PaymentPlan } from '../scoring/index.ts';
import { dateFormat, numberFormat } from '../words/intl-formats.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Catalogue } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Language, Tongue } from './languages.ts';
import { nl } from './nl.ts';

/** Every language's messages. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en, de, fr, es, nl };

export type MessageKey = keyof Catalogue;
type Values = Readonly<Record<string, string | number>>;
type Tranche = PaymentPlan[number];

/** Somebody who writes one language, its numbers, money, dates and lists. */
export type Speaker = {
  /** A message with its values filled in. */
  readonly say: (key: MessageKey, values?: Values) => string;
  /** Items as they stand in a sentence: "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  /** Whole units without decimals, anything else with the currency's. */
  readonly money: (amount: number, currency: string) => string;
  /** A fraction, to two decimals at most. */
  readonly percent: (fraction: number) => string;
  /** An ISO date with its month by name; a year belongs into what is written, not into what is said. */
  readonly date: (isoDate: string, withYear: boolean) => string;
  /** When a plan is paid, and in how many parts: values of `{when}` and `{parts}`. */
  readonly payment: (plan: PaymentPlan) => { readonly when: string; readonly parts: 'one' | 'many' };
};

const dayMs = 86_400_000;

/** Nobody pays before there is an order. */
function isWithOrder({ anchor, days }: Pick<Tranche, 'anchor' | 'days'>): boolean {
  return anchor === 'order' && days <= 0;
}

/** A speaker of a language. */
export function speakerOf({ language, locale }: Tongue): Speaker {
  const catalogue = catalogues[language];
  // Swiss German has no ß.
  const spelt = (text: string) => (/^de-(?:CH|LI)$/.test(locale) ? text.replaceAll('ß', 'ss') : text);
  const say: Speaker['say'] = (key, values = {}) =>
    // Texts of a message are plain: `<` is no tag.
    String(new IntlMessageFormat(spelt(catalogue[key]), locale, undefined, { ignoreTag: true }).format(values));
  const list: Speaker['list'] = (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
  const percent: Speaker['percent'] = (fraction) =>
    numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(fraction);
  const whenPaid = ({ anchor, days }: Tranche): string => {
    if (anchor === 'order') return isWithOrder({ anchor, days }) ? say('withOrder') : say('afterOrder', { days });
    if (days === 0) return say('onDelivery');
    return days > 0 ? say('afterDelivery', { days }) : say('beforeDelivery', { days: -days });
  };
  const partPaid = (tranche: Tranche): string => {
    const share = percent(tranche.share);
    return isWithOrder(tranche) ? say('deposit', { share }) : say('share', { share, when: whenPaid(tranche) });
  };
  return {
    say,
    list,
    percent,
    money: (amount, currency) =>
      numberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(amount),
    date: (isoDate, withYear) => {
      const [year = 0, month = 0, day = 0] = isoDate.split('-').map(Number);
      const written = dateFormat(locale, {
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
        ...(withYear ? { year: 'numeric' } : {}),
      }).format(dayNumber(year, month, day) * dayMs);
      // Intl writes « 1 janvier »; French says « 1er janvier ».
      return language === 'fr' ? written.replace(/^1 /, '1er ') : written;
    },
    payment: (plan) => {
      const [only] = plan;
      if (plan.length === 1 && only !== undefined) return { when: whenPaid(only), parts: 'one' };
      return {
        when: list(plan.map(partPaid)),
        parts: 'many',
      };
    },
  };
}
