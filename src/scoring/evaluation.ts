import type { Field } from '../vocabulary/bands.ts';
import { fields } from '../vocabulary/bands.ts';
import type { Customers } from './customers.ts';
import type { CostOfCash } from './discounting.ts';
import type { DiscountRow, Highest, Responses } from './fast/responses.ts';
import { acceptanceIn, acceptanceOf, fillResponses, rootedGainIn } from './fast/responses.ts';
import { weightsIn } from './fast/weighting.ts';
import type { LinearGain } from './gains.ts';
import { customerGainOf, gainAt } from './gains.ts';
import type { Audience, Prospect } from './prospect.ts';
import { agreedAt, isMaterial, isRefused, limitOf, refusedSteps, responsesTo } from './prospect.ts';
import type { Situation } from './situation.ts';
import { SAME_CHANCE, SAME_DISCOUNT } from '../vocabulary/tolerance.ts';

/** How the customers respond to a package along a row of discounts, whatever our cash costs. */
export type Reception = {
  readonly prospect: Prospect;
  readonly responses: Responses;
  /** Weights of the open customers in the shape of the responses. */
  readonly weights: ArrayLike<number>;
  /** First place that leaves the customer at the centre no worse off, and first of these that is likely enough for a fair offer. */
  readonly offersFrom: number;
  readonly likelyFrom: number;
};

/** A package with everything that can be bargained over it at our cost of cash. */
export type Evaluation = {
  readonly reception: Reception;
  readonly seller: LinearGain;
  /** The discount it is agreed at; null where it is still open. */
  readonly agreed: number | null;
  /** How many places there are: the material discounts from the lowest up, or the one that is agreed. */
  readonly count: number;
};

/** An evaluation with the highest chance of a yes times what it brings us more than a refusal, over all places; at least 0. */
export type Staked = Evaluation & { readonly most: number };

/** The discount at a place. */
export function discountAt({ agreed, reception }: Evaluation, place: number): number {
  const { firstStep, step } = reception.responses.row;
  return agreed ?? (firstStep + place) * step;
}

/** Our gain at a place, money. */
export function sellerGainAt(evaluation: Evaluation, place: number): number {
  return gainAt(evaluation.seller, discountAt(evaluation, place));
}

/** Chance of a yes at a place over everyone the customer may be; never above 1, whatever rounding does. */
export function acceptanceAt({ agreed, reception }: Evaluation, place: number): number {
  return agreed === null ? Math.min(1, acceptanceIn(reception.responses, place)) : 1;
}

/** What an offer that is not taken costs us in goodwill, money. */
export function refusalCostOf({ policy, amount }: Situation): number {
  return policy.refusalCost * amount;
}

/** What an offer at a place brings us on average, a refusal counted, money (docs/model.md section 7, value). */
export function valueAt(evaluation: Evaluation, place: number, situation: Situation): number {
  const acceptance = acceptanceAt(evaluation, place);
  return acceptance * sellerGainAt(evaluation, place) - (1 - acceptance) * refusalCostOf(situation);
}

/** A gain to the power of whoever makes it; 0⁰ is 1. */
function powered(gain: number, power: number): number {
  return power === 0.5 ? Math.sqrt(Math.max(0, gain)) : Math.max(0, gain) ** power;
}

/** The expected Nash product at a place that leaves the customer no worse off, and is not agreed (docs/model.md section 7). */
export function nashValueAt(evaluation: Evaluation, place: number, { policy }: Situation): number {
  return (
    powered(sellerGainAt(evaluation, place), 1 - policy.customerBargainingPower) *
    rootedGainIn(evaluation.reception.responses, place)
  );
}

