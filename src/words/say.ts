import type { Message, MessageKey } from './english.ts';
import { english } from './english.ts';

/** Who reads: BCP 47 locale for numbers and lists, ISO 4217 currency of the deal. */
export type Reader = { readonly locale: string; readonly currency: string };

/** The words are English; only numbers follow the reader's locale. */
const LANGUAGE = 'en';

/** A message with its values filled in; `count` chooses the plural form. */
export function say(key: MessageKey, values: Readonly<Record<string, string>> = {}, count?: number): string {
  const message: Message = english[key];
  const template = typeof message === 'string' ? message : message[new Intl.PluralRules(LANGUAGE).select(count ?? 0) === 'one' ? 'one' : 'other'];
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** Items as a list in a sentence: a, b and c. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(LANGUAGE, { type: 'conjunction' }).format(items);
}

