import { count } from '@deal-terms/core/words';
import type { UnscoredDeal } from '@deal-terms/core/contracts';
import { failureView } from './failure-view.ts';
import type { Rescore } from './use-rescore.ts';

/** What came of a rescore, in words. */
export type RescoreView = { readonly title: string; readonly text: string; readonly tone: 'success' | 'warning' };

/**
 * @param ended - counts, what was left, and why
 * @param locale - canonical
 */
export function rescoreView(
  { counts, left, failure }: Extract<Rescore, { kind: 'ended' }>,
  locale: string,
): RescoreView {
  const number = (size: number) => count(size, { locale });
  const sentences = [
    `${number(counts.changed)} of ${number(counts.scored)} scores came out different from before.`,
    ...(counts.skipped > 0
      ? [
          `${number(counts.skipped)} ${counts.skipped === 1 ? 'deal has' : 'deals have'} no amount, no exchange rate or an answer that cannot be used.`,
        ]
      : []),
    ...(counts.failed > 0 ? [`HubSpot refused ${number(counts.failed)}.`] : []),
    ...(left.length > 0
      ? [
          `${number(left.length)} ${left.length === 1 ? 'was' : 'were'} not reached${failure === null ? ': you stopped it' : ''}.`,
        ]
      : []),
    ...(failure === null ? [] : [failureView(failure).text]),
    ...(counts.changed > 0 ? ['HubSpot’s search may show the old ones for a few moments.'] : []),
  ];
  const isWhole = left.length === 0 && counts.failed === 0;
  return {
    title: `${number(counts.scored)} ${counts.scored === 1 ? 'deal' : 'deals'} rescored`,
    text: sentences.join(' '),
    tone: isWhole ? 'success' : 'warning',
  };
}

/**
 * Why a deal has no new score, and what to do, beside its name.
 *
 * @example unscoredWords({ dealId: '7', reason: 'missing_amount', properties: [] }) // => 'has no amount: enter one on the deal'
 */
export function unscoredWords({ reason, properties }: UnscoredDeal): string {
  const named = properties.join(', ');
  switch (reason) {
    case 'missing_amount':
      return 'has no amount: enter one on the deal';
    case 'no_exchange_rate':
      return 'is in a currency without an exchange rate: an administrator can add one';
    case 'invalid_field':
      return 'has an answer that cannot be used: open its Deal terms card to see which';
    case 'not_found':
      return 'is no longer in HubSpot';
    case 'required_property':
      return `lacks ${named}, which a rule of this account requires: fill ${properties.length === 1 ? 'it' : 'them'} in on the deal`;
    case 'refused':
      return `could not be written: HubSpot refused${named === '' ? '' : ` ${named}`}`;
  }
}
