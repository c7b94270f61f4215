import type { ObjectKind } from '../object-types.ts';
import { computedValues } from './computed-values.ts';
import type { Values } from './computed-values.ts';
import type { Database, Row, SqlValue } from './database.ts';
import type { ChangeSource, HistoryStore } from './history.ts';
import { indexTable, valueColumn } from './search-index.ts';
import type { SearchIndex } from './search-index.ts';
import type { UniqueValues } from './unique-values.ts';
import { checkedChanges, checkRequired } from './value-check.ts';
import { withDefaults } from './value-defaults.ts';
import type { Changes, CheckStores, NormalizedValue, SentValues } from './value-check.ts';

/** A record; instants in epoch milliseconds. */
export type StoredRecord = {
  readonly id: number;
  readonly typeId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt: number | null;
  readonly values: Values;
  /** Of a record just written: values taken for others than were sent. */
  readonly normalized?: readonly NormalizedValue[];
};

/** When and by whom a write is made. */
export type WriteContext = {
  readonly at: number;
  readonly source: ChangeSource;
  /** As the dated paths do. */
  readonly normalizesDates?: boolean;
};

/** A page of a list: records after `afterId`, at most `limit`, only of one owner when `ownerId` is given. */
export type ListQuery = {
  readonly afterId: number;
  readonly limit: number;
  readonly archived: boolean;
  readonly ownerId: string | null;
};

export type RecordStore = {
  /** Live records by id, in the order asked for; ids that are not there are left out. */
  readonly read: (kind: ObjectKind, ids: readonly number[]) => readonly StoredRecord[];
  readonly readArchived: (kind: ObjectKind, id: number) => StoredRecord | null;
  readonly findByUnique: (kind: ObjectKind, property: string, value: string) => StoredRecord | null;
  readonly list: (kind: ObjectKind, query: ListQuery) => readonly StoredRecord[];
  /**
   * To be called inside a transaction.
   *
   * @param linked - computed values that come of the links it will have
   * @throws {ApiError} values wrong, required ones missing, unique ones taken
   */
  readonly create: (kind: ObjectKind, sent: SentValues, write: WriteContext, linked?: Values) => StoredRecord;
  /**
   * To be called inside a transaction.
   *
   * @throws {ApiError} as `create`
   */
  readonly update: (kind: ObjectKind, record: StoredRecord, sent: SentValues, write: WriteContext) => StoredRecord;
  /** Writes values the API does not let anyone set. */
  readonly setComputed: (kind: ObjectKind, id: number, changes: Changes, write: WriteContext) => void;
  readonly archive: (kind: ObjectKind, record: StoredRecord, write: WriteContext) => void;
};

export type RecordStores = CheckStores & {
  readonly database: Database;
  readonly history: HistoryStore;
  readonly searchIndex: SearchIndex;
  readonly uniqueValues: UniqueValues;
};