/** The Nash product of a package that is agreed: everybody, open or closed, says yes. */
export function agreedNashValue(
  { reception, seller }: Evaluation,
  discount: number,
  { policy }: Situation,
  { beliefs, forces, open, closed }: Customers,
): number {
  const { customerSide } = reception.prospect;
  const power = policy.customerBargainingPower;
  let sum = 0;
  let n = 0;
  for (const force of forces) {
    const price = customerSide.priceAt(force);
    for (const reluctance of beliefs.termsImportance.values)
      for (const lossPerDay of beliefs.urgency.values) {
        const gain = gainAt(customerGainOf(customerSide, price, { reluctance, lossPerDay }), discount);
        sum += ((open[n] ?? 0) + (closed[n] ?? 0)) * powered(gain, power);
        n += 1;
      }
  }
  return powered(gainAt(seller, discount), 1 - power) * sum;
}

/** How many places of a row are material: our gain falls with the discount, so they are its lower part. */
export function materialPlaces(
  { firstStep, step, count }: DiscountRow,
  seller: LinearGain,
  situation: Situation,
): number {
  let places = 0;
  while (places < count && isMaterial(gainAt(seller, (firstStep + places) * step), situation)) places += 1;
  return places;
}

/** What a yes brings us more than a refusal, and where the highest of it is kept by value of each field. */
type Bid = { readonly stake: LinearGain; readonly highest: Highest };

/**
 * Asks the customers about a row of discounts (docs/model.md sections 6 and 7).
 *
 * @param bid - null where only their responses are wanted
 * @returns their responses, and the highest stake times chance along the row
 */
export function receive(
  prospect: Prospect,
  row: DiscountRow,
  bid: Bid | null,
  situation: Situation,
  audience: Audience,
): { readonly reception: Reception; readonly most: number } {
  const { policy } = situation;
  const responses = responsesTo(prospect, row, audience, situation);
  const weights = weightsIn(audience.open, responses.shape);
  const offersFrom = Math.min(row.count, prospect.firstFair - row.firstStep);
  const question = {
    weights,
    from: refusedSteps(prospect, row),
    rootFrom: offersFrom,
    power: policy.customerBargainingPower,
    stake: bid?.stake ?? { base: 0, perDiscount: 0 },
  };
  const most = fillResponses(audience.scratch, responses, question, bid?.highest ?? null);
  const leastAcceptance = policy.minAcceptance * (1 - policy.silence) - SAME_CHANCE;
  // The higher the discount, the likelier a yes.
  let likelyFrom = offersFrom;
  while (likelyFrom < row.count && acceptanceIn(responses, likelyFrom) < leastAcceptance) likelyFrom += 1;
  return { reception: { prospect, responses, weights, offersFrom, likelyFrom }, most };
}

/** What the best offers of a deal would bring more than their refusal, times the chance of a yes: in all, and by value of each field. */
export type Stakes = {
  all: number;
  readonly highest: Highest;
  /** How likely each value is. */
  readonly weights: { readonly [F in Field]: readonly number[] };
};

/** Nothing at stake yet. */
export function openStakes(weights: Stakes['weights']): Stakes {
  return {
    all: 0,
    highest: {
      cashPosition: new Float64Array(weights.cashPosition.length),
      termsImportance: new Float64Array(weights.termsImportance.length),
      urgency: new Float64Array(weights.urgency.length),
    },
    weights,
  };
}

const nothingToldApart = { cashPosition: false, termsImportance: false, urgency: false };

/** Raises the stakes by a package's highest: in all, and for the fields whose values are not told apart for it, where it is as high for each value by its weight. */
function raiseStakes(stakes: Stakes, most: number, isToldApart: { readonly [F in Field]: boolean }): void {
  stakes.all = Math.max(stakes.all, most);
  for (const field of fields) {
    if (isToldApart[field]) continue;
    const highest = stakes.highest[field];
    const weights = stakes.weights[field];
    for (let value = 0; value < weights.length; value += 1)
      highest[value] = Math.max(highest[value] as number, (weights[value] as number) * most);
  }
}

