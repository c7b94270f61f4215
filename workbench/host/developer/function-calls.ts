import { useSyncExternalStore } from 'react';
import { functionCallSchema } from '../../protocol.ts';
import type { FunctionCall } from '../../protocol.ts';

const keptCalls = 200;

/** Calls of app functions, the latest first, as the server tells of them. */
let calls: readonly FunctionCall[] = [];
const listeners = new Set<() => void>();
let source: EventSource | null = null;

function receive(event: MessageEvent<string>): void {
  const call = functionCallSchema.parse(JSON.parse(event.data));
  // After a lost connection the server tells of its latest calls once more.
  calls = [call, ...calls.filter(({ logId }) => logId !== call.logId)].slice(0, keptCalls);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (source === null) {
    source = new EventSource('/workbench/api/calls');
    source.addEventListener('call', receive);
  }
  return () => listeners.delete(listener);
}

/** Renders again with each call. */
export function useFunctionCalls(): readonly FunctionCall[] {
  return useSyncExternalStore(subscribe, () => calls);
}
