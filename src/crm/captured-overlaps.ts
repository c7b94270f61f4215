import { decodeCaptured, encodeCaptured } from './captured-codec.ts';
import { capturedPropertyOf } from './captured.ts';
import type { Captured, CapturedField } from './captured.ts';
import { capturedFields } from './merge-captured.ts';
import type { CapturedConflict } from './merge-captured.ts';

/** Values of properties, newest first, as a read with history gives them. */
export type CapturedHistory = Readonly<Record<string, readonly { readonly value: string }[]>>;

/**
 * Writes of others that slipped in around ours: values in the history newer than the one we had read and not ours.
 *
 * @param before - what was stored when we read it
 * @param written - what we wrote
 * @param history - of the properties we wrote, read after the write
 * @returns per written field at most one, with the newest value of the others; empty when nobody interfered
 */
export function capturedOverlaps(before: Captured, written: Captured, history: CapturedHistory): CapturedConflict[] {
  return capturedFields.flatMap((field) => {
    const entries = history[capturedPropertyOf[field]];
    if (entries === undefined) return [];
    const theirs = othersSince(
      field,
      entries.map(({ value }) => value),
      canonical(field, before),
      canonical(field, written),
    );
    return theirs === undefined
      ? []
      : [{ field, loaded: before[field], theirs: valueOf(field, theirs), mine: written[field] }];
  });
}

function othersSince(
  field: CapturedField,
  newestFirst: readonly string[],
  before: string,
  ours: string,
): string | undefined {
  const values = newestFirst.map((value) => canonical(field, decodeOne(field, value)));
  const own = values.indexOf(ours);
  const sinceRead = values.slice(own + 1).indexOf(before);
  const window = sinceRead === -1 ? values : values.slice(0, own + 1 + sinceRead);
  return window.find((value) => value !== ours);
}

function decodeOne(field: CapturedField, value: string): Captured {
  return decodeCaptured({ [capturedPropertyOf[field]]: value });
}

function valueOf(field: CapturedField, value: string): unknown {
  return decodeOne(field, value)[field];
}

function canonical(field: CapturedField, captured: Captured): string {
  return encodeCaptured(captured)[capturedPropertyOf[field]];
}
