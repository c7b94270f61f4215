import type { SearchIndex } from './search-index.ts';

/** HubSpot's search sees a write some time after it was made; everything else sees it at once. */
export type SearchLag = {
  /** From now on, milliseconds; 0 brings search up to date. */
  readonly set: (lagMs: number) => void;
  readonly lagMs: () => number;
  /** Lets search see what it should by now. */
  readonly catchUp: () => void;
  /** The index as writers see it. */
  readonly behind: (index: SearchIndex) => SearchIndex;
  /** Remembers what waits now. @returns forgets what was added since: writes that did not happen */
  readonly mark: () => () => void;
};

/**
 * @param clock - epoch milliseconds
 */
export function createSearchLag(clock: () => number): SearchLag {
  const waiting: { readonly dueAt: number; readonly apply: () => void }[] = [];
  let lagMs = 0;
  const catchUp = (until = clock()) => {
    while (waiting[0] !== undefined && waiting[0].dueAt <= until) waiting.shift()?.apply();
  };
  const later = (apply: () => void) => {
    if (lagMs === 0 && waiting.length === 0) apply();
    else waiting.push({ dueAt: clock() + lagMs, apply });
  };
  return {
    lagMs: () => lagMs,
    set: (next) => {
      lagMs = next;
      if (next === 0) catchUp(Infinity);
    },
    catchUp,
    mark: () => {
      const before = waiting.length;
      return () => void waiting.splice(before);
    },
    behind: (index) => ({
      ...index,
      insert: (typeId, recordId, values) => later(() => index.insert(typeId, recordId, values)),
      update: (typeId, recordId, changes) => later(() => index.update(typeId, recordId, changes)),
      remove: (typeId, recordId) => later(() => index.remove(typeId, recordId)),
      rebuild: (typeId, property, records) => {
        catchUp(Infinity);
        index.rebuild(typeId, property, records);
      },
    }),
  };
}
