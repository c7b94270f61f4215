import { limits } from '../limits.ts';
import type { PropertyType } from '../standard-properties/property-row.ts';
import { instantOf } from './property-value.ts';

/** How a property's values lie in the search index: numbers and instants as numbers, text in lower case, lists as `;a;b;`, options as they are. */
export type IndexedAs = 'number' | 'instant' | 'text' | 'list' | 'option';

export function indexedAs(property: { readonly type: PropertyType; readonly fieldType: string }): IndexedAs {
  switch (property.type) {
    case 'number':
      return 'number';
    case 'date':
    case 'datetime':
      return 'instant';
    case 'enumeration':
      return property.fieldType === 'checkbox' ? 'list' : 'option';
    case 'bool':
      return 'option';
    case 'string':
    case 'phone_number':
      return 'text';
  }
}

/** A stored value as the index has it. */
export function indexedValue(kind: IndexedAs, text: string): string | number | null {
  switch (kind) {
    case 'number':
      return Number(text);
    case 'instant':
      return instantOf(text);
    case 'text':
      return text.slice(0, limits.searchableTextCharacters).toLowerCase();
    case 'list':
      return `;${text};`;
    case 'option':
      return text;
  }
}

/** Words of a text as word search has them: in lower case, letters and digits only, a space on both sides of each. */
export function spacedWords(text: string): string {
  return ` ${(
    text
      .slice(0, limits.searchableTextCharacters)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')} `;
}

/** Words of a search, `*` kept as the wildcard it is there. */
export function searchTokens(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}*]+/gu) ?? []).filter((token) => token !== '*');
}
