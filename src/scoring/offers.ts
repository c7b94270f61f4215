import type { Bargain, Evaluation } from './evaluation.ts';
import { SAME_GAIN, bargainIn } from './evaluation.ts';
import type { Position } from './position.ts';
import { positionWith } from './position.ts';
import type { Situation } from './situation.ts';

/** Offers side by side on the menu. */
const MENU_SIZE = 3;
/** Probabilities closer than this are the same. */
const SAME_CHANCE = 1e-9;
/** Packages of equal Nash value come out this much apart, as a fraction of the amount, by the order of their sums alone. */
const SAME_VALUE = 1e-12;
/** A discount or a number of days below this is none. */
const NO_DISCOUNT = 1e-12;
const NO_DAYS = 1e-9;

/** A package worth offering, as the score reports it (model section 9). Money in the deal's currency, discounts as fractions. */
export type Offer = {
  readonly packageId: string;
  /** The fair offer: where the expected Nash product is highest. */
  readonly discount: number;
  readonly openingDiscount: number;
  readonly openingAcceptance: number;
  /** Discount from which the customer gains materially, and up to which the seller does; at the centre, not clamped to the grid. */
  readonly customerLimit: number;
  readonly sellerLimit: number;
  readonly acceptance: number;
  /** Chance of a yes at the largest discount that still suits the seller. */
  readonly agreementProbability: number;
  readonly sellerGain: number;
  readonly customerGain: number;
  readonly nashValue: number;
  /** What the discount costs as a loan, effective annual; null where it buys more than days, or no days. */
  readonly impliedAnnualRate: number | null;
  readonly after: Position;
};

/** The bargain of a package worth most by `worth`, scanning from the lowest discount up: a later one must be better by more than the tolerance; null when none qualifies. */
function bestOf(
  evaluation: Evaluation,
  qualifies: (bargain: Bargain) => boolean,
  worth: (bargain: Bargain) => number,
  tolerance: number,
): Bargain | null {
  let best: Bargain | null = null;
  for (let place = 0; place < evaluation.row.count; place += 1) {
    const bargain = bargainIn(evaluation, place);
    if (qualifies(bargain) && (best === null || worth(bargain) > worth(best) + tolerance)) best = bargain;
  }
  return best;
}

/** The fair offer of a package: highest Nash value among bargains likely enough and not against the customer; null when none is (model section 7). */
function fairBargain(evaluation: Evaluation, { policy, amount }: Situation): Bargain | null {
  const isFair = ({ acceptance, customerGain }: Bargain) =>
    acceptance >= policy.minAcceptance - SAME_CHANCE && customerGain >= -SAME_GAIN * amount;
  return bestOf(evaluation, isFair, ({ nashValue }) => nashValue, SAME_GAIN * amount);
}

/** The opening offer of a package: highest chance times gain (model section 7). */
function openingBargain(evaluation: Evaluation, { amount }: Situation): Bargain | null {
  return bestOf(
    evaluation,
    () => true,
    ({ acceptance, sellerGain }) => acceptance * sellerGain,
    SAME_GAIN * amount,
  );
}

/** Agreement probability of a package: acceptance at its largest material discount, 0 when none is material (model section 7). */
export function agreementProbability({ row: { count }, table: { data, at } }: Evaluation): number {
  return count === 0 ? 0 : (data[at.acceptance + count - 1] as number);
}

function impliedAnnualRate({ package: one }: Evaluation, discount: number, { paymentDay }: Situation): number | null {
  const earlierDays = paymentDay - one.paymentDay;
  if (one.daysSaved > 0 || one.forecast || discount <= NO_DISCOUNT || earlierDays <= NO_DAYS) return null;
  return (1 - discount) ** (-365 / earlierDays) - 1;
}

type Candidate = { readonly evaluation: Evaluation; readonly fair: Bargain };

function offerOf({ evaluation, fair }: Candidate, situation: Situation): Offer {
  // Where a bargain is fair there is one to open with.
  const opening = openingBargain(evaluation, situation) ?? fair;
  const { package: one, seller, customerAtCentre } = evaluation;
  const { policy, amount } = situation;
  return {
    packageId: one.id,
    discount: fair.discount,
    openingDiscount: opening.discount,
    openingAcceptance: opening.acceptance,
    customerLimit: (policy.materialGain.customer * amount - customerAtCentre.base) / customerAtCentre.perDiscount,
    sellerLimit: (seller.base - policy.materialGain.seller * amount) / -seller.perDiscount,
    acceptance: fair.acceptance,
    agreementProbability: agreementProbability(evaluation),
    sellerGain: fair.sellerGain,
    customerGain: fair.customerGain,
    nashValue: fair.nashValue,
    impliedAnnualRate: impliedAnnualRate(evaluation, fair.discount, situation),
    after: positionWith(one, fair.discount, situation),
  };
}

/** The candidate of highest Nash value; of equal ones the first in package order. */
function firstOfBest(candidates: readonly Candidate[], tolerance: number): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, one) => (best === null || one.fair.nashValue > best.fair.nashValue + tolerance ? one : best),
    null,
  );
}

/**
 * The menu: going down the ranking by Nash value, the first package of each distinct payment option, up to three (model section 7).
 *
 * @param evaluations - in package order
 * @source weighted Nash product: Nash 1950, Econometrica 18; several packages at once: Leonardelli et al. 2019, OBHDP 152
 */
export function menuOf(evaluations: readonly Evaluation[], situation: Situation): Offer[] {
  let candidates = evaluations.flatMap((evaluation): Candidate[] => {
    const fair = fairBargain(evaluation, situation);
    return fair === null ? [] : [{ evaluation, fair }];
  });
  const menu: Offer[] = [];
  while (menu.length < MENU_SIZE) {
    const best = firstOfBest(candidates, SAME_VALUE * situation.amount);
    if (best === null) break;
    menu.push(offerOf(best, situation));
    candidates = candidates.filter(
      ({ evaluation }) => evaluation.package.paymentOption !== best.evaluation.package.paymentOption,
    );
  }
  return menu;
}
