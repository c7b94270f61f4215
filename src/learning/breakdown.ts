import type { Band } from '../scoring/index.ts';
import type { AnsweredOffer } from './answered-offer.ts';

/** A measure of all offers, of each owner's and of each band's. */
export type Breakdown<Measure> = {
  readonly overall: Measure;
  /** Most offers first; `ownerId` "" for nobody's. */
  readonly byOwner: readonly { readonly ownerId: string; readonly measure: Measure }[];
  /** High, medium, low; bands nothing was offered in are left out. */
  readonly byBand: readonly { readonly band: Band; readonly measure: Measure }[];
};

const bands: readonly Band[] = ['high', 'medium', 'low'];

/** Measures all offers, and those of each owner and of each band. */
export function breakdown<Measure>(
  offers: readonly AnsweredOffer[],
  measure: (offers: readonly AnsweredOffer[]) => Measure,
): Breakdown<Measure> {
  const byOwner = new Map<string, AnsweredOffer[]>();
  for (const offer of offers) {
    const theirs = byOwner.get(offer.ownerId);
    if (theirs === undefined) byOwner.set(offer.ownerId, [offer]);
    else theirs.push(offer);
  }
  const owners = [...byOwner].sort(([, one], [, other]) => other.length - one.length);
  const inBand = bands.map((band) => [band, offers.filter((offer) => offer.band === band)] as const);
  return {
    overall: measure(offers),
    byOwner: owners.map(([ownerId, theirs]) => ({ ownerId, measure: measure(theirs) })),
    byBand: inBand.filter(([, some]) => some.length > 0).map(([band, some]) => ({ band, measure: measure(some) })),
  };
}
