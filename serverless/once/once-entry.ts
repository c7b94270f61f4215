import { parseJson } from '@deal-terms/core/crm';
import * as z from 'zod/mini';
import type { LedgerKind } from '@deal-terms/core/crm';
import type { LedgerEntry } from '../ports/ledger-port.ts';

/** A change that is to happen once. */
export type OnceChange = {
  /** Names the place in a row of changes: of two changes with the same key, one happens. */
  readonly key: string;
  readonly kind: LedgerKind;
  /** Who makes it, as the card reports it. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** What was asked for: two changes of the same person that want the same are one, sent twice. */
  readonly wanted: unknown;
  /** What is to be remembered of it beside what was asked for. */
  readonly event?: unknown;
};

/** What the entry of such a change says. */
export type OnceBody = {
  readonly wanted: unknown;
  readonly event: unknown;
  /** Whether everybody who is to hear of it has. */
  readonly isNotified: boolean;
};

const bodySchema = z.looseObject({ notified: z.optional(z.boolean()), told: z.optional(z.boolean()) });

/**
 * The body of an entry. Never throws. Entries from before kept `wanted` as text, or all that was wanted beside the action at the top, and `told` for `notified`.
 *
 * @returns null for one that cannot be read
 */
export function readOnceBody(text: string): OnceBody | null {
  const parsed = bodySchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { notified, told, ...rest } = parsed.data;
  const isNotified = notified === true || told === true;
  if (!('wanted' in rest)) return { wanted: rest, event: undefined, isNotified };
  const { wanted, event } = rest;
  return { wanted: typeof wanted === 'string' ? (parseJson(wanted) ?? wanted) : wanted, event, isNotified };
}

/** The entry of a change. */
export function onceEntry({ key, kind, by, at, wanted, event }: OnceChange, isNotified: boolean): LedgerEntry {
  const body = { wanted, ...(event === undefined ? {} : { event }), ...(isNotified ? { notified: true } : {}) };
  return { key, kind, author: by, writtenAt: at, body: JSON.stringify(body) };
}

/** Whether an entry is of this very change. */
export function isEntryOf({ body, author }: Pick<LedgerEntry, 'body' | 'author'>, change: OnceChange): boolean {
  return author === change.by && JSON.stringify(readOnceBody(body)?.wanted) === JSON.stringify(change.wanted);
}
