import type { Evidence } from '@deal-terms/core/evidence';
import type { Failure, FieldConflict, ScoreDealRequest } from '@deal-terms/core/contracts';
import {
  profileChanges,
  profileFields,
  profilePropertyOf,
  decodeCustomerProfile,
  mergeCustomerProfiles,
  validateCustomerProfile,
} from '@deal-terms/core/crm';
import type {
  Account,
  CustomerProfile,
  ProfileConflict,
  ProfileField,
  PolicyInForce,
  PropertyValues,
} from '@deal-terms/core/crm';

/** What a score rests on beside the deal itself, as the function last told it. */
export type Basis = {
  readonly account: Account;
  readonly policy: PolicyInForce;
  /** What HubSpot knows of the deal and its customer, as of when the card was opened. */
  readonly evidence: Evidence;
  /** ISO date in the account's time zone. */
  readonly today: string;
};

/** Why `score-deal` is called: to store answers, or only to score what is stored. */
export type Purpose = 'save' | 'refresh';

export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly purpose: Purpose; readonly request: ScoreDealRequest }
  | {
      readonly kind: 'saved';
      readonly overlaps: readonly FieldConflict[];
      /** Epoch milliseconds. */
      readonly atMs: number;
      /** What the answers that were stored were before; null when none was. */
      readonly before: Partial<CustomerProfile> | null;
    }
  | { readonly kind: 'refused'; readonly purpose: Purpose; readonly failure: Failure };

/** One rep at work on one deal. */
export type Session = {
  /** Deal properties as stored, as last seen. */
  readonly record: PropertyValues;
  /** Answers as stored when the rep last agreed with them: what an edit is told apart by, and a conflict. */
  readonly loaded: CustomerProfile;
  /** Answers as the form shows them. */
  readonly draft: CustomerProfile;
  /** Whether the rep asked to write payment terms in notation. */
  readonly writesPaymentTerms: boolean;
  readonly basis: Basis;
  readonly saving: Saving;
};

/** A session on a deal nobody has touched yet. */
export function openSession(record: PropertyValues, basis: Basis): Session {
  const captured = decodeCustomerProfile(record);
  return { record, loaded: captured, draft: captured, writesPaymentTerms: false, basis, saving: { kind: 'idle' } };
}

/** Whether the form holds anything that is not stored. */
export function isDirty({ loaded, draft }: Session): boolean {
  return changedFields(loaded, draft).length > 0;
}

/** Answers that differ, in the form's order. */
export function changedFields(one: CustomerProfile, other: CustomerProfile): readonly ProfileField[] {
  const changes = profileChanges(one, other);
  return profileFields.filter((field) => profilePropertyOf[field] in changes);
}

/** Edited answers that can be stored as they stand: neither faulty nor disputed. */
export function storableFields(session: Session): readonly ProfileField[] {
  const faulty: readonly string[] = validateCustomerProfile(session.draft).map(({ field }) => field);
  const disputed = conflictsOf(session).map(({ field }) => field);
  return changedFields(session.loaded, session.draft).filter(
    (field) => !faulty.includes(field) && !disputed.includes(field),
  );
}

/** Fields somebody else changed to another value than the rep did, in the form's order. */
export function conflictsOf({ loaded, draft, record }: Session): readonly ProfileConflict[] {
  return mergeCustomerProfiles(loaded, draft, decodeCustomerProfile(record)).conflicts;
}

/** The form takes percent where the record holds a fraction. */
const inTheForm: Partial<Record<ProfileField, string>> = {
  grossMargin: 'Enter a percentage above 0 and below 100, such as 45.',
  statedCostOfCash: 'Enter a percentage a year from 0 to 400, such as 8.',
  statedLossPerDay: 'Enter money a day, 0 or more, such as 120.',
};

/** What is wrong with the form, by field, as sentences: found here, or said by the function and not edited since. */
export function fieldErrorsOf({ draft, saving }: Session): Partial<Record<ProfileField, string>> {
  const said = new Map(
    (saving.kind === 'refused' ? (saving.failure.fields ?? []) : []).map(({ field, message }) => [field, message]),
  );
  const found = new Map(validateCustomerProfile(draft).map(({ field, message }) => [field, message]));
  return Object.fromEntries(
    profileFields.flatMap((field) => {
      const message = found.has(field) ? (inTheForm[field] ?? found.get(field)) : said.get(field);
      return message === undefined ? [] : [[field, message.charAt(0).toUpperCase() + message.slice(1)]];
    }),
  );
}
