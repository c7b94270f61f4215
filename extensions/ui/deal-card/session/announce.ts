import type { ScoreDealReply } from '@deal-terms/core/contracts';
import { failureView } from '../../shared/failure-view.ts';
import type { CardProps } from '../../shared/card-props.ts';

/** Tells the page what came of a call: it reads its properties again after a write, and the rep sees an alert where something is to be known. */
export function announce(reply: ScoreDealReply, { addAlert, refreshObjectProperties }: CardProps['actions']): void {
  if (reply.ok || reply.saved !== undefined) refreshObjectProperties();
  const alert = alertFor(reply);
  if (alert !== null) addAlert(alert);
}

/** A save that went well is said by the strip: a message for each choice would only be in the way. */
function alertFor(reply: ScoreDealReply): Parameters<CardProps['actions']['addAlert']>[0] | null {
  if (!reply.ok) {
    // What it is about stands at its field, with both answers.
    if (reply.code === 'conflict' && reply.conflicts !== undefined)
      return {
        type: 'warning',
        title: 'Somebody else changed an answer too',
        message: 'Choose theirs or yours at its field. Nothing is lost.',
      };
    const { title, text } = failureView(reply);
    return { type: 'warning', title, message: text };
  }
  if (reply.overlaps.length > 0)
    return {
      type: 'warning',
      title: 'Saved, and so did somebody else',
      message: 'The card says what they had entered.',
    };
  return null;
}
