import { useSyncExternalStore } from 'react';

/** One value that components of the extension can watch. */
export type ValueStore<T> = { readonly get: () => T; readonly set: (next: T) => void; readonly use: () => T };

export function createValueStore<T>(initial: T): ValueStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const get = () => value;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, get, get),
  };
}
