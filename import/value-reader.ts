import type { DateReader } from './dates.ts';
import type { DealProperty } from './deal-properties.ts';
import type { DecimalMark } from './numbers.ts';
import { readNumber } from './numbers.ts';
import { plainLabel } from './plain-label.ts';

/** How the cells of one file are written. */
export type Notation = { readonly mark: DecimalMark; readonly dates: DateReader };

/** A value as HubSpot stores it, or what is wrong with it: it finishes the sentence "Amount: …". */
export type ReadValue =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly reason: string;
      /** The reason without the value: "no number". */
      readonly kind: string;
    };

const textCharacters = 65_536;
const yesOrNo = new Map([
  ['true', 'true'],
  ['yes', 'true'],
  ['1', 'true'],
  ...['y', 't', 'wahr', 'vrai', 'verdadero', 'vero', 'waar', 'ja', 'oui', 'sí', 'si', 'sim'].map(
    (word) => [word, 'true'] as const,
  ),
  ...['n', 'f', 'falsch', 'faux', 'falso', 'onwaar', 'nein', 'non', 'nee', 'não'].map(
    (word) => [word, 'false'] as const,
  ),
  ['false', 'false'],
  ['no', 'false'],
  ['0', 'false'],
]);

/**
 * How cells of a column become values of a property.
 *
 * @returns a reader of cells that are not blank
 */
export function valueReader(
  property: Pick<DealProperty, 'type' | 'fieldType' | 'options'>,
  { mark, dates }: Notation,
): (text: string) => ReadValue {
  switch (property.type) {
    case 'number':
      return (text) => orFault(readNumber(text, mark), text, 'no number');
    case 'date':
      return (text) => orFault(dates.date(text), text, 'no date');
    case 'datetime':
      return (text) => orFault(dates.instant(text), text, 'no date');
    case 'bool':
      return (text) => orFault(yesOrNo.get(plainLabel(text)) ?? null, text, 'neither yes nor no');
    case 'enumeration':
      return choiceReader(property);
    default:
      return (text) =>
        text.length <= textCharacters
          ? { ok: true, value: text }
          : {
              ok: false,
              reason: `${text.length.toLocaleString('en')} characters are more than the ${textCharacters.toLocaleString('en')} HubSpot takes`,
              kind: `more than the ${textCharacters.toLocaleString('en')} characters HubSpot takes`,
            };
  }
}

/** What a list property does not know of a cell: labels as they are written in it. */
export function unknownChoices(property: Pick<DealProperty, 'fieldType' | 'options'>, text: string): readonly string[] {
  const known = choicesOf(property);
  return partsOf(property, text).filter((part) => !known.has(plainLabel(part)));
}

function choiceReader(property: Pick<DealProperty, 'fieldType' | 'options'>): (text: string) => ReadValue {
  const known = choicesOf(property);
  return (text) => {
    const parts = partsOf(property, text);
    const stranger = parts.find((part) => !known.has(plainLabel(part)));
    if (stranger !== undefined)
      return {
        ok: false,
        reason: `“${shortened(stranger)}” is none of ${property.options.map(({ label }) => label).join(', ')}`,
        kind: `none of ${property.options.map(({ label }) => label).join(', ')}`,
      };
    return { ok: true, value: [...new Set(parts.map((part) => known.get(plainLabel(part)) ?? ''))].join(';') };
  };
}

/** Values by label and by value. */
function choicesOf({ options }: Pick<DealProperty, 'options'>): ReadonlyMap<string, string> {
  return new Map([
    ...options.map(({ value }) => [plainLabel(value), value] as const),
    ...options.map(({ label, value }) => [plainLabel(label), value] as const),
  ]);
}

function partsOf({ fieldType }: Pick<DealProperty, 'fieldType'>, text: string): readonly string[] {
  return fieldType === 'checkbox'
    ? text
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [text.trim()];
}

function orFault(value: string | null, text: string, what: string): ReadValue {
  return value === null ? { ok: false, reason: `“${shortened(text)}” is ${what}`, kind: what } : { ok: true, value };
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
