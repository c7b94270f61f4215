import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { FunctionCall } from '../protocol.ts';

/** Remembers the latest function calls and tells everybody who listens of new ones. */
export type CallStream = {
  readonly add: (call: FunctionCall) => void;
  /** A server-sent event `call` for each remembered call, then for each new one. */
  readonly listen: (context: Context) => Response;
  /** Ends every listener's stream. */
  readonly close: () => void;
};

/**
 * @param remembered - how many calls a new listener is told of
 */
export function createCallStream(remembered: number): CallStream {
  const latest: FunctionCall[] = [];
  const listeners = new Set<{ readonly send: (call: FunctionCall) => void; readonly end: () => void }>();
  return {
    add: (call) => {
      latest.push(call);
      if (latest.length > remembered) latest.shift();
      for (const { send } of listeners) send(call);
    },
    listen: (context) =>
      streamSSE(context, async (stream) => {
        const send = (call: FunctionCall) =>
          void stream.writeSSE({ event: 'call', id: call.logId, data: JSON.stringify(call) });
        await new Promise<void>((resolve) => {
          const listener = { send, end: resolve };
          stream.onAbort(() => {
            listeners.delete(listener);
            resolve();
          });
          latest.forEach(send);
          listeners.add(listener);
        });
      }),
    close: () => {
      for (const { end } of listeners) end();
      listeners.clear();
    },
  };
}
