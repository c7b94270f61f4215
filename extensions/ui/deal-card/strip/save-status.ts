import type { Account, Freshness } from '@deal-terms/core/crm';
import { dateFormat } from '@deal-terms/core/words';
import { failureView } from '../../shared/failure-view.ts';
import { freshnessView } from '../session/freshness-view.ts';
import { conflictsOf, fieldErrorsOf, isDirty } from '../session/session.ts';
import type { Session } from '../session/session.ts';

/** Whether everything is stored, in one line, and what can be done about it. */
export type SaveStatus = {
  readonly text: string;
  readonly action: 'undo' | 'retry' | 'refresh' | null;
  readonly isBusy: boolean;
};

/** What the card says of its own storing. */
export function saveStatus(session: Session, freshness: Freshness, account: Account, locale: string): SaveStatus {
  const { saving } = session;
  const still = (text: string, action: SaveStatus['action'] = null): SaveStatus => ({ text, action, isBusy: false });
  if (saving.kind === 'sending') return { text: 'Saving…', action: null, isBusy: true };
  if (saving.kind === 'refused') {
    const { title } = failureView(saving.failure);
    return still(
      saving.failure.saved === undefined ? `Not saved: ${title}` : `Saved without a score: ${title}`,
      'retry',
    );
  }
  if (conflictsOf(session).length > 0) return still('Somebody else changed an answer too: choose at its field.');
  if (isDirty(session) && Object.keys(fieldErrorsOf(session)).length > 0)
    return still('A marked answer is not saved: correct it.');
  if (freshness.state === 'stale') return still(freshnessView(freshness, account, locale).text, 'refresh');
  if (saving.kind === 'saved')
    return still(`Saved ${timeOf(saving.atMs, account, locale)}`, saving.before === null ? null : 'undo');
  return still(freshnessView(freshness, account, locale).text);
}

function timeOf(epochMs: number, { timeZone }: Account, locale: string): string {
  return dateFormat(locale, { timeStyle: 'short', timeZone }).format(epochMs);
}
