import type { Reactions } from '@hubspot/ui-extensions';
import type { Overlays } from './overlays-store.ts';

/** HubSpot's `ExtensionEvent`, as the plain object that can cross to the worker. */
export type EventRecord = {
  readonly type: string;
  readonly bubbles: boolean;
  readonly timeStamp: number;
  readonly id: string;
};

export function eventRecord({ type, bubbles, timeStamp }: Pick<Event, 'type' | 'bubbles' | 'timeStamp'>): EventRecord {
  return { type, bubbles, timeStamp, id: crypto.randomUUID() };
}

/** Second argument of click and submit handlers. */
export function reactionsOf(overlays: Overlays): Reactions {
  return { openPanel: overlays.open, closePanel: overlays.close, openModal: overlays.open, closeModal: overlays.close };
}
