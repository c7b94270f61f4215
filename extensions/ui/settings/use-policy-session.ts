import { useReducer } from 'react';
import type { Dispatch } from 'react';
import { readPolicyReplySchema, readPolicyUid, savePolicyReplySchema, savePolicyUid } from '@deal-terms/core/contracts';
import { callForPage } from '../shared/call-function.ts';
import { policyReducer, startPolicySession } from './policy-session.ts';
import type { OpenedPolicy, PolicyAction, PolicySession } from './policy-session.ts';

/** Asks `read-policy`; never rejects. */
export function askPolicy() {
  return callForPage(readPolicyUid, {}, readPolicyReplySchema);
}

type PolicyWork = {
  readonly session: PolicySession;
  readonly dispatch: Dispatch<PolicyAction>;
  readonly save: (key: string) => Promise<void>;
};

/**
 * The page's state, and saving.
 *
 * @param author - name of whoever looks at the page
 */
export function usePolicySession(opened: OpenedPolicy, author: string): PolicyWork {
  const [session, dispatch] = useReducer(policyReducer, opened, (first) =>
    filledFor(author, startPolicySession(first)),
  );
  const save = async (key: string) => {
    dispatch({ type: 'send' });
    const {
      draft: { settings },
      opened: { latest },
    } = session;
    const reply = await callForPage(savePolicyUid, { key, basedOn: latest, settings, author }, savePolicyReplySchema);
    if (!reply.ok && reply.code !== 'conflict') {
      dispatch({ type: 'refused', failure: reply });
      return;
    }
    const read = await askPolicy();
    if (!read.ok) dispatch({ type: 'refused', failure: read });
    else if (reply.ok) dispatch({ type: 'saved', version: reply.version, opened: read });
    else dispatch({ type: 'overtaken', opened: read });
  };
  return { session, dispatch, save };
}

/** Whoever proposed settings came here to see them filled in; anybody else is asked. */
function filledFor(author: string, session: PolicySession): PolicySession {
  return session.opened.proposal?.by === author ? policyReducer(session, { type: 'fillIn' }) : session;
}
