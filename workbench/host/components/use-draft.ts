import { useEffect, useRef, useState } from 'react';

/** What a field shows while it is being edited. */
export type Draft<T> = {
  readonly value: T;
  /** The user edited the field. */
  readonly edit: (next: T) => void;
  /** The extension is told of `value`: when it sends the same back, that is an echo and not a change by somebody else. */
  readonly tell: (value: unknown) => void;
  /**
   * The edit is finished.
   *
   * @returns whether it changed anything since the last commit or the extension's own value
   */
  readonly commit: (next: T) => boolean;
};

/**
 * The value of a field that the extension controls from another thread. The answer to an event comes later than the next key stroke,
 * so the field shows what the user did, and takes the extension's value only when it is not an echo of what it was told.
 *
 * @param value - the extension's value; absent when it controls nothing or has cleared the field
 * @param initial - shown when there is no value on the first render
 * @param empty - shown when the extension takes its value away
 */
export function useDraft<T>(value: T | null | undefined, initial: T | null | undefined, empty: T): Draft<T> {
  const [draft, setDraft] = useState<T>(value ?? initial ?? empty);
  const told = useRef<string[]>([]);
  const committed = useRef(keyOf(draft));
  const seen = useRef(keyOf(value));
  const key = keyOf(value);

  useEffect(() => {
    if (seen.current === key) return;
    seen.current = key;
    const echo = told.current.indexOf(key);
    if (echo >= 0) {
      told.current = told.current.slice(echo + 1);
      return;
    }
    const next = value ?? empty;
    told.current = [];
    committed.current = keyOf(next);
    setDraft(next);
  }, [key, value, empty]);

  return {
    value: draft,
    edit: setDraft,
    tell: (sent) => {
      told.current.push(keyOf(sent));
    },
    commit: (next) => {
      setDraft(next);
      const isNews = committed.current !== keyOf(next);
      committed.current = keyOf(next);
      return isNews;
    },
  };
}

/** Values of fields are JSON; object keys come in any order. */
function keyOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value ?? null);
  return JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b))));
}
