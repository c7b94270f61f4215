import type { PolicySettings } from '@deal-terms/core/crm';
import { scoreDeal } from '@deal-terms/core/scoring';
import { discountInWords, money, percent, swapInWords } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { capitalised } from '../shared/advised-offer-view.ts';
import type { ExampleDeal } from './example-deals.ts';

/** A figure of an example under the policy in force and under the one being edited. */
export type ExampleFigure = { readonly label: string; readonly before: string; readonly after: string };

/** What a policy makes of an example, in words. */
function figuresOf(
  { id, deal, customer }: ExampleDeal,
  { model }: PolicySettings,
  reader: Reader,
): readonly (readonly [label: string, value: string])[] {
  const input = { id, deal, customer, policy: model };
  const {
    negotiability,
    costOfCash,
    offers: [best],
    expectedGain,
  } = scoreDeal(input);
  return [
    ['Best trade', best === undefined ? 'Nothing to offer' : swapInWords(input, best.packageId, reader)],
    ['Price', best === undefined ? '–' : capitalised(discountInWords(best.discount, reader))],
    ['Our gain', best === undefined ? '–' : money(best.sellerGain, reader)],
    ['Negotiability', `${Math.floor(negotiability)} of 100`],
    ['Expected gain', money(expectedGain, reader)],
    ['Our cost of cash', `${percent(costOfCash, reader)} a year`],
  ];
}

/** An example under two policies, figure by figure. */
export function exampleFigures(
  example: ExampleDeal,
  before: PolicySettings,
  after: PolicySettings,
  reader: Reader,
): ExampleFigure[] {
  const changed = figuresOf(example, after, reader);
  return figuresOf(example, before, reader).map(([label, value], place) => ({
    label,
    before: value,
    after: changed[place]?.[1] ?? value,
  }));
}
