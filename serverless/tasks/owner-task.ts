import { asRichText } from '@deal-terms/core/expedite';
import { claim, notifyOnce } from '../once/once.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import type { About, TimelinePort } from '../ports/timeline-port.ts';

/** Something an owner of records is to do. */
export type OwnerTask = {
  /** Names the occasion: of two tasks with the same key, one is made. */
  readonly key: string;
  /** Whoever asks for it, as the page reports it. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly ownerId: string;
  readonly subject: string;
  /** Plain text, lines apart by line breaks. */
  readonly body: string;
  /** The records it is about; it is looked for at the first of them. */
  readonly about: readonly [About, ...About[]];
};

/**
 * Puts a task on the list of an owner of records, once: the ledger's entry decides. Three calls, more for a repeat.
 *
 * @returns whether this caller was first, and who was; null when HubSpot refused the entry and has none: trying again is safe
 * @throws {CrmError}
 */
export async function giveOwnerTask(
  crm: Pick<LedgerPort, 'readEntries' | 'createEntry' | 'putEntry'> & TimelinePort,
  { key, by, at, ownerId, subject, body, about }: OwnerTask,
): Promise<{ readonly isFirst: boolean; readonly by: string } | null> {
  const change = { key, kind: 'task', by, at, wanted: { ownerId } } as const;
  const made = await claim(crm, change);
  if (!made.ok) return made.winner === null ? null : { isFirst: false, by: made.winner.author };
  await notifyOnce(crm, change, made, {
    about: about[0],
    body: asRichText(body),
    hasNote: false,
    task: { subject, ownerId, about },
  });
  return { isFirst: true, by };
}
