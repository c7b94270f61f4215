import type { MessageEndpoint } from '@remote-ui/rpc';

/** How much of what is posted in one go waits for the rest: all of it, or all but the first. */
type Waiting = 'all' | 'all but the first';

/**
 * A worker, or a worker's way to its page, that sends what is posted in one go as one message: a change of an extension is dozens of messages,
 * and each has a price of its own. Both ends have to be wrapped. From a page the first goes at once: it may be a click, and the worker gets to work
 * while the page draws what was clicked.
 */
export function inBatches(port: MessageEndpoint, waiting: Waiting): MessageEndpoint {
  type Listener = Parameters<MessageEndpoint['addEventListener']>[1];
  const unpacking = new Map<Listener, Listener>();
  let batch: unknown[] | null = null;
  const send = (messages: readonly unknown[]) => {
    try {
      port.postMessage(messages);
    } catch {
      // One that cannot be copied fails alone, and the browser reports it.
      for (const message of messages)
        queueMicrotask(() => {
          port.postMessage([message]);
        });
    }
  };
  const sendBatch = () => {
    if (batch !== null && batch.length > 0) send(batch);
    batch = null;
  };
  return {
    postMessage: (message: unknown) => {
      if (batch !== null) {
        batch.push(message);
        return;
      }
      batch = waiting === 'all' ? [message] : [];
      queueMicrotask(sendBatch);
      if (waiting === 'all but the first') send([message]);
    },
    addEventListener: (type, listener) => {
      const unpack: Listener = ({ data }: { data: unknown[] }) => {
        for (const message of data) listener({ data: message } as MessageEvent);
      };
      unpacking.set(listener, unpack);
      port.addEventListener(type, unpack);
    },
    removeEventListener: (type, listener) => {
      const unpack = unpacking.get(listener);
      if (unpack !== undefined) port.removeEventListener(type, unpack);
    },
  };
}
