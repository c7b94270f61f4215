import type { Failure, FieldConflict, ScoreDealReply } from '@deal-terms/core/contracts';
import {
  capturedFields,
  capturedSchema,
  decodeCaptured,
  decodeDealFacts,
  encodeCaptured,
  mergeCaptured,
  validateCaptured,
} from '@deal-terms/core/crm';
import type { Captured, CapturedField, PropertyValues } from '@deal-terms/core/crm';
import { encodeEvidence } from '@deal-terms/core/evidence';
import { conflictsOf } from './session.ts';
import type { Purpose, Saving, Session } from './session.ts';

export type SessionAction =
  /** HubSpot says the deal's properties are these now. */
  | { readonly type: 'recordSeen'; readonly record: PropertyValues }
  | { readonly type: 'edited'; readonly change: Partial<Captured> }
  | { readonly type: 'paymentTermsTyped' }
  | { readonly type: 'discarded' }
  | { readonly type: 'conflictDecided'; readonly fields: readonly CapturedField[]; readonly keep: 'mine' | 'theirs' }
  | { readonly type: 'sendAsked'; readonly purpose: Purpose }
  | { readonly type: 'answered'; readonly reply: ScoreDealReply };

type Sending = Extract<Saving, { kind: 'sending' }>;

/** What becomes of a session; pure. A second `sendAsked` while one is under way, or one that could not be stored, changes nothing. */
export function reduceSession(session: Session, action: SessionAction): Session {
  switch (action.type) {
    case 'recordSeen':
      return sameProperties(session.record, action.record) ? session : follow(session, action.record);
    case 'edited':
      return {
        ...session,
        draft: { ...session.draft, ...action.change },
        writesPaymentTerms: session.writesPaymentTerms && !('paymentPlan' in action.change),
        saving: withoutErrorsOf(session.saving, action.change),
      };
    case 'paymentTermsTyped':
      return { ...session, writesPaymentTerms: true };
    case 'discarded':
      return discard(session);
    case 'conflictDecided':
      return decide(session, action.fields, action.keep);
    case 'sendAsked':
      return send(session, action.purpose);
    case 'answered':
      return session.saving.kind === 'sending' ? settle(session, session.saving, action.reply) : session;
  }
}

/** Untouched fields follow the record; edited ones stay, and where the record has a third value, `loaded` stays too: that is the conflict. */
function follow(session: Session, record: PropertyValues): Session {
  const stored = decodeCaptured(record);
  const { merged, conflicts } = mergeCaptured(session.loaded, session.draft, stored);
  const disputed = conflicts.map(({ field }) => field);
  return {
    ...session,
    record,
    loaded: { ...stored, ...pick(session.loaded, disputed) },
    draft: { ...merged, ...pick(session.draft, disputed) },
  };
}

function discard(session: Session): Session {
  const stored = decodeCaptured(session.record);
  return { ...session, loaded: stored, draft: stored, writesPaymentTerms: false, saving: { kind: 'idle' } };
}

/** Keeping mine is agreeing to have seen theirs. */
function decide(session: Session, fields: readonly CapturedField[], keep: 'mine' | 'theirs'): Session {
  const theirs = pick(decodeCaptured(session.record), fields);
  const draft = keep === 'mine' ? session.draft : { ...session.draft, ...theirs };
  return {
    ...session,
    loaded: { ...session.loaded, ...theirs },
    draft,
    saving: session.saving.kind === 'refused' ? { kind: 'idle' } : session.saving,
  };
}

function send(session: Session, purpose: Purpose): Session {
  if (session.saving.kind === 'sending') return session;
  if (purpose === 'save' && (conflictsOf(session).length > 0 || validateCaptured(session.draft).length > 0))
    return session;
  const { loaded, draft } = session;
  return {
    ...session,
    saving: {
      kind: 'sending',
      purpose,
      request: {
        loaded,
        captured: purpose === 'save' ? draft : loaded,
        readsEvidence: hasNewEvidence(session),
      },
    },
  };
}

/** What was sent is what the rep has seen stored from here on; edits made while the call was under way stay edits. */
function settle(session: Session, { purpose, request }: Sending, reply: ScoreDealReply): Session {
  const agreed = { ...session, loaded: request.captured };
  if (reply.ok) {
    const record = { ...session.record, ...encodeCaptured(reply.captured), ...reply.scored };
    return {
      ...follow(agreed, record),
      basis: { ...session.basis, policy: reply.policy, today: reply.today },
      saving: { kind: 'saved', overlaps: reply.overlaps },
    };
  }
  if (reply.saved)
    return {
      ...follow(agreed, { ...session.record, ...encodeCaptured(reply.saved.captured) }),
      saving: { kind: 'refused', purpose, failure: reply },
    };
  const theirs = theirAnswers(session, reply);
  if (theirs === null) return { ...session, saving: { kind: 'refused', purpose, failure: reply } };
  const informed = follow(session, { ...session.record, ...encodeCaptured(theirs) });
  return { ...informed, saving: { kind: 'idle' } };
}

/** What a conflict says is stored now; null when the failure is another, or says nothing we can read. */
function theirAnswers(session: Session, { code, conflicts = [] }: Failure): Captured | null {
  if (code !== 'conflict' || conflicts.length === 0) return null;
  const stored = {
    ...decodeCaptured(session.record),
    ...Object.fromEntries(conflicts.map(({ field, theirs }: FieldConflict) => [field, theirs])),
  };
  const parsed = capturedSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** An edited field is no longer the one the function complained of. */
function withoutErrorsOf(saving: Saving, change: Partial<Captured>): Saving {
  if (saving.kind !== 'refused' || saving.failure.fields === undefined) return saving;
  const fields = saving.failure.fields.filter(({ field }) => !(field in change));
  return fields.length === 0 ? { kind: 'idle' } : { ...saving, failure: { ...saving.failure, fields } };
}

/** Whether HubSpot knows something else than the stored score rests on. */
function hasNewEvidence({ record, basis }: Session): boolean {
  return encodeEvidence(decodeDealFacts(record, basis.evidence).evidence) !== (record['terms_evidence'] ?? '');
}

function pick(captured: Captured, fields: readonly CapturedField[]): Partial<Captured> {
  return Object.fromEntries(
    capturedFields.filter((field) => fields.includes(field)).map((field) => [field, captured[field]]),
  );
}

function sameProperties(one: PropertyValues, other: PropertyValues): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''));
}
