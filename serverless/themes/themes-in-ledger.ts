import { themesKey } from '@deal-terms/core/crm';
import { readThemeList, themeChangeSchema, themeListSchema } from '@deal-terms/core/themes';
import type { ThemeChange, ThemeList } from '@deal-terms/core/themes';
import * as z from 'zod/mini';
import { parseBody } from '../ports/entry-body.ts';
import { readEntriesAfter } from '../once/numbered-entries.ts';
import { claimEntry, whyNotKept } from '../once/once.ts';
import type { LedgerEntry, LedgerPort, StoredEntry } from '../ports/ledger-port.ts';

type Ledger = Pick<LedgerPort, 'readEntries' | 'createEntry' | 'putEntry'>;

/** A version of the list, and the change that made it. */
const keptSchema = z.extend(themeListSchema, { change: themeChangeSchema });

/** The list as it is now. */
export type LatestThemes = {
  readonly list: ThemeList;
  /** The entry of its version; null for the list every company begins with. */
  readonly entry: Pick<LedgerEntry, 'body' | 'author' | 'writtenAt'> | null;
  /** Whether `themes/current` says something older: a save was cut off. */
  readonly isAhead: boolean;
};

/**
 * The company's list: `themes/current`, and versions kept since. One call.
 *
 * @param current - the entry `themes/current`
 * @throws {CrmError}
 */
export async function latestThemes(ledger: Ledger, current: StoredEntry | undefined): Promise<LatestThemes> {
  const summed = readThemeList(current?.body ?? null);
  const since = await readEntriesAfter(ledger, themeVersionKey, summed.version);
  const last = since.at(-1);
  if (last === undefined) return { list: summed, entry: current ?? null, isAhead: false };
  const newest = since.flatMap(({ body }) => parseBody(body, themeListSchema) ?? []).at(-1) ?? summed;
  return { list: { ...newest, version: summed.version + since.length }, entry: last, isAhead: true };
}

/** Whether the list is what this change, sent before, has made of it. */
export function isMadeBy({ list, entry }: LatestThemes, basedOn: number, change: ThemeChange, by: string): boolean {
  const kept = parseBody(entry?.body, keptSchema);
  return (
    list.version === basedOn + 1 && entry?.author === by && JSON.stringify(kept?.change) === JSON.stringify(change)
  );
}

/**
 * Keeps the next version of the list, unless somebody kept another first. At most four calls.
 *
 * @returns null when the list is now this one, else why not: somebody kept another, or HubSpot took none
 * @throws {CrmError}
 */
export async function keepThemes(
  ledger: Ledger,
  list: ThemeList,
  { change, by, at }: { readonly change: ThemeChange; readonly by: string; readonly at: string },
): Promise<'conflict' | 'unavailable' | null> {
  const entry = { body: JSON.stringify({ ...list, change }), author: by, writtenAt: at };
  const claimed = await claimEntry(ledger, { ...entry, kind: 'themes', key: themeVersionKey(list.version) });
  const why = whyNotKept(claimed, entry);
  if (why === null) await putThemes(ledger, entry);
  return why;
}

/**
 * Has `themes/current` say what a version says. One call.
 *
 * @throws {CrmError}
 */
export function putThemes(
  ledger: Pick<LedgerPort, 'putEntry'>,
  { body, author, writtenAt }: NonNullable<LatestThemes['entry']>,
): Promise<void> {
  return ledger.putEntry({ key: themesKey, kind: 'themes', body, author, writtenAt });
}

function themeVersionKey(version: number): string {
  return `themes/${version}`;
}
