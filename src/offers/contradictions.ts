import type { Policy } from '../policy/index.ts';
import { bandsOf, bargainAt, fields } from '../scoring/index.ts';
import type { Customer, Field } from '../scoring/index.ts';
import type { PutForward } from './negotiation.ts';
import type { OfferAnswer } from '../crm/index.ts';
import { termsToWeigh } from './offered-terms.ts';

/** A captured answer that does not go with what the customer said, and the nearest one that would. */
export type Contradiction = {
  readonly field: Field;
  readonly captured: string;
  readonly instead: string;
  /** Chance of a yes with it, fraction. */ readonly acceptance: number;
};

/** What each answer can be about; silence says nothing. */
const fieldsOf: Record<OfferAnswer, readonly Field[]> = {
  accepted: fields,
  wanted_more: fields,
  refused_terms: ['termsImportance', 'cashPosition'],
  refused_price: ['cashPosition', 'urgency'],
  no_answer: [],
};

/** A no is expected below this chance of a yes, a yes from it on. */
const even = 0.5;

/**
 * Which captured answers an outcome contradicts: the app expected the opposite, and one answer alone, a few bands away, would have made it expect this.
 *
 * @param offer - with the answers as they were then
 * @param captured - the answers as they are now: one changed since is not doubted again
 * @returns likeliest first (fewest bands away, then the clearest), none where no answer alone explains it; null when the outcome was to be expected
 */
export function contradictions(
  { terms, appraisal }: Pick<PutForward, 'terms' | 'appraisal'>,
  answer: OfferAnswer,
  captured: Customer,
  policy: Policy,
): Contradiction[] | null {
  const isYes = answer === 'accepted';
  const chance = (customer: Customer): number | null => {
    const weighed = termsToWeigh({ id: '', deal: appraisal.deal, customer, policy }, terms);
    return weighed.ok ? (bargainAt(weighed.input, weighed.packageId, terms.discount)?.acceptance ?? null) : null;
  };
  const isExpected = (acceptance: number | null) => acceptance !== null && acceptance >= even === isYes;
  if (answer === 'no_answer' || isExpected(appraisal.acceptance)) return null;
  const found = fieldsOf[answer].flatMap((field) => {
    const bands: readonly string[] = bandsOf[field];
    const known = appraisal.customer[field] ?? null;
    if (known === null || known !== (captured[field] ?? null)) return [];
    const place = bands.indexOf(known);
    const others = bands
      .map((band, index) => ({
        field,
        captured: known,
        instead: band,
        steps: Math.abs(index - place),
        acceptance: chance({ ...appraisal.customer, [field]: band }),
      }))
      .flatMap((one) =>
        one.steps > 0 && one.acceptance !== null && isExpected(one.acceptance)
          ? [{ ...one, acceptance: one.acceptance }]
          : [],
      );
    return others.sort((one, other) => one.steps - other.steps || clarity(other) - clarity(one)).slice(0, 1);
  });
  return found
    .sort((one, other) => one.steps - other.steps || clarity(other) - clarity(one))
    .map(({ field, captured: known, instead, acceptance }) => ({ field, captured: known, instead, acceptance }));
}

function clarity({ acceptance }: { readonly acceptance: number }): number {
  return Math.abs(acceptance - even);
}
