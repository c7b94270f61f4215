import { useEffect, useReducer } from 'react';
import type { Dispatch } from 'react';
import { scoreDealReplySchema, scoreDealUid } from '@deal-terms/core/contracts';
import type { ScoreDealReply } from '@deal-terms/core/contracts';
import type { PropertyValues } from '@deal-terms/core/crm';
import { reduceSession } from './session-reducer.ts';
import type { SessionAction } from './session-reducer.ts';
import { openSession } from './session.ts';
import type { Basis, Session } from './session.ts';
import { callForDeal } from '../../shared/call-function.ts';

/**
 * A session on the deal of the page: follows its record and sends what the reducer decided to send.
 * The reducer takes the form as it is when sending is asked for, so a click right after an edit sends the edit, and a second click nothing.
 *
 * @param record - deal properties, live
 * @param basis - as the card was opened
 * @param onAnswered - told each answer to a call, after the session has taken it in
 */
export function useSession(
  record: PropertyValues,
  basis: Basis,
  onAnswered: (reply: ScoreDealReply) => void,
): readonly [Session, Dispatch<SessionAction>] {
  const [session, dispatch] = useReducer(reduceSession, undefined, () => openSession(record, basis));
  useEffect(() => {
    dispatch({ type: 'recordSeen', record });
  }, [record]);
  const request = session.saving.kind === 'sending' ? session.saving.request : null;
  useEffect(() => {
    if (request === null) return;
    let isDropped = false;
    void callForDeal(scoreDealUid, request, scoreDealReplySchema).then((reply) => {
      if (isDropped) return;
      dispatch({ type: 'answered', reply, atMs: Date.now() });
      onAnswered(reply);
    });
    return () => {
      isDropped = true;
    };
    // `onAnswered` is a new function at every render: only a new request may send.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [request]);
  return [session, dispatch];
}