export function createRecordStore(stores: RecordStores): RecordStore {
  const { database, history, searchIndex, uniqueValues } = stores;
  const read = (kind: ObjectKind, ids: readonly number[]) => {
    const found = new Map<number, StoredRecord>();
    for (const id of ids) {
      const row = database.get('SELECT * FROM records WHERE id = ? AND type_id = ? AND archived_at IS NULL', [
        id,
        kind.typeId,
      ]);
      if (row !== null) found.set(id, recordOf(row));
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  };
  const withComputed = (kind: ObjectKind, values: Values) => {
    const facts = { account: stores.settings.account(), dealPipelines: stores.pipelines.list(kind.typeId) };
    return computedValues(kind.computedRule, values, facts);
  };

  const apply = (kind: ObjectKind, record: StoredRecord, wanted: Changes, write: WriteContext): StoredRecord => {
    const changes = realChanges(record.values, wanted);
    if (Object.keys(changes).length === 0) return record;
    changes[kind.modifiedProperty] = new Date(write.at).toISOString();
    const values = withChanges(record.values, changes);
    uniqueValues.claim(kind, record.id, changes);
    history.append(record.id, write.at, write.source, record.values, changes);
    database.run('UPDATE records SET updated_at = ?, property_values = ? WHERE id = ?', [
      write.at,
      JSON.stringify(values),
      record.id,
    ]);
    searchIndex.update(kind.typeId, record.id, changes);
    return { ...record, updatedAt: write.at, values };
  };

  const readProduct = (id: string) => {
    const row = database.get("SELECT * FROM records WHERE id = ? AND type_id = '0-7' AND archived_at IS NULL", [id]);
    return row === null ? null : recordOf(row).values;
  };

  return {
    read,
    readArchived: (kind, id) => {
      const row = database.get('SELECT * FROM records WHERE id = ? AND type_id = ? AND archived_at IS NOT NULL', [
        id,
        kind.typeId,
      ]);
      return row === null ? null : recordOf(row);
    },
    findByUnique: (kind, property, value) => {
      const id = uniqueValues.find(kind, property, value);
      return id === null ? null : (read(kind, [id])[0] ?? null);
    },
    list: (kind, query) => database.all(...listStatement(kind, query)).map(recordOf),
    create: (kind, sent, write, linked = {}) => {
      const wanted = withDefaults(kind, sent, { ...stores, readProduct });
      const { changes, normalized } = checkedChanges(stores, kind, wanted, {}, write.normalizesDates ?? false);
      const sentValues = withChanges({}, changes);
      checkRequired(kind, sentValues);
      const now = new Date(write.at).toISOString();
      const dated = {
        ...(kind.computedRule === 'deal' ? { hs_createdate: now } : {}),
        [kind.createdProperty]: now,
        ...sentValues,
        ...linked,
        [kind.modifiedProperty]: now,
      };
      const computed = withChanges(dated, withComputed(kind, dated));
      const createdAt = Date.parse(computed[kind.createdProperty] ?? now);
      const id = Number(database.get("SELECT seq + 1 AS id FROM sqlite_sequence WHERE name = 'records'")?.['id']);
      const values = { ...computed, hs_object_id: String(id) };
      database.run(
        'INSERT INTO records (id, type_id, created_at, updated_at, property_values) VALUES (?, ?, ?, ?, ?)',
        [id, kind.typeId, createdAt, write.at, JSON.stringify(values)],
      );
      uniqueValues.claim(kind, id, values);
      history.begin(id, write.at, write.source);
      searchIndex.insert(kind.typeId, id, values);
      return { id, typeId: kind.typeId, createdAt, updatedAt: write.at, archivedAt: null, values, normalized };
    },
    update: (kind, record, sent, write) => {
      const { changes, normalized } = checkedChanges(stores, kind, sent, record.values, write.normalizesDates ?? false);
      const values = withChanges(record.values, changes);
      return { ...apply(kind, record, { ...changes, ...withComputed(kind, values) }, write), normalized };
    },
    setComputed: (kind, id, changes, write) => {
      for (const record of read(kind, [id])) apply(kind, record, changes, write);
    },
    archive: (kind, record, write) => {
      database.run('UPDATE records SET archived_at = ? WHERE id = ?', [write.at, record.id]);
      uniqueValues.release(kind, record.id);
      searchIndex.remove(kind.typeId, record.id);
    },
  };
}

function recordOf(row: Row): StoredRecord {
  return {
    id: Number(row['id']),
    typeId: String(row['type_id']),
    createdAt: Number(row['created_at']),
    updatedAt: Number(row['updated_at']),
    archivedAt: row['archived_at'] === null ? null : Number(row['archived_at']),
    values: JSON.parse(String(row['property_values'])) as Values,
  };
}

function listStatement(
  kind: ObjectKind,
  { afterId, limit, archived, ownerId }: ListQuery,
): [sql: string, parameters: SqlValue[]] {
  const page = 'ORDER BY id LIMIT ?';
  if (ownerId === null || archived) {
    const owned = ownerId === null ? '' : "AND json_extract(property_values, '$.hubspot_owner_id') = ?";
    return [
      `SELECT * FROM records WHERE type_id = ? AND archived_at IS ${archived ? 'NOT ' : ''}NULL AND id > ? ${owned} ${page}`,
      [kind.typeId, afterId, ...(ownerId === null ? [] : [ownerId]), limit],
    ];
  }
  const mine = `SELECT id FROM ${indexTable(kind.typeId)} WHERE ${valueColumn('hubspot_owner_id')} = ? AND id > ? ${page}`;
  return [`SELECT * FROM records WHERE id IN (${mine}) ORDER BY id`, [ownerId, afterId, limit]];
}

function realChanges(values: Values, wanted: Changes): Changes {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => (values[name] ?? null) !== value));
}

function withChanges(values: Values, changes: Readonly<Record<string, string | null>>): Record<string, string> {
  const next: Record<string, string> = { ...values };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) Reflect.deleteProperty(next, name);
    else next[name] = value;
  }
  return next;
}
