import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { catalogues, languages } from '@deal-terms/core/messages';

/** Names of a message's values, and for a choice between words the choices: `confirmed: other yes`. */
function placeholders(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.argument:
        return [element.value];
      case TYPE.plural:
        return [
          `${element.value} counted`,
          ...Object.values(element.options).flatMap(({ value }) => placeholders(value)),
        ];
      case TYPE.select:
        return [
          `${element.value}: ${Object.keys(element.options).sort().join(' ')}`,
          ...Object.values(element.options).flatMap(({ value }) => placeholders(value)),
        ];
      case TYPE.literal:
      case TYPE.pound:
        return [];
      default:
        throw new Error('a message takes plain values, choices and counts');
    }
  });
}
const placeholdersOf = (message: string) => [...new Set(placeholders(parse(message, { ignoreTag: true })))].sort();

describe.each(languages)('the catalogue in %s', (language) => {
  it('has every message, none empty', () => {
    expect(Object.keys(catalogues[language]).sort()).toEqual(Object.keys(catalogues.en).sort());
    for (const [key, text] of Object.entries(catalogues[language])) expect(text.trim(), key).not.toBe('');
  });

  it.each(Object.keys(catalogues.en) as (keyof typeof catalogues.en)[])('has the values of %s', (key) => {
    expect(placeholdersOf(catalogues[language][key])).toEqual(placeholdersOf(catalogues.en[key]));
  });

  it('says that a delivery is to be confirmed wherever it names one that is not', () => {
    for (const key of [
      'canDeliver',
      'canDeliverSooner',
      'pointDelivery',
      'pointDeliverySooner',
      'agreedDelivery',
      'agreedDeliverySooner',
    ] as const)
      expect(catalogues[language][key], key).toMatch(
        /subject to confirmation|vorbehaltlich der Bestätigung|sous réserve de confirmation|sujet[oa] a confirmación|onder voorbehoud van bevestiging/,
      );
  });
});
