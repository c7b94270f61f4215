import type { Message, MessageKey } from './english.ts';
import { english } from './english.ts';

/** Who reads: BCP 47 locale for numbers and lists, ISO 4217 currency of the deal. */
export type Reader = { readonly locale: string; readonly currency: string };

/** Numbers read out with a vowel first: eight, eighty …, eleven, eighteen. */
const VOWEL_FIRST = /^(?:8|1[18](?!\d))/;

function withArticle(value: string): string {
  return `${VOWEL_FIRST.test(value) ? 'an' : 'a'} ${value}`;
}

/** A message with its values filled in; `count` chooses the plural form. The words are English; only numbers follow the reader's locale. */
export function say(key: MessageKey, values: Readonly<Record<string, string>> = {}, count = 0): string {
  const message: Message = english[key];
  const template = typeof message === 'string' ? message : count === 1 ? message.one : message.other;
  return template.replace(/\{(a )?(\w+)\}/g, (_, article: string | undefined, name: string) => {
    const value = values[name] ?? '';
    return article === undefined ? value : withArticle(value);
  });
}

/** Items as a list in a sentence: a, b, and c. */
export function listed(items: readonly string[]): string {
  return items.length <= 2 ? items.join(' and ') : `${items.slice(0, -1).join(', ')}, and ${items.at(-1) ?? ''}`;
}
