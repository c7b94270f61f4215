import { indexedAs, indexedValue, tokenText } from '../values/search-value.ts';
import type { Values } from './computed-values.ts';
import type { Database, SqlValue } from './database.ts';
import type { Property } from './property-definitions.ts';

/** A typed column for each property of each type, for live records only; what search reads. */
export type SearchIndex = {
  readonly ensure: (typeId: string, properties: Iterable<Property>) => void;
  readonly insert: (typeId: string, recordId: number, values: Values) => void;
  readonly update: (typeId: string, recordId: number, changes: Readonly<Record<string, string | null>>) => void;
  readonly remove: (typeId: string, recordId: number) => void;
  /** Makes a property's column anew after its type changed. */
  readonly rebuild: (typeId: string, property: Property, records: Iterable<{ readonly id: number; readonly values: Values }>) => void;
  /** Lets SQLite measure the columns, so that it picks indexes well. */
  readonly analyze: () => void;
};

export const indexTable = (typeId: string) => `"search_${typeId}"`;
export const valueColumn = (property: string) => (property === 'hs_object_id' ? 'id' : `"p_${property}"`);
export const tokenColumn = (property: string) => `"t_${property}"`;

type Column = { readonly sql: string; readonly property: string; readonly value: (text: string) => SqlValue };

export function createSearchIndex(database: Database): SearchIndex {
  const columnsOfType = new Map<string, Map<string, Column[]>>();
  const insertOfType = new Map<string, { readonly sql: string; readonly columns: readonly Column[] }>();
  const columns = (typeId: string) => columnsOfType.get(typeId) ?? new Map<string, Column[]>();

  const add = (typeId: string, property: Property) => {
    const known = columnsOfType.get(typeId) ?? new Map<string, Column[]>();
    columnsOfType.set(typeId, known);
    insertOfType.delete(typeId);
    if (known.has(property.name) || property.name === 'hs_object_id') return;
    known.set(property.name, columnsOf(property));
    const present = new Set(database.all(`SELECT name FROM pragma_table_info('search_${typeId}')`).map((row) => `"${String(row['name'])}"`));
    for (const { sql } of columnsOf(property)) {
      if (!present.has(sql)) database.exec(`ALTER TABLE ${indexTable(typeId)} ADD COLUMN ${sql}`);
    }
    if (property.fieldType !== 'textarea') {
      const column = valueColumn(property.name);
      database.exec(`CREATE INDEX IF NOT EXISTS "search_${typeId}_${property.name}" ON ${indexTable(typeId)} (${column}) WHERE ${column} IS NOT NULL`);
    }
  };
  const insertion = (typeId: string) => {
    const known = insertOfType.get(typeId);
    if (known !== undefined) return known;
    const all = [...columns(typeId).values()].flat();
    const made = { columns: all, sql: `INSERT INTO ${indexTable(typeId)} (${['id', ...all.map(({ sql }) => sql)].join(', ')}) VALUES (${['?', ...all.map(() => '?')].join(', ')})` };
    insertOfType.set(typeId, made);
    return made;
  };
  const update: SearchIndex['update'] = (typeId, recordId, changes) => {
    const changed = Object.keys(changes).flatMap((property) => columns(typeId).get(property) ?? []);
    if (changed.length === 0) return;
    const values = changed.map(({ property, value }) => asSql(value, changes[property]));
    database.run(`UPDATE ${indexTable(typeId)} SET ${changed.map(({ sql }) => `${sql} = ?`).join(', ')} WHERE id = ?`, [...values, recordId]);
  };

  return {
    ensure: (typeId, properties) => {
      database.exec(`CREATE TABLE IF NOT EXISTS ${indexTable(typeId)} (id INTEGER PRIMARY KEY)`);
      for (const property of properties) add(typeId, property);
    },
    insert: (typeId, recordId, values) => {
      const { sql, columns: all } = insertion(typeId);
      database.run(sql, [recordId, ...all.map(({ property, value }) => asSql(value, values[property]))]);
    },
    update,
    remove: (typeId, recordId) => void database.run(`DELETE FROM ${indexTable(typeId)} WHERE id = ?`, [recordId]),
    rebuild: (typeId, property, records) => {
      columns(typeId).delete(property.name);
      add(typeId, property);
      for (const { id, values } of records) update(typeId, id, { [property.name]: values[property.name] ?? null });
    },
    analyze: () => database.exec('ANALYZE'),
  };
}

/** Text that holds no value is as good as none. */
function asSql(value: Column['value'], text: string | null | undefined): SqlValue {
  return text === null || text === undefined ? null : value(text);
}

function columnsOf(property: Property): Column[] {
  const kind = indexedAs(property);
  const values: Column = { sql: valueColumn(property.name), property: property.name, value: (text) => indexedValue(kind, text) };
  return kind === 'text' ? [values, { sql: tokenColumn(property.name), property: property.name, value: tokenText }] : [values];
}
