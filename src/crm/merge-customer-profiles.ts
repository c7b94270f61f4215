import { decodeCustomerProfile, encodeCustomerProfile } from './customer-profile-codec.ts';
import { profilePropertyOf } from './customer-profile.ts';
import type { CustomerProfile, ProfileField } from './customer-profile.ts';
import { profilePropertyNames } from './deal-property-names.ts';
import type { ProfilePropertyName } from './deal-property-names.ts';

/** A field two people changed: what was loaded, what is stored now, what was to be saved; values as in `CustomerProfile`. */
export type ProfileConflict = {
  readonly field: ProfileField;
  readonly loaded: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
};

/** Captured fields in the form's order. */
export const profileFields = Object.keys(profilePropertyOf) as readonly ProfileField[];

/**
 * What to store when one person's answers meet a record that may have moved on: a field they did not touch follows the record,
 * a field they changed is theirs unless the record has a third value: then it is a conflict, and the record's value stands.
 *
 * @param loaded - what they had last seen stored
 * @param wanted - what they want stored
 * @param stored - what is stored now
 */
export function mergeCustomerProfiles(
  loaded: CustomerProfile,
  wanted: CustomerProfile,
  stored: CustomerProfile,
): { readonly merged: CustomerProfile; readonly conflicts: readonly ProfileConflict[] } {
  const [was, mine, theirs] = [
    encodeCustomerProfile(loaded),
    encodeCustomerProfile(wanted),
    encodeCustomerProfile(stored),
  ];
  const merged: Record<string, string> = { ...theirs };
  const conflicts: ProfileConflict[] = [];
  for (const field of profileFields) {
    const name = profilePropertyOf[field];
    if (mine[name] === was[name] || mine[name] === theirs[name]) continue;
    if (theirs[name] === was[name]) merged[name] = mine[name];
    else conflicts.push({ field, loaded: loaded[field], theirs: stored[field], mine: wanted[field] });
  }
  return { merged: decodeCustomerProfile(merged), conflicts };
}

/**
 * The properties to write so that a record holding `stored` holds `wanted`.
 *
 * @returns only those that differ; "" clears one
 */
export function profileChanges(
  stored: CustomerProfile,
  wanted: CustomerProfile,
): Partial<Record<ProfilePropertyName, string>> {
  const [before, after] = [encodeCustomerProfile(stored), encodeCustomerProfile(wanted)];
  return Object.fromEntries(
    profilePropertyNames.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}
