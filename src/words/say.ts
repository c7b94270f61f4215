import type { Message, MessageKey } from './english.ts';
import { english } from './english.ts';

/** Who reads: BCP 47 locale for numbers and lists, ISO 4217 currency of the deal. */
export type Reader = { readonly locale: string; readonly currency: string };

/** The words are English; only numbers follow the reader's locale. */
const LANGUAGE = 'en';

/** Made when first needed: a function that says nothing starts without them. */
let plurals: Intl.PluralRules | undefined;
let lists: Intl.ListFormat | undefined;

/** Numbers read out with a vowel first: eight, eighty …, eleven, eighteen. */
const VOWEL_FIRST = /^(?:8|1[18](?!\d))/;

function withArticle(value: string): string {
  return `${VOWEL_FIRST.test(value) ? 'an' : 'a'} ${value}`;
}

/** A message with its values filled in; `count` chooses the plural form. */
export function say(key: MessageKey, values: Readonly<Record<string, string>> = {}, count = 0): string {
  const message: Message = english[key];
  const template = typeof message === 'string' ? message : (message[(plurals ??= new Intl.PluralRules(LANGUAGE)).select(count)] ?? message.other);
  return template.replace(/\{(a )?(\w+)\}/g, (_, article: string | undefined, name: string) => {
    const value = values[name] ?? '';
    return article === undefined ? value : withArticle(value);
  });
}

/** Items as a list in a sentence: a, b and c. */
export function listed(items: readonly string[]): string {
  return (lists ??= new Intl.ListFormat(LANGUAGE, { type: 'conjunction' })).format(items);
}
