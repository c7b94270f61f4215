import type { ScoreDealReply } from '@deal-terms/core/contracts';
import { failureView } from '../../shared/failure-view.ts';
import type { CardProps } from '../../shared/card-props.ts';

/** Tells the page what came of a call: it reads its properties again after a write, and the rep sees an alert. */
export function announce(reply: ScoreDealReply, { addAlert, refreshObjectProperties }: CardProps['actions']): void {
  if (reply.ok || reply.saved !== undefined) refreshObjectProperties();
  addAlert(alertFor(reply));
}

function alertFor(reply: ScoreDealReply): Parameters<CardProps['actions']['addAlert']>[0] {
  if (!reply.ok) {
    const { title, text } = failureView(reply);
    return { type: 'warning', title, message: text };
  }
  if (reply.overlaps.length > 0)
    return {
      type: 'warning',
      title: 'Saved, and so did somebody else',
      message: 'The card says what they had entered.',
    };
  return { type: 'success', message: reply.written === 0 ? 'Everything was saved already.' : 'Saved and scored.' };
}
