import { indexedAs, indexedValue, spacedWords } from '../values/search-value.ts';
import type { Values } from './computed-values.ts';
import type { Database, SqlValue } from './database.ts';
import type { Property } from './property-definitions.ts';

/**
 * What search reads: live records only, one table a type with a typed column for each property that is not text, and one table for each text property.
 * Text apart keeps the rows short that most searches scan from end to end.
 */
export type SearchIndex = {
  readonly ensure: (typeId: string, properties: Iterable<Property>) => void;
  readonly insert: (typeId: string, recordId: number, values: Values) => void;
  readonly update: (typeId: string, recordId: number, changes: Readonly<Record<string, string | null>>) => void;
  readonly remove: (typeId: string, recordId: number) => void;
  /** Makes a property's place anew after its type changed. */
  readonly rebuild: (
    typeId: string,
    property: Property,
    records: Iterable<{ readonly id: number; readonly values: Values }>,
  ) => void;
};

export const indexTable = (typeId: string) => `"search_${typeId}"`;
export const valueColumn = (property: string) => (property === 'hs_object_id' ? 'id' : `"p_${property}"`);
/** Holds `id`, `value` in lower case, and `words`: its words in lower case with a space on both sides of each. */
export const textTable = (typeId: string, property: string) => `"text_${typeId}_${property}"`;

type Place = { readonly property: string; readonly text: boolean; readonly value: (text: string) => SqlValue };
type Places = { readonly columns: Place[]; readonly texts: Place[] };

/** Most searches of people who see only their own records start here. */
const indexedProperties: ReadonlySet<string> = new Set(['hubspot_owner_id']);

export function createSearchIndex(database: Database): SearchIndex {
  const placesOfType = new Map<string, Map<string, Place>>();
  const sorted = new Map<string, Places>();
  const byName = (typeId: string) => {
    const known = placesOfType.get(typeId) ?? new Map<string, Place>();
    placesOfType.set(typeId, known);
    return known;
  };
  const places = (typeId: string): Places => {
    const all = [...byName(typeId).values()];
    const known = sorted.get(typeId) ?? {
      columns: all.filter(({ text }) => !text),
      texts: all.filter(({ text }) => text),
    };
    sorted.set(typeId, known);
    return known;
  };

  const add = (typeId: string, property: Property) => {
    if (byName(typeId).has(property.name) || property.name === 'hs_object_id') return;
    const kind = indexedAs(property);
    byName(typeId).set(property.name, {
      property: property.name,
      text: kind === 'text',
      value: (text) => indexedValue(kind, text),
    });
    sorted.delete(typeId);
    if (kind === 'text')
      database.exec(
        `CREATE TABLE IF NOT EXISTS ${textTable(typeId, property.name)} (id INTEGER PRIMARY KEY, value TEXT NOT NULL, words TEXT NOT NULL)`,
      );
    else addColumn(database, typeId, property.name);
  };
  const writeText = (
    typeId: string,
    recordId: number,
    { property, value }: Place,
    text: string | null | undefined,
    isNew: boolean,
  ) => {
    const table = textTable(typeId, property);
    if (text != null)
      database.run(`INSERT OR REPLACE INTO ${table} (id, value, words) VALUES (?, ?, ?)`, [
        recordId,
        value(text),
        spacedWords(text),
      ]);
    else if (!isNew) database.run(`DELETE FROM ${table} WHERE id = ?`, [recordId]);
  };
  const update: SearchIndex['update'] = (typeId, recordId, changes) => {
    const changed = Object.keys(changes).flatMap((property) => byName(typeId).get(property) ?? []);
    const columns = changed.filter(({ text }) => !text);
    if (columns.length > 0) {
      const values = columns.map(({ property, value }) => asSql(value, changes[property]));
      database.run(
        `UPDATE ${indexTable(typeId)} SET ${columns.map(({ property }) => `${valueColumn(property)} = ?`).join(', ')} WHERE id = ?`,
        [...values, recordId],
      );
    }
    for (const place of changed) if (place.text) writeText(typeId, recordId, place, changes[place.property], false);
  };

  return {
    ensure: (typeId, properties) => {
      database.exec(`CREATE TABLE IF NOT EXISTS ${indexTable(typeId)} (id INTEGER PRIMARY KEY)`);
      for (const property of properties) add(typeId, property);
    },
    insert: (typeId, recordId, values) => {
      const { columns, texts } = places(typeId);
      const filled = columns.filter(({ property }) => values[property] !== undefined);
      const names = ['id', ...filled.map(({ property }) => valueColumn(property))];
      database.run(
        `INSERT INTO ${indexTable(typeId)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        [recordId, ...filled.map(({ property, value }) => asSql(value, values[property]))],
      );
      for (const place of texts) writeText(typeId, recordId, place, values[place.property], true);
    },
    update,
    remove: (typeId, recordId) => {
      database.run(`DELETE FROM ${indexTable(typeId)} WHERE id = ?`, [recordId]);
      for (const place of places(typeId).texts) writeText(typeId, recordId, place, null, false);
    },
    rebuild: (typeId, property, records) => {
      byName(typeId).delete(property.name);
      add(typeId, property);
      for (const { id, values } of records) update(typeId, id, { [property.name]: values[property.name] ?? null });
    },
  };
}

function addColumn(database: Database, typeId: string, property: string): void {
  const column = valueColumn(property);
  const present =
    database.get('SELECT 1 FROM pragma_table_info(?) WHERE name = ?', [`search_${typeId}`, `p_${property}`]) !== null;
  if (!present) database.exec(`ALTER TABLE ${indexTable(typeId)} ADD COLUMN ${column}`);
  if (indexedProperties.has(property))
    database.exec(
      `CREATE INDEX IF NOT EXISTS "search_${typeId}_${property}" ON ${indexTable(typeId)} (${column}) WHERE ${column} IS NOT NULL`,
    );
}

/** Text that holds no value is as good as none. */
function asSql(value: Place['value'], text: string | null | undefined): SqlValue {
  return text === null || text === undefined ? null : value(text);
}
