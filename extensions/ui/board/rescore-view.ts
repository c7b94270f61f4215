import { count } from '@deal-terms/core/words';
import { failureView } from '../shared/failure-view.ts';
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
    ...(left > 0
      ? [`${number(left)} ${left === 1 ? 'was' : 'were'} not got to${failure === null ? ': you stopped it' : ''}.`]
      : []),
    ...(failure === null ? [] : [failureView(failure).text]),
    ...(counts.changed > 0 ? ['HubSpot’s search may show the old ones for a few moments.'] : []),
  ];
  const isWhole = left === 0 && counts.failed === 0;
  return {
    title: `${number(counts.scored)} ${counts.scored === 1 ? 'deal' : 'deals'} rescored`,
    text: sentences.join(' '),
    tone: isWhole ? 'success' : 'warning',
  };
}
