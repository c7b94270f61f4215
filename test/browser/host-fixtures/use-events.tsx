import { useState } from 'react';
import { Divider, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

/** Remembers which events arrived in the worker, and shows each as a line of its own. */
export function useEvents(): {
  readonly on: (name: string) => (...args: readonly unknown[]) => void;
  readonly log: ReactNode;
} {
  const [events, setEvents] = useState<readonly string[]>([]);
  const on =
    (name: string) =>
    (...args: readonly unknown[]) => {
      const plain = args.filter(
        (argument) =>
          typeof argument !== 'object' || argument === null || !('timeStamp' in argument || 'openModal' in argument),
      );
      setEvents((known) => [
        ...known,
        `${name}${plain.length === 0 ? '' : ` ${plain.map((argument) => (argument === undefined ? 'undefined' : JSON.stringify(argument))).join(' ')}`}`,
      ]);
    };
  const log = (
    <>
      <Divider />
      {events.map((event, place) => (
        <Text key={place}>{`event: ${event}`}</Text>
      ))}
    </>
  );
  return { on, log };
}
