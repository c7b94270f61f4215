/** One answered request. */
export type LoggedRequest = {
  /** Empty when the request had none. */
  readonly token: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly status: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
};

/** What went through the API. */
export type RequestLog = {
  /** The newest thousand, oldest first; of one token when given. */
  readonly entries: (token?: string) => readonly LoggedRequest[];
  /** @returns ends the subscription */
  readonly subscribe: (listener: (entry: LoggedRequest) => void) => () => void;
};

const keptEntries = 1_000;

export function createRequestLog(): RequestLog & { readonly add: (entry: LoggedRequest) => void } {
  const kept: LoggedRequest[] = [];
  const listeners = new Set<(entry: LoggedRequest) => void>();
  return {
    entries: (token) => (token === undefined ? [...kept] : kept.filter((entry) => entry.token === token)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add: (entry) => {
      if (kept.push(entry) > keptEntries) kept.shift();
      for (const listener of listeners) listener(entry);
    },
  };
}