/**
 * A package whose responses are known along all discounts that could be offered, at a cost of cash.
 *
 * @returns null where nothing of it is fair to offer: what is agreed, or the first discount that is likely enough, is not material
 */
export function evaluationAt(reception: Reception, cost: CostOfCash, situation: Situation): Evaluation | null {
  const { prospect, responses, likelyFrom } = reception;
  const isOpen = prospect.standing.agreed === null;
  if (isOpen && likelyFrom >= responses.row.count) return null;
  const seller = prospect.sellerSide(cost);
  const agreed = isOpen ? null : agreedAt(prospect, limitOf(prospect, seller, situation));
  const first = agreed ?? (responses.row.firstStep + likelyFrom) * responses.row.step;
  if (!isMaterial(gainAt(seller, first), situation)) return null;
  const count = agreed === null ? materialPlaces(responses.row, seller, situation) : 1;
  return { reception, seller, agreed, count };
}

/** Works out a package at each material discount of its grid (docs/model.md sections 5 to 7), and raises the deal's stakes. */
export function evaluate(
  prospect: Prospect,
  cost: CostOfCash,
  situation: Situation,
  audience: Audience,
  stakes: Stakes,
): Staked {
  const seller = prospect.sellerSide(cost);
  const stake = { base: seller.base + refusalCostOf(situation), perDiscount: seller.perDiscount };
  const agreed = agreedAt(prospect, limitOf(prospect, seller, situation));
  const grid = { firstStep: prospect.first, step: situation.policy.discount.step, count: prospect.steps };
  const row = {
    firstStep: grid.firstStep,
    step: grid.step,
    count: agreed === null ? materialPlaces(grid, seller, situation) : 0,
  };
  const { reception, most } = receive(prospect, row, { stake, highest: stakes.highest }, situation, audience);
  if (agreed === null) {
    const { nCash, nTerms, nSpeed } = reception.responses.shape;
    raiseStakes(stakes, most, { cashPosition: nCash > 1, termsImportance: nTerms > 1, urgency: nSpeed > 1 });
    return { reception, seller, agreed, count: row.count, most };
  }
  const count = isMaterial(gainAt(seller, agreed), situation) ? 1 : 0;
  const agreedStake = count === 0 ? 0 : gainAt(stake, agreed);
  raiseStakes(stakes, agreedStake, nothingToldApart);
  return { reception, seller, agreed, count, most: agreedStake };
}

/** Chance of a yes at the largest discount that suits the seller, on the grid or not (docs/model.md section 7, agreement probability). */
export function agreementProbability(
  { reception, seller, agreed }: Evaluation,
  situation: Situation,
  { scratch }: Audience,
): number {
  if (agreed !== null) return 1;
  const { prospect, responses, weights } = reception;
  const limit = limitOf(prospect, seller, situation);
  if (limit < -situation.policy.discount.maxPremium - SAME_DISCOUNT || isRefused(prospect.standing, limit)) return 0;
  return Math.min(1, acceptanceOf(scratch, responses, weights, limit));
}

/**
 * What a package's agreement probability cannot exceed, found without asking anybody: from the last place to our limit the gain of
 * no customer rises by more than the amount times the discount between, so that no chance of a yes grows, and no chance of a no
 * shrinks, by more than e to that over the noise.
 */
export function mostAgreement(evaluation: Evaluation, situation: Situation, { openWeight }: Audience): number {
  const { reception, seller, agreed, count } = evaluation;
  const { responseNoise } = situation.policy;
  const chance = agreed === null && count > 0 && responseNoise > 0 ? acceptanceAt(evaluation, count - 1) : 0;
  // Nobody says yes at a place that was refused, whatever they would say a little above it.
  if (chance === 0) return 1;
  const beyond = limitOf(reception.prospect, seller, situation) - discountAt(evaluation, count - 1);
  const growth = Math.exp(Math.max(0, beyond) / responseNoise);
  return Math.min(chance * growth, openWeight - (openWeight - chance) / growth);
}
