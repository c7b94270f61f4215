import type { MessageEndpoint } from '@remote-ui/rpc';

/**
 * A worker, or a worker's way to its page, that sends what is posted in one go as one message: a change of an extension is dozens of messages,
 * and each has a price of its own. Both ends have to be wrapped.
 */
export function inBatches(port: MessageEndpoint): MessageEndpoint {
  type Listener = Parameters<MessageEndpoint['addEventListener']>[1];
  const unpacking = new Map<Listener, Listener>();
  let batch: unknown[] = [];
  const send = () => {
    const messages = batch;
    batch = [];
    try {
      port.postMessage(messages);
    } catch {
      // One that cannot be copied fails alone, and the browser reports it.
      for (const message of messages) queueMicrotask(() => { port.postMessage([message]); });
    }
  };
  return {
    postMessage: (message: unknown) => {
      if (batch.length === 0) queueMicrotask(send);
      batch.push(message);
    },
    addEventListener: (type, listener) => {
      const unpack: Listener = ({ data }: { data: unknown[] }) => { for (const message of data) listener({ data: message } as MessageEvent); };
      unpacking.set(listener, unpack);
      port.addEventListener(type, unpack);
    },
    removeEventListener: (type, listener) => {
      const unpack = unpacking.get(listener);
      if (unpack !== undefined) port.removeEventListener(type, unpack);
    },
  };
}
