import { limits } from '../limits.ts';
import type { Values } from './computed-values.ts';
import type { Database } from './database.ts';

/** Who or what wrote, in HubSpot's words. */
export type ChangeSource = {
  readonly sourceType: 'CRM_UI' | 'INTEGRATION' | 'IMPORT' | 'CALCULATED';
  readonly sourceId?: string;
  readonly sourceLabel?: string;
  readonly updatedByUserId?: number;
};

export type HistoryEntry = ChangeSource & { readonly value: string; readonly timestamp: string };

export type HistoryStore = {
  /** The first version of a record. Its values are those the record has, and are only kept once they change. */
  readonly begin: (recordId: number, at: number, source: ChangeSource) => void;
  /** @param before - all values before the change */
  readonly append: (
    recordId: number,
    at: number,
    source: ChangeSource,
    before: Values,
    changes: Readonly<Record<string, string | null>>,
  ) => void;
  /** Newest first, for each wanted property that ever had a value. */
  readonly read: (
    recordId: number,
    wanted: readonly string[],
    current: Values,
    isCalculated: (property: string) => boolean,
  ) => Record<string, HistoryEntry[]>;
};

export function createHistoryStore(database: Database): HistoryStore {
  return {
    begin: (recordId, at, source) =>
      void database.run(
        'INSERT INTO versions (record_id, number, written_at, source, changes) VALUES (?, 1, ?, ?, NULL)',
        [recordId, at, JSON.stringify(source)],
      ),
    append: (recordId, at, source, before, changes) => {
      database.run('UPDATE versions SET changes = ? WHERE record_id = ? AND number = 1 AND changes IS NULL', [
        JSON.stringify(before),
        recordId,
      ]);
      database.run(
        'INSERT INTO versions (record_id, number, written_at, source, changes) SELECT record_id, max(number) + 1, ?, ?, ? FROM versions WHERE record_id = ?',
        [at, JSON.stringify(source), JSON.stringify(changes), recordId],
      );
    },
    read: (recordId, wanted, current, isCalculated) => {
      const history: Record<string, HistoryEntry[]> = {};
      for (const row of database.all(
        'SELECT written_at, source, changes FROM versions WHERE record_id = ? ORDER BY number DESC',
        [recordId],
      )) {
        const changes =
          row['changes'] === null ? current : (JSON.parse(String(row['changes'])) as Record<string, string | null>);
        const source = JSON.parse(String(row['source'])) as ChangeSource;
        const timestamp = new Date(Number(row['written_at'])).toISOString();
        for (const property of wanted) {
          const value = changes[property];
          const entries = (history[property] ??= []);
          if (value === undefined || entries.length >= limits.historyEntries) continue;
          entries.push({
            value: value ?? '',
            timestamp,
            ...(isCalculated(property) ? { sourceType: 'CALCULATED' } : source),
          });
        }
      }
      return Object.fromEntries(Object.entries(history).filter(([, entries]) => entries.length > 0));
    },
  };
}
