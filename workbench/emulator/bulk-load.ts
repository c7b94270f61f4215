import { setImmediate } from 'node:timers/promises';
import type { ObjectKind } from './object-types.ts';
import type { ChangeSource } from './store/history.ts';
import { defaultType, linkRecords, valuesByLinks } from './store/linking.ts';
import type { Store } from './store/store.ts';
import type { SentValues } from './store/value-check.ts';

/** A link to a record that is there already; without a type number it is a plain one. */
export type BulkLink = { readonly objectType: string; readonly id: string; readonly typeNumber?: number };

/** A record to create, and what later became of it. Times are epoch milliseconds; a `userId` is whoever did it in HubSpot's pages, without one it came by import. */
export type BulkRecord = {
  readonly properties: SentValues;
  /** When it was created; the clock's time when left out. */
  readonly at?: number;
  readonly userId?: number;
  readonly links?: readonly BulkLink[];
  /** Oldest first. */
  readonly changes?: readonly { readonly at: number; readonly properties: SentValues; readonly userId?: number }[];
};

const recordsPerTransaction = 1_000;

/** Creates records as the API would, and lets others have their turn between transactions. */
export async function bulkLoad(
  store: Store,
  now: number,
  objectType: string,
  records: Iterable<BulkRecord>,
  onProgress: (created: number) => void,
): Promise<readonly string[]> {
  const kind = store.kinds.resolve(objectType);
  const ids: string[] = [];
  const waiting = records[Symbol.iterator]();
  for (let next = waiting.next(); next.done !== true;) {
    next = store.database.transaction(() => {
      let drawn = next;
      for (let count = 0; count < recordsPerTransaction && drawn.done !== true; count += 1) {
        ids.push(load(store, kind, drawn.value, now, ids.length));
        drawn = waiting.next();
      }
      return drawn;
    });
    onProgress(ids.length);
    await setImmediate();
  }
  return ids;
}

function load(store: Store, kind: ObjectKind, bulk: BulkRecord, now: number, place: number): string {
  try {
    const created = { at: bulk.at ?? now, source: sourceOf(bulk.userId) };
    const links = (bulk.links ?? []).map((link) => linkOf(store, kind, link));
    let record = store.records.create(kind, bulk.properties, created, valuesByLinks(links, kind.typeId));
    for (const { typeId, id, types } of links)
      linkRecords(store, { typeId: kind.typeId, id: record.id }, { typeId, id }, types, created);
    for (const change of bulk.changes ?? []) {
      const [current = record] = store.records.read(kind, [record.id]);
      record = store.records.update(kind, current, change.properties, {
        at: change.at,
        source: sourceOf(change.userId),
      });
    }
    return String(record.id);
  } catch (error) {
    throw new Error(
      `${kind.singular} ${place} of the load was refused: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function linkOf(store: Store, kind: ObjectKind, { objectType, id, typeNumber }: BulkLink) {
  const { typeId } = store.kinds.resolve(objectType);
  const wanted = typeNumber ?? defaultType(store, kind.typeId, typeId)?.number;
  return {
    typeId,
    id: Number(id),
    types: store.associations.types(kind.typeId, typeId).filter(({ number }) => number === wanted),
  };
}

function sourceOf(userId: number | undefined): ChangeSource {
  return userId === undefined
    ? { sourceType: 'IMPORT' }
    : { sourceType: 'CRM_UI', sourceId: `userId:${userId}`, updatedByUserId: userId };
}
