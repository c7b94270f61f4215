import Libsql from 'libsql';

export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, SqlValue>>;

/** SQLite as the store needs it: synchronous, with prepared statements kept by their text. */
export type Database = {
  readonly run: (
    sql: string,
    parameters?: readonly SqlValue[],
  ) => { readonly lastInsertRowid: number; readonly changes: number };
  readonly all: (sql: string, parameters?: readonly SqlValue[]) => Row[];
  readonly get: (sql: string, parameters?: readonly SqlValue[]) => Row | null;
  /** Several statements, none with parameters; for schema changes. */
  readonly exec: (sql: string) => void;
  /** All or nothing; a nested one that fails takes back only its own part. */
  readonly transaction: <T>(work: () => T) => T;
  /** For what goes with the data and is not in it: asked as a transaction begins for what to do if it fails. */
  readonly undoWith: (begin: () => () => void) => void;
  readonly close: () => void;
};

const pragmas = [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'cache_size = -131072',
  'mmap_size = 1073741824',
  'temp_store = MEMORY',
  'foreign_keys = OFF',
];
const keptStatements = 500;

/**
 * Opens a store.
 *
 * @param file - path, created when missing, or `:memory:`
 */
export function openDatabase(file: string): Database {
  const sqlite = new Libsql(file);
  for (const pragma of pragmas) sqlite.pragma(pragma);
  const statements = new Map<string, Libsql.Statement>();
  const prepared = (sql: string): Libsql.Statement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= keptStatements) statements.clear();
    const statement = sqlite.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  let depth = 0;
  const companions: (() => () => void)[] = [];
  const bracket = (): readonly [begin: string, commit: string, undo: readonly string[]] =>
    depth === 0
      ? ['BEGIN IMMEDIATE', 'COMMIT', ['ROLLBACK']]
      : [
          `SAVEPOINT level_${depth}`,
          `RELEASE level_${depth}`,
          [`ROLLBACK TO level_${depth}`, `RELEASE level_${depth}`],
        ];
  return {
    run: (sql, parameters = []) => {
      const { lastInsertRowid, changes } = prepared(sql).run(...parameters);
      return { lastInsertRowid: Number(lastInsertRowid), changes };
    },
    all: (sql, parameters = []) => prepared(sql).all(...parameters) as Row[],
    get: (sql, parameters = []) => (prepared(sql).get(...parameters) ?? null) as Row | null,
    exec: (sql) => {
      statements.clear();
      sqlite.exec(sql);
    },
    transaction: (work) => {
      const [begin, commit, undo] = bracket();
      prepared(begin).run();
      const undoings = companions.map((companion) => companion());
      depth += 1;
      try {
        const result = work();
        prepared(commit).run();
        return result;
      } catch (error) {
        // A full disk has made SQLite take everything back already; what failed must not be hidden by that.
        if (sqlite.inTransaction) for (const step of undo) prepared(step).run();
        for (const undoing of undoings) undoing();
        throw error;
      } finally {
        depth -= 1;
      }
    },
    undoWith: (begin) => void companions.push(begin),
    close: () => {
      statements.clear();
      sqlite.close();
    },
  };
}
