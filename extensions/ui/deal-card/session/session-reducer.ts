import type { Failure, FieldConflict, ScoreDealReply, ScoreDealRequest } from '@deal-terms/core/contracts';
import {
  profileFields,
  customerProfileSchema,
  decodeCustomerProfile,
  decodeDealFacts,
  encodeCustomerProfile,
  mergeCustomerProfiles,
  scorePropertyOf,
} from '@deal-terms/core/crm';
import type { CustomerProfile, ProfileField, PropertyValues } from '@deal-terms/core/crm';
import { encodeEvidence } from '@deal-terms/core/evidence';
import { changedFields, storableFields } from './session.ts';
import type { Purpose, Saving, Session } from './session.ts';

export type SessionAction =
  /** HubSpot says the deal's properties are these now. */
  | { readonly type: 'recordSeen'; readonly record: PropertyValues }
  | { readonly type: 'edited'; readonly change: Partial<CustomerProfile> }
  | { readonly type: 'paymentTermsTyped' }
  | { readonly type: 'undone' }
  | { readonly type: 'conflictDecided'; readonly fields: readonly ProfileField[]; readonly keep: 'mine' | 'theirs' }
  | { readonly type: 'sendAsked'; readonly purpose: Purpose }
  /** `atMs`: when the answer came, epoch milliseconds. */
  | { readonly type: 'answered'; readonly reply: ScoreDealReply; readonly atMs: number };

type Sending = Extract<Saving, { kind: 'sending' }>;

/**
 * What becomes of a session; pure. An edit is sent at once; edits made while a call is under way go together in the
 * next, as soon as it is answered: nothing waits longer than a call takes, for nobody tells the card that its page closes.
 */
export function reduceSession(session: Session, action: SessionAction): Session {
  switch (action.type) {
    case 'recordSeen':
      return sameProperties(session.record, action.record) ? session : follow(session, action.record);
    case 'edited':
      return edit(session, action.change);
    case 'paymentTermsTyped':
      return { ...session, writesPaymentTerms: true };
    case 'undone':
      return session.saving.kind === 'saved' && session.saving.before !== null
        ? edit(session, session.saving.before)
        : session;
    case 'conflictDecided':
      return decide(session, action.fields, action.keep);
    case 'sendAsked':
      return action.purpose === 'save' ? save(session) : refresh(session);
    case 'answered':
      return session.saving.kind === 'sending' ? settle(session, session.saving, action) : session;
  }
}

/** Untouched fields follow the record; edited ones stay, and where the record has a third value, `loaded` stays too: that is the conflict. */
function follow(session: Session, record: PropertyValues): Session {
  const stored = decodeCustomerProfile(record);
  const { merged, conflicts } = mergeCustomerProfiles(session.loaded, session.draft, stored);
  const disputed = conflicts.map(({ field }) => field);
  return {
    ...session,
    record,
    loaded: { ...stored, ...pick(session.loaded, disputed) },
    draft: { ...merged, ...pick(session.draft, disputed) },
  };
}

function edit(session: Session, change: Partial<CustomerProfile>): Session {
  return save({
    ...session,
    draft: { ...session.draft, ...change },
    writesPaymentTerms: session.writesPaymentTerms && !('paymentPlan' in change),
    saving: withoutErrorsOf(session.saving, change),
  });
}

/** Keeping mine is agreeing to have seen theirs. */
function decide(session: Session, fields: readonly ProfileField[], keep: 'mine' | 'theirs'): Session {
  const theirs = pick(decodeCustomerProfile(session.record), fields);
  const draft = keep === 'mine' ? session.draft : { ...session.draft, ...theirs };
  return save({
    ...session,
    loaded: { ...session.loaded, ...theirs },
    draft,
    saving: session.saving.kind === 'refused' ? { kind: 'idle' } : session.saving,
  });
}

