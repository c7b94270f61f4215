import { decodeCustomerProfile, encodeCustomerProfile } from './customer-profile-codec.ts';
import { profilePropertyOf } from './customer-profile.ts';
import type { CustomerProfile, ProfileField } from './customer-profile.ts';
import { profileFields } from './merge-customer-profiles.ts';
import type { ProfileConflict } from './merge-customer-profiles.ts';

/** Values of properties, newest first, as a read with history gives them. */
export type ProfileHistory = Readonly<Record<string, readonly { readonly value: string }[]>>;

/**
 * Writes of others that slipped in around ours: values in the history newer than the one we had read and not ours.
 *
 * @param before - what was stored when we read it
 * @param written - what we wrote
 * @param history - of the properties we wrote, read after the write
 * @returns per written field at most one, with the newest value of the others; empty when nobody interfered
 */
export function profileOverlaps(
  before: CustomerProfile,
  written: CustomerProfile,
  history: ProfileHistory,
): ProfileConflict[] {
  return profileFields.flatMap((field) => {
    const entries = history[profilePropertyOf[field]];
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
  field: ProfileField,
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

function decodeOne(field: ProfileField, value: string): CustomerProfile {
  return decodeCustomerProfile({ [profilePropertyOf[field]]: value });
}

function valueOf(field: ProfileField, value: string): unknown {
  return decodeOne(field, value)[field];
}

function canonical(field: ProfileField, captured: CustomerProfile): string {
  return encodeCustomerProfile(captured)[profilePropertyOf[field]];
}
