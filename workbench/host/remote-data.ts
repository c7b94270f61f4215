import { useCallback, useEffect, useState } from 'react';

/** Data that comes from the server. */
export type RemoteData<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly message: string };

/**
 * Loads data and keeps it; an answer to an older question is dropped. While loading again, the old data stays.
 *
 * @param load - must be the same function as long as it loads the same thing
 * @returns the data, and a function that loads it again
 */
export function useRemoteData<T>(load: (signal: AbortSignal) => Promise<T>): readonly [RemoteData<T>, () => void] {
  const [data, setData] = useState<RemoteData<T>>({ status: 'loading' });
  const [round, setRound] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    const run = async () => {
      try {
        const value = await load(abort.signal);
        if (!abort.signal.aborted) setData({ status: 'ready', value });
      } catch (error) {
        if (!abort.signal.aborted)
          setData({ status: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    };
    void run();
    return () => abort.abort();
  }, [load, round]);

  const reload = useCallback(() => setRound((now) => now + 1), []);
  return [data, reload];
}
