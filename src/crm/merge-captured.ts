import { decodeCaptured, encodeCaptured } from './captured-codec.ts';
import { capturedPropertyOf } from './captured.ts';
import type { Captured, CapturedField } from './captured.ts';
import { capturedPropertyNames } from './deal-property-names.ts';
import type { CapturedPropertyName } from './deal-property-names.ts';

/** A field two people changed: what was loaded, what is stored now, what was to be saved; values as in `Captured`. */
export type CapturedConflict = {
  readonly field: CapturedField;
  readonly loaded: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
};

/** Captured fields in the form's order. */
export const capturedFields = Object.keys(capturedPropertyOf) as readonly CapturedField[];

/**
 * What to store when one person's answers meet a record that may have moved on: a field they did not touch follows the record,
 * a field they changed is theirs unless the record has a third value: then it is a conflict, and the record's value stands.
 *
 * @param loaded - what they had last seen stored
 * @param wanted - what they want stored
 * @param stored - what is stored now
 */
export function mergeCaptured(
  loaded: Captured,
  wanted: Captured,
  stored: Captured,
): { readonly merged: Captured; readonly conflicts: readonly CapturedConflict[] } {
  const [was, mine, theirs] = [encodeCaptured(loaded), encodeCaptured(wanted), encodeCaptured(stored)];
  const merged: Record<string, string> = { ...theirs };
  const conflicts: CapturedConflict[] = [];
  for (const field of capturedFields) {
    const name = capturedPropertyOf[field];
    if (mine[name] === was[name] || mine[name] === theirs[name]) continue;
    if (theirs[name] === was[name]) merged[name] = mine[name];
    else conflicts.push({ field, loaded: loaded[field], theirs: stored[field], mine: wanted[field] });
  }
  return { merged: decodeCaptured(merged), conflicts };
}

/**
 * The properties to write so that a record holding `stored` holds `wanted`.
 *
 * @returns only those that differ; "" clears one
 */
export function capturedChanges(stored: Captured, wanted: Captured): Partial<Record<CapturedPropertyName, string>> {
  const [before, after] = [encodeCaptured(stored), encodeCaptured(wanted)];
  return Object.fromEntries(
    capturedPropertyNames.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}
