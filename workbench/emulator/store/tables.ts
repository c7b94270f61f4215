import type { Database } from './database.ts';

/**
 * `records` holds the truth, values as text in one JSON column; `search_<type>` (store/search-index.ts) holds live records once more with typed, indexed columns.
 * `versions` has one row per write of a record; the first keeps no values until a second one follows (store/history.ts).
 */
const tables = `
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS owners (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS pipelines (type_id TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (type_id, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS schemas (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS property_groups (type_id TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (type_id, name)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS properties (type_id TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (type_id, name)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS association_types (category TEXT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (category, number)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS records (
    id INTEGER PRIMARY KEY AUTOINCREMENT, type_id TEXT NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, archived_at INTEGER, property_values TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS live_records ON records (type_id, id) WHERE archived_at IS NULL;
  CREATE TABLE IF NOT EXISTS versions (
    record_id INTEGER NOT NULL, number INTEGER NOT NULL, written_at INTEGER NOT NULL, source TEXT NOT NULL, changes TEXT, PRIMARY KEY (record_id, number)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS unique_values (type_id TEXT NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL, record_id INTEGER NOT NULL, PRIMARY KEY (type_id, property, value)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS unique_values_of_record ON unique_values (record_id, property);
  CREATE TABLE IF NOT EXISTS associations (
    from_type TEXT NOT NULL, from_id INTEGER NOT NULL, to_type TEXT NOT NULL, to_id INTEGER NOT NULL, category TEXT NOT NULL, type_number INTEGER NOT NULL,
    PRIMARY KEY (from_type, from_id, to_type, to_id, category, type_number)) WITHOUT ROWID;
`;

/** Ids start where nobody takes them for a position in a list. */
const firstIds = { records: 30_000_000_001, schemas: 50_000_001 };

export function createTables(database: Database): void {
  database.exec(tables);
  for (const [table, first] of Object.entries(firstIds)) {
    const used = database.get('SELECT 1 FROM sqlite_sequence WHERE name = ?', [table]) !== null;
    if (!used) database.run('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', [table, first - 1]);
  }
}

/** Everything gone, as in a file just created. */
export function dropTables(database: Database): void {
  const names = database
    .all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .map((row) => String(row['name']));
  database.exec(names.map((name) => `DROP TABLE IF EXISTS "${name}";`).join('\n'));
  database.exec('DELETE FROM sqlite_sequence; VACUUM;');
}
