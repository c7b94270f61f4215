import type { Account, Freshness } from '@deal-terms/core/crm';
import { instantInWords } from '../../shared/reader.ts';

/** How old the stored score is, in words. */
export type FreshnessView = { readonly state: Freshness['state']; readonly text: string };

const changes = {
  amount: 'the amount',
  policy: 'our policy',
  model: 'the scoring model',
  inputs: 'an answer, a date, the terms or an exchange rate',
} as const;

/** Words for a stored score's freshness, its instant in the account's time zone. */
export function freshnessView(freshness: Freshness, account: Account, locale: string): FreshnessView {
  if (freshness.state === 'unscored') return { state: 'unscored', text: 'No score saved yet' };
  const at = instantInWords(freshness.scoredAt, account, locale);
  if (freshness.state === 'current') return { state: 'current', text: `Scored ${at}` };
  const changed = new Intl.ListFormat('en').format(freshness.changed.map((what) => changes[what]));
  return { state: 'stale', text: `The stored score of ${at} is out of date: ${changed} changed since.` };
}
