import type { CrmApi } from './crm-api.ts';
import type { ObjectType } from './object-types.ts';
import type { PropertyValues } from '../../remote/worker-contract.ts';

/** One record as the page and its extensions watch it. */
export type RecordStore = {
  readonly type: ObjectType;
  readonly id: string;
  /** Reads from the CRM; properties without a value are null. */
  readonly read: (names: readonly string[]) => Promise<PropertyValues>;
  /** Writes to the CRM and has everybody read again. */
  readonly write: (properties: Readonly<Record<string, string>>) => Promise<void>;
  /** Has everybody read again: somebody else wrote. */
  readonly refresh: () => void;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createRecordStore(api: CrmApi, type: ObjectType, id: string): RecordStore {
  const listeners = new Set<() => void>();
  const refresh = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    type,
    id,
    read: async (names) => {
      const { properties } = await api.record(type.path, id, names);
      return Object.fromEntries(names.map((name) => [name, properties[name] ?? null]));
    },
    write: async (properties) => {
      await api.update(type.path, id, properties);
      refresh();
    },
    refresh,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
