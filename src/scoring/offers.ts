import { breakEvenRate, sellerGainAtBankRate } from './cash-price.ts';
import type { Evaluation } from './evaluation.ts';
import {
  acceptanceAt,
  agreedNashValue,
  agreementProbability,
  discountAt,
  nashValueAt,
  sellerGainAt,
  valueAt,
} from './evaluation.ts';
import { gainAt } from './gains.ts';
import type { Position } from './position.ts';
import { positionWith } from './position.ts';
import type { Audience } from './prospect.ts';
import { sellerLimitOf } from './prospect.ts';
import type { Situation } from './situation.ts';
import { SAME_GAIN } from '../vocabulary/tolerance.ts';

/** Offers side by side on the menu. */
const MENU_SIZE = 3;

/** A package worth offering, as the score reports it (docs/model.md section 9). Money in the deal's currency, discounts as fractions. */
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
  /** What is left of the gain if our cash costs no more than the bank's. */
  readonly sellerGainAtBankRate: number;
  readonly customerGain: number;
  readonly nashValue: number;
  /** What the cash it releases costs a year, effective: it pays from this cost of cash on. Null where it releases none, or never pays. */
  readonly breakEvenRate: number | null;
  readonly after: Position;
};

/** A package with its fair and its opening offer, by their places. */
export type Ranked = {
  readonly evaluation: Evaluation;
  readonly fair: number;
  /** What the ranking goes by: our gain where the package is agreed, the Nash value elsewhere. */
  readonly rank: number;
};

/** The place worth most from one to before another, from the lowest discount up: a later one must be better by more than the tolerance; null for none. */
function bestPlace(from: number, to: number, worth: (place: number) => number, tolerance: number): number | null {
  let best: number | null = null;
  let most = 0;
  for (let place = from; place < to; place += 1) {
    const here = worth(place);
    if (best === null || here > most + tolerance) {
      best = place;
      most = here;
    }
  }
  return best;
}

/** The highest gain that is agreed on already, money; null when nothing is. */
function agreedGain(evaluations: readonly Evaluation[]): number | null {
  let most: number | null = null;
  for (const evaluation of evaluations)
    if (evaluation.agreed !== null && evaluation.count > 0)
      most = Math.max(most ?? -Infinity, sellerGainAt(evaluation, 0));
  return most;
}

/** Where the offers of a package end: after its material discounts, or where it no longer beats what is agreed (docs/model.md section 7, offers). */
function offersTo(evaluation: Evaluation, agreed: number | null, { amount }: Situation): number {
  let to = evaluation.count;
  if (agreed !== null) while (to > 0 && sellerGainAt(evaluation, to - 1) <= agreed + SAME_GAIN * amount) to -= 1;
  return to;
}

/** A package with its fair offer; null when none is fair (docs/model.md section 7). */
function rankedOf(evaluation: Evaluation, agreed: number | null, situation: Situation): Ranked | null {
  if (evaluation.agreed !== null)
    return evaluation.count === 0 ? null : { evaluation, fair: 0, rank: sellerGainAt(evaluation, 0) };
  const nash = (place: number): number => nashValueAt(evaluation, place, situation);
  const to = offersTo(evaluation, agreed, situation);
  const fair = bestPlace(evaluation.reception.likelyFrom, to, nash, SAME_GAIN * situation.amount);
  return fair === null ? null : { evaluation, fair, rank: nash(fair) };
}

/** Best first, what is agreed before the rest; ties in package order (docs/model.md section 7, ranking). */
function inOrder(one: Ranked, other: Ranked): number {
  const isAgreed = one.evaluation.agreed !== null;
  if (isAgreed !== (other.evaluation.agreed !== null)) return isAgreed ? -1 : 1;
  return other.rank - one.rank;
}

/** The opening offer of a ranked package, by its place: the most valuable offer up to the fair one (docs/model.md section 7). */
export function openingOf({ evaluation, fair }: Ranked, situation: Situation): number {
  const value = (place: number): number => valueAt(evaluation, place, situation);
  const { agreed, reception } = evaluation;
  if (agreed !== null) return fair;
  return bestPlace(reception.offersFrom, fair + 1, value, SAME_GAIN * situation.amount) ?? fair;
}

/**
 * The menu: going down the ranking, the first package of each distinct payment option, up to three (docs/model.md section 7).
 *
 * @source weighted Nash product: Nash 1950, Econometrica 18; several packages at once: Leonardelli et al. 2019, OBHDP 152
 */
export function menuOf(evaluations: readonly Evaluation[], situation: Situation): Ranked[] {
  const agreed = agreedGain(evaluations);
  const ranking: Ranked[] = [];
  for (const evaluation of evaluations) {
    const ranked = rankedOf(evaluation, agreed, situation);
    if (ranked !== null) ranking.push(ranked);
  }
  ranking.sort(inOrder);
  const menu: Ranked[] = [];
  for (const ranked of ranking) {
    if (menu.length === MENU_SIZE) break;
    if (!menu.some((one) => paymentOptionOf(one) === paymentOptionOf(ranked))) menu.push(ranked);
  }
  return menu;
}

function paymentOptionOf({ evaluation }: Ranked): string {
  return evaluation.reception.prospect.package.paymentOption;
}

/** An entry of the menu as the score reports it. */
export function offerOf(ranked: Ranked, situation: Situation, audience: Audience): Offer {
  const { evaluation, fair } = ranked;
  const { seller, reception, agreed } = evaluation;
  const { package: one, customerAtCentre } = reception.prospect;
  const { policy, amount } = situation;
  const discount = discountAt(evaluation, fair);
  const opening = openingOf(ranked, situation);
  return {
    packageId: one.id,
    discount,
    openingDiscount: discountAt(evaluation, opening),
    openingAcceptance: acceptanceAt(evaluation, opening),
    customerLimit: (policy.materialGain.customer * amount - customerAtCentre.base) / customerAtCentre.perDiscount,
    sellerLimit: sellerLimitOf(seller, situation),
    acceptance: acceptanceAt(evaluation, fair),
    agreementProbability: agreementProbability(evaluation, situation, audience),
    sellerGain: sellerGainAt(evaluation, fair),
    sellerGainAtBankRate: sellerGainAtBankRate(reception.prospect, discount, situation),
    customerGain: gainAt(customerAtCentre, discount),
    nashValue:
      agreed === null
        ? nashValueAt(evaluation, fair, situation)
        : agreedNashValue(evaluation, agreed, situation, audience.customers),
    breakEvenRate: breakEvenRate(reception.prospect, discount, situation),
    after: positionWith(one, discount, situation),
  };
}
