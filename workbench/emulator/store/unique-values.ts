import { contactExists, uniqueValueTaken } from '../errors.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Database } from './database.ts';
import type { PropertyStore } from './property-definitions.ts';
import type { SettingsStore } from './settings.ts';
import type { Changes } from './value-check.ts';

/** Who has which value of a unique property. */
export type UniqueValues = {
  readonly find: (kind: ObjectKind, property: string, value: string) => number | null;
  /**
   * Keeps the values in step with a write.
   *
   * @throws {ApiError} another record has one of them
   */
  readonly claim: (kind: ObjectKind, recordId: number, changes: Changes) => void;
  /** Of a record that is archived: what another may have from now on. */
  readonly release: (kind: ObjectKind, recordId: number) => void;
};

export function createUniqueValues(
  database: Database,
  properties: PropertyStore,
  settings: SettingsStore,
): UniqueValues {
  const find = (kind: ObjectKind, property: string, value: string) => {
    const row = database.get('SELECT record_id FROM unique_values WHERE type_id = ? AND property = ? AND value = ?', [
      kind.typeId,
      property,
      keyOf(kind, property, value),
    ]);
    return row === null ? null : Number(row['record_id']);
  };
  const refuse = (kind: ObjectKind, property: string, value: string, writtenId: number, existingId: number) =>
    isEmail(kind, property)
      ? contactExists(String(existingId))
      : uniqueValueTaken({
          portalId: settings.account().portalId,
          typeId: kind.typeId,
          property,
          value,
          writtenId: String(writtenId),
          existingId: String(existingId),
        });
  return {
    find,
    claim: (kind, recordId, changes) => {
      const definitions = properties.live(kind.typeId);
      for (const [property, value] of Object.entries(changes)) {
        if (property === 'hs_object_id' || definitions.get(property)?.hasUniqueValue !== true) continue;
        database.run('DELETE FROM unique_values WHERE record_id = ? AND property = ?', [recordId, property]);
        if (value === null) continue;
        const existingId = find(kind, property, value);
        if (existingId !== null) throw refuse(kind, property, value, recordId, existingId);
        database.run('INSERT INTO unique_values (type_id, property, value, record_id) VALUES (?, ?, ?, ?)', [
          kind.typeId,
          property,
          keyOf(kind, property, value),
          recordId,
        ]);
      }
    },
    release: (kind, recordId) => {
      if (settings.behaviour().archivedUniqueValues === 'freed')
        database.run('DELETE FROM unique_values WHERE record_id = ?', [recordId]);
      // A contact deleted and created again is known to be a new one of the same address.
      else if (kind.typeId === '0-1')
        database.run("DELETE FROM unique_values WHERE record_id = ? AND property = 'email'", [recordId]);
    },
  };
}

const isEmail = (kind: ObjectKind, property: string) => kind.typeId === '0-1' && property === 'email';
/** E-mail addresses are one whatever their case. */
const keyOf = (kind: ObjectKind, property: string, value: string) =>
  isEmail(kind, property) ? value.toLowerCase() : value;