/** Sends what can be stored. What is faulty or disputed stays in the form, and what was refused goes along with what came to it since. */
function save(session: Session): Session {
  if (session.saving.kind === 'sending') return session;
  const fields = storableFields(session);
  if (fields.length === 0) return session;
  const request = {
    loaded: session.loaded,
    captured: storable(session),
    readsEvidence: hasNewEvidence(session),
  };
  return { ...session, saving: { kind: 'sending', purpose: 'save', request } };
}

/** The answers as they would be stored. */
function storable(session: Session): CustomerProfile {
  return { ...session.loaded, ...pick(session.draft, storableFields(session)) };
}

/** Scores what is stored. */
function refresh(session: Session): Session {
  if (session.saving.kind === 'sending') return session;
  const { loaded } = session;
  const request = { loaded, captured: loaded, readsEvidence: hasNewEvidence(session) };
  return { ...session, saving: { kind: 'sending', purpose: 'refresh', request } };
}

type Answered = Extract<SessionAction, { type: 'answered' }>;

/** What was sent is what the rep has seen stored from here on; edits made while the call was under way go next. */
function settle(session: Session, { purpose, request }: Sending, { reply, atMs }: Answered): Session {
  const agreed = { ...session, loaded: { ...session.loaded, ...pick(request.captured, changedIn(request)) } };
  if (reply.ok) {
    const record = { ...session.record, ...encodeCustomerProfile(reply.captured), ...reply.scored };
    return save({
      ...follow(agreed, record),
      basis: { ...session.basis, policy: reply.policy, today: reply.today },
      saving: { kind: 'saved', overlaps: reply.overlaps, atMs, before: beforeOf(request) },
    });
  }
  const saving = { kind: 'refused', purpose, failure: reply } as const;
  if (reply.saved)
    return save({ ...follow(agreed, { ...session.record, ...encodeCustomerProfile(reply.saved.captured) }), saving });
  const theirs = theirAnswers(session, reply);
  if (theirs !== null)
    return save({
      ...follow(session, { ...session.record, ...encodeCustomerProfile(theirs) }),
      saving: { kind: 'idle' },
    });
  // The same once more would be refused once more: only something new is worth another call.
  const refused = { ...session, saving };
  return changedFields(request.captured, storable(refused)).length > 0 ? save(refused) : refused;
}

function changedIn({ loaded, captured }: ScoreDealRequest): readonly ProfileField[] {
  return changedFields(loaded, captured);
}

function beforeOf(request: ScoreDealRequest): Partial<CustomerProfile> | null {
  const fields = changedIn(request);
  return fields.length === 0 ? null : pick(request.loaded, fields);
}

/** What a conflict says is stored now; null when the failure is another, or says nothing we can read. */
function theirAnswers(session: Session, { code, conflicts = [] }: Failure): CustomerProfile | null {
  if (code !== 'conflict' || conflicts.length === 0) return null;
  const stored = {
    ...decodeCustomerProfile(session.record),
    ...Object.fromEntries(conflicts.map(({ field, theirs }: FieldConflict) => [field, theirs])),
  };
  const parsed = customerProfileSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** An edited field is no longer the one the function complained of. */
function withoutErrorsOf(saving: Saving, change: Partial<CustomerProfile>): Saving {
  if (saving.kind !== 'refused' || saving.failure.fields === undefined) return saving;
  const fields = saving.failure.fields.filter(({ field }) => !(field in change));
  return fields.length === 0 ? { kind: 'idle' } : { ...saving, failure: { ...saving.failure, fields } };
}

/** Whether HubSpot knows something else than the stored score rests on. */
function hasNewEvidence({ record, basis }: Session): boolean {
  return (
    encodeEvidence(decodeDealFacts(record, basis.account, basis.evidence).evidence) !==
    (record[scorePropertyOf.evidence] ?? '')
  );
}

function pick(captured: CustomerProfile, fields: readonly ProfileField[]): Partial<CustomerProfile> {
  return Object.fromEntries(
    profileFields.filter((field) => fields.includes(field)).map((field) => [field, captured[field]]),
  );
}

function sameProperties(one: PropertyValues, other: PropertyValues): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''));
}
