import type { Failure, ReadPolicyReply } from '@deal-terms/core/contracts';
import type { PolicySettings } from '@deal-terms/core/crm';
import { changedPaths, draftOf, mergeSettings, problemsOf } from './settings-draft.ts';
import type { Clash, Draft } from './settings-draft.ts';
import { isSameValue, valueAt, withValue } from './setting-field.ts';
import { settingFields } from './setting-groups.ts';

/** What `read-policy` tells. */
export type OpenedPolicy = Extract<ReadPolicyReply, { ok: true }>;

/** How the last save went. */
export type PolicySaving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'saved'; readonly version: number };

/** Somebody else saved first. `theirPaths`: what they changed that I had not touched, already taken over. */
export type Overtaken = {
  readonly author: string;
  readonly writtenAt: string;
  readonly version: number;
  readonly theirPaths: readonly string[];
  readonly clashes: readonly Clash[];
};

/** The settings page at work. */
export type PolicySession = {
  readonly opened: OpenedPolicy;
  readonly draft: Draft;
  readonly saving: PolicySaving;
  readonly overtaken: Overtaken | null;
  /** Version whose settings were put into the form; null when none was. */
  readonly restored: number | null;
};

export type PolicyAction =
  | { readonly type: 'edit'; readonly change: (draft: Draft) => Draft }
  | { readonly type: 'discard' }
  | { readonly type: 'restore'; readonly version: number; readonly settings: PolicySettings }
  | { readonly type: 'fillIn' }
  | { readonly type: 'send' }
  | { readonly type: 'refused'; readonly failure: Failure }
  | { readonly type: 'saved'; readonly version: number; readonly opened: OpenedPolicy }
  | { readonly type: 'overtaken'; readonly opened: OpenedPolicy }
  | { readonly type: 'decide'; readonly paths: readonly string[]; readonly keep: 'theirs' | 'mine' };

export function settingsInForce({ policy: { model, app } }: OpenedPolicy): PolicySettings {
  return { model, app };
}

export function startPolicySession(opened: OpenedPolicy): PolicySession {
  return { opened, draft: draftOf(settingsInForce(opened)), saving: { kind: 'idle' }, overtaken: null, restored: null };
}

/** What happens to the page. */
export function policyReducer(session: PolicySession, action: PolicyAction): PolicySession {
  const idle = { kind: 'idle' } as const;
  switch (action.type) {
    case 'edit':
      return {
        ...session,
        draft: action.change(session.draft),
        saving: session.saving.kind === 'sending' ? session.saving : idle,
      };
    case 'discard':
      return startPolicySession(session.opened);
    case 'restore':
      return { ...session, draft: draftOf(action.settings), saving: idle, overtaken: null, restored: action.version };
    case 'fillIn':
      return { ...session, draft: draftOf(withProposal(session)), saving: idle, restored: null };
    case 'send':
      return { ...session, saving: { kind: 'sending' } };
    case 'refused':
      return { ...session, saving: { kind: 'refused', failure: action.failure } };
    case 'saved':
      return { ...startPolicySession(action.opened), saving: { kind: 'saved', version: action.version } };
    case 'overtaken':
      return overtaken(session, action.opened);
    case 'decide':
      return decided(session, action.paths, action.keep);
  }
}

/** What is in the form, with what is proposed on top. */
function withProposal({ opened: { proposal }, draft }: PolicySession): PolicySettings {
  return Object.entries(proposal?.settings ?? {}).reduce(
    (settings, [path, value]) => (isSetting(path) ? withValue(settings, path, value) : settings),
    draft.settings,
  );
}

/** Whether the form says what is proposed. */
export function isFilledIn({ opened: { proposal }, draft: { settings } }: PolicySession): boolean {
  return Object.entries(proposal?.settings ?? {}).every(
    ([path, value]) => !isSetting(path) || isSameValue(valueAt(settings, path), value),
  );
}

function isSetting(path: string): boolean {
  return settingFields.some((field) => field.path === path);
}

function overtaken(session: PolicySession, opened: OpenedPolicy): PolicySession {
  const base = settingsInForce(session.opened);
  const theirs = settingsInForce(opened);
  const { settings, clashes } = mergeSettings(base, theirs, session.draft.settings);
  const mine = changedPaths(base, session.draft.settings);
  const theirPaths = changedPaths(base, theirs).filter((path) => !mine.includes(path));
  const { author = '', writtenAt = '', version = opened.latest } = opened.history[0] ?? {};
  return {
    ...session,
    opened,
    draft: { ...session.draft, settings },
    saving: { kind: 'idle' },
    overtaken: { author, writtenAt, version, theirPaths, clashes },
  };
}

function decided(session: PolicySession, paths: readonly string[], keep: 'theirs' | 'mine'): PolicySession {
  if (session.overtaken === null) return session;
  const chosen = session.overtaken.clashes.filter(({ path }) => paths.includes(path));
  const settings = chosen.reduce((now, clash) => withValue(now, clash.path, clash[keep]), session.draft.settings);
  return {
    ...session,
    draft: { ...session.draft, settings },
    overtaken: { ...session.overtaken, clashes: session.overtaken.clashes.filter(({ path }) => !paths.includes(path)) },
  };
}

/** Whether saving would change anything: also when what is stored cannot be used, for then the built-in policy may be stored instead. */
export function hasChanges({ opened, draft }: PolicySession): boolean {
  return (
    opened.policy.warning !== null ||
    opened.policy.isOfVersion1 ||
    Object.keys(draft.unread).length > 0 ||
    changedPaths(settingsInForce(opened), draft.settings).length > 0
  );
}

/** Why nothing can be saved now; null when it can. */
export function obstacleTo(session: PolicySession, key: string): string | null {
  if (!hasChanges(session)) return 'Nothing to save';
  if ((session.overtaken?.clashes.length ?? 0) > 0) return 'Choose between theirs and mine first.';
  if (Object.keys(problemsOf(session.draft)).length > 0) return 'Correct the marked settings first.';
  return key === '' ? 'Enter the approval code to save.' : null;
}
