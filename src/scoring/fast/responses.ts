import type { LinearGain } from '../gains.ts';
import { gainAt } from '../gains.ts';
import type { ResponseCurve } from '../response.ts';
import { agreementChance } from '../response.ts';
import type { Scratch } from './scratch.ts';
import { take } from './scratch.ts';
import type { Shape } from './weighting.ts';

/** Beyond twice this exponent e^x leaves the range of a number, and a progression through it would not come back. */
const SAFE_EXPONENT = 300;

/** A row of discounts: `(firstStep + d) · step` for d from 0 to `count` − 1. */
export type DiscountRow = { readonly firstStep: number; readonly step: number; readonly count: number };

/**
 * How open customers respond to a package at each of a row of discounts. Its numbers lie in `kept`: the accessors below know where.
 * A customer gains `ofTerms[i, j] + ofSpeed[k] + price[i] · discount`, money.
 */
export type Responses = {
  readonly shape: Shape;
  readonly row: DiscountRow;
  readonly curve: ResponseCurve;
  readonly kept: Float64Array;
  /** Whether no exponent of the response leaves the range of a number, from one step before the row to one after it. */
  readonly isTame: boolean;
  readonly at: {
    readonly price: number;
    readonly ofTerms: number;
    readonly ofSpeed: number;
    /** What terms and speed multiply the odds against a yes by at the row's first discount; written where `isTame`. */
    readonly termsOdds: number;
    readonly speedOdds: number;
    readonly acceptance: number;
    readonly rootedGain: number;
  };
};

/** Chance of a yes over all customers at a place of the row: Σ weight · q. */
export function acceptanceIn({ kept, at }: Responses, place: number): number {
  return kept[at.acceptance + place] as number;
}

/** Σ weight · q · max(0, ΔC)^β at a place of the row; 0 before the place from which it was asked for. */
export function rootedGainIn({ kept, at }: Responses, place: number): number {
  return kept[at.rootedGain + place] as number;
}

/** The same responses with numbers of their own: they outlive the deal they were worked out for. */
export function ownResponses({ shape, row, curve, kept, at, isTame }: Responses): Responses {
  const from = at.price;
  // In the order of `openResponses`: objects made alike are read fast.
  return {
    shape,
    row,
    curve,
    kept: kept.slice(from, at.rootedGain + row.count),
    at: {
      price: 0,
      ofTerms: at.ofTerms - from,
      ofSpeed: at.ofSpeed - from,
      termsOdds: at.termsOdds - from,
      speedOdds: at.speedOdds - from,
      acceptance: at.acceptance - from,
      rootedGain: at.rootedGain - from,
    },
    isTame,
  };
}

/** What a customer gains at no discount, in parts, and its price: money, by value of each field. */
export type GainParts = {
  readonly price: (i: number) => number;
  readonly ofTerms: (i: number, j: number) => number;
  readonly ofSpeed: (k: number) => number;
};

/** Makes room for the responses to a package, and writes down its customers' gains; the responses are then filled in. */
export function openResponses(
  scratch: Scratch,
  { shape, row, curve }: Pick<Responses, 'shape' | 'row' | 'curve'>,
  gains: GainParts,
): Responses {
  const { nCash, nTerms, nSpeed } = shape;
  const price = take(scratch, nCash + 2 * nCash * nTerms + 2 * nSpeed + 2 * row.count);
  const ofTerms = price + nCash;
  const ofSpeed = ofTerms + nCash * nTerms;
  const termsOdds = ofSpeed + nSpeed;
  const speedOdds = termsOdds + nCash * nTerms;
  const acceptance = speedOdds + nSpeed;
  const { kept } = scratch;
  for (let i = 0; i < nCash; i += 1) {
    kept[price + i] = gains.price(i);
    for (let j = 0; j < nTerms; j += 1) kept[ofTerms + i * nTerms + j] = gains.ofTerms(i, j);
  }
  for (let k = 0; k < nSpeed; k += 1) kept[ofSpeed + k] = gains.ofSpeed(k);
  const at = { price, ofTerms, ofSpeed, termsOdds, speedOdds, acceptance, rootedGain: acceptance + row.count };
  const responses = { shape, row, curve, kept, at, isTame: areTame({ kept, at, shape, curve, row }) };
  if (responses.isTame) writeOdds(responses);
  return responses;
}

/** The odds against a yes at the row's first discount, in two factors: exponentials are dear, and every other discount needs but one for each price. */
function writeOdds({ kept, at, shape, curve, row }: Responses): void {
  const { nCash, nTerms, nSpeed } = shape;
  const { materialGain, noise } = curve;
  const discount = row.firstStep * row.step;
  for (let i = 0, n = 0; i < nCash; i += 1)
    for (let j = 0; j < nTerms; j += 1, n += 1) {
      const gain = (kept[at.ofTerms + n] as number) + (kept[at.price + i] as number) * discount;
      kept[at.termsOdds + n] = Math.exp(-(gain - materialGain) / noise);
    }
  for (let k = 0; k < nSpeed; k += 1) kept[at.speedOdds + k] = Math.exp(-(kept[at.ofSpeed + k] as number) / noise);
}

/** Highest Σ weight · q · stake over all discounts and packages so far, of the customers with each value of a field. */
export type Highest = {
  readonly cashPosition: Float64Array;
  readonly termsImportance: Float64Array;
  readonly urgency: Float64Array;
};

/** What is asked about a row of discounts. */
export type Question = {
  /** Of the open customers, in the shape of the package. */
  readonly weights: ArrayLike<number>;
  /** Places before this were refused: nobody says yes. */
  readonly from: number;
  /** Gains are rooted from this place on. */
  readonly rootFrom: number;
  /** The customer's bargaining power, 0 to 1. */
  readonly power: number;
  /** What a yes brings us more than a refusal, money. */
  readonly stake: LinearGain;
};

function rooted(gain: number, power: number): number {
  if (gain <= 0) return power === 0 ? 1 : 0;
  return power === 0.5 ? Math.sqrt(gain) : gain ** power;
}

/** What is not a number stays so, and a result with it is refused: its figures left the range of one. */
function raise(most: Float64Array, value: number, candidate: number): void {
  most[value] = Math.max(most[value] as number, candidate);
}

/**
 * Works out the responses along a row, and raises what is highest; a field of one value, or one that makes no difference to the
 * package, is left to the caller.
 *
 * @returns the highest Σ weight · q · stake of all customers along the row, at least 0
 */
export function fillResponses(
  scratch: Scratch,
  responses: Responses,
  question: Question,
  highest: Highest | null,
): number {
  const { kept, at, row } = responses;
  kept.fill(0, at.acceptance, at.acceptance + 2 * row.count);
  if (question.from >= row.count) return 0;
  return responses.isTame
    ? fillInPairs(scratch, responses, question, highest)
    : fillPlainly(responses, question, highest);
}

/** One by one, where the exponential could leave the range of a number or there is none. */
function fillPlainly(
  { kept, at, row, shape, curve }: Responses,
  { weights, from, rootFrom, power, stake }: Question,
  highest: Highest | null,
): number {
  let most = 0;
  const { nCash, nTerms, nSpeed } = shape;
  for (let d = from; d < row.count; d += 1) {
    const discount = (row.firstStep + d) * row.step;
    const staked = gainAt(stake, discount);
    const byCash = new Float64Array(nCash);
    const byTerms = new Float64Array(nTerms);
    const bySpeed = new Float64Array(nSpeed);
    let all = 0;
    let root = 0;
    for (let i = 0, n = 0; i < nCash; i += 1)
      for (let j = 0; j < nTerms; j += 1)
        for (let k = 0; k < nSpeed; k += 1, n += 1) {
          const gain =
            (kept[at.ofTerms + i * nTerms + j] as number) +
            (kept[at.ofSpeed + k] as number) +
            (kept[at.price + i] as number) * discount;
          const agreed = Number.isFinite(gain) ? (weights[n] as number) * agreementChance(gain, curve) : Number.NaN;
          all += agreed;
          byCash[i] = (byCash[i] as number) + agreed;
          byTerms[j] = (byTerms[j] as number) + agreed;
          bySpeed[k] = (bySpeed[k] as number) + agreed;
          if (d >= rootFrom) root += agreed * rooted(gain, power);
        }
    kept[at.acceptance + d] = all;
    kept[at.rootedGain + d] = root;
    most = Math.max(most, all * staked);
    if (highest === null) continue;
    byCash.forEach((agreed, i) => raise(highest.cashPosition, i, agreed * staked));
    if (nTerms > 1) byTerms.forEach((agreed, j) => raise(highest.termsImportance, j, agreed * staked));
    if (nSpeed > 1) bySpeed.forEach((agreed, k) => raise(highest.urgency, k, agreed * staked));
  }
  return most;
}

/** Two discounts at a time: their chances share a division, 1/x = y/(xy) and 1/y = x/(xy), and along the discounts the odds are a geometric progression. */
function fillInPairs(
  scratch: Scratch,
  responses: Responses,
  { weights, from, rootFrom, power, stake }: Question,
  highest: Highest | null,
): number {
  const { kept, at, row, shape } = responses;
  const { nCash, nTerms, nSpeed } = shape;
  const { odds, bases, shrunk, ratio, outerHere, outerNext, innerHere, innerNext } = scratch;
  startOdds(scratch, responses, from);
  // The innermost loop is over the terms where they alone make a difference: loops of one turn are slow.
  const isInnerTerms = nSpeed === 1;
  const nOuter = isInnerTerms ? 1 : nTerms;
  const nInner = isInnerTerms ? nTerms : nSpeed;
  let most = 0;
  for (let d = from; d < row.count; d += 2) {
    const hasNext = d + 1 < row.count;
    const discountHere = (row.firstStep + d) * row.step;
    const discountNext = (row.firstStep + d + 1) * row.step;
    const stakeHere = gainAt(stake, discountHere);
    const stakeNext = hasNext ? gainAt(stake, discountNext) : 0;
    const roots = d + 1 >= rootFrom;
    let allHere = 0;
    let allNext = 0;
    let rootHere = 0;
    let rootNext = 0;
    for (let k = 0; k < nInner; k += 1) innerHere[k] = innerNext[k] = 0;
    for (let j = 0; j < nOuter; j += 1) outerHere[j] = outerNext[j] = 0;
    for (let i = 0, n = 0; i < nCash; i += 1) {
      const shrunkHere = shrunk[i] as number;
      const shrunkNext = shrunkHere * (ratio[i] as number);
      const priceHere = (kept[at.price + i] as number) * discountHere;
      const priceNext = (kept[at.price + i] as number) * discountNext;
      let cashHere = 0;
      let cashNext = 0;
      for (let j = 0; j < nOuter; j += 1) {
        let partHere = 0;
        let partNext = 0;
        for (let k = 0; k < nInner; k += 1, n += 1) {
          const here = 1 + (odds[n] as number) * shrunkHere;
          const next = 1 + (odds[n] as number) * shrunkNext;
          const share = (weights[n] as number) / (here * next);
          const agreed = share * next;
          const agreedNext = share * here;
          partHere += agreed;
          partNext += agreedNext;
          innerHere[k] = (innerHere[k] as number) + agreed;
          innerNext[k] = (innerNext[k] as number) + agreedNext;
          if (roots) {
            const base = bases[n] as number;
            rootHere += agreed * rooted(base + priceHere, power);
            rootNext += agreedNext * rooted(base + priceNext, power);
          }
        }
        cashHere += partHere;
        cashNext += partNext;
        outerHere[j] = (outerHere[j] as number) + partHere;
        outerNext[j] = (outerNext[j] as number) + partNext;
      }
      allHere += cashHere;
      allNext += cashNext;
      if (highest !== null) raise(highest.cashPosition, i, Math.max(cashHere * stakeHere, cashNext * stakeNext));
      shrunk[i] = shrunkNext * (ratio[i] as number);
    }
    kept[at.acceptance + d] = allHere;
    kept[at.rootedGain + d] = rootHere;
    if (hasNext) {
      kept[at.acceptance + d + 1] = allNext;
      kept[at.rootedGain + d + 1] = rootNext;
    }
    most = Math.max(most, allHere * stakeHere, allNext * stakeNext);
    if (highest === null) continue;
    const inner = isInnerTerms ? highest.termsImportance : highest.urgency;
    for (let j = 0; nOuter > 1 && j < nOuter; j += 1)
      raise(
        highest.termsImportance,
        j,
        Math.max((outerHere[j] as number) * stakeHere, (outerNext[j] as number) * stakeNext),
      );
    for (let k = 0; nInner > 1 && k < nInner; k += 1)
      raise(inner, k, Math.max((innerHere[k] as number) * stakeHere, (innerNext[k] as number) * stakeNext));
  }
  return most;
}

/** The odds against a yes of every customer at the row's first discount, their gains at none, and how the odds shrink: up to a place, and from step to step. */
function startOdds(scratch: Scratch, { kept, at, shape, curve, row }: Responses, place: number): void {
  const { nCash, nTerms, nSpeed } = shape;
  const { odds, bases, shrunk, ratio } = scratch;
  for (let i = 0, n = 0; i < nCash; i += 1) {
    const shrinking = (-(kept[at.price + i] as number) * row.step) / curve.noise;
    ratio[i] = Math.exp(shrinking);
    shrunk[i] = place === 0 ? 1 : Math.exp(place * shrinking);
    for (let j = 0; j < nTerms; j += 1) {
      const ofTerms = kept[at.ofTerms + i * nTerms + j] as number;
      const termsOdds = kept[at.termsOdds + i * nTerms + j] as number;
      for (let k = 0; k < nSpeed; k += 1, n += 1) {
        odds[n] = termsOdds * (kept[at.speedOdds + k] as number);
        bases[n] = ofTerms + (kept[at.ofSpeed + k] as number);
      }
    }
  }
}

function areTame({ kept, at, shape, curve, row }: Omit<Responses, 'isTame'>): boolean {
  const { nCash, nTerms, nSpeed } = shape;
  const { materialGain, noise } = curve;
  const most = SAFE_EXPONENT * noise;
  for (let k = 0; k < nSpeed; k += 1) if (!(Math.abs(kept[at.ofSpeed + k] as number) < most)) return false;
  for (let i = 0; i < nCash; i += 1) {
    const price = kept[at.price + i] as number;
    const first = price * (row.firstStep - 1) * row.step - materialGain;
    const last = price * (row.firstStep + row.count) * row.step - materialGain;
    for (let j = 0; j < nTerms; j += 1) {
      const base = kept[at.ofTerms + i * nTerms + j] as number;
      if (!(Math.abs(base + first) < most && Math.abs(base + last) < most)) return false;
    }
  }
  return true;
}

/**
 * Chances of a yes of all customers of the package's shape at one discount, on the row or not, were they open.
 *
 * @param discount - from a step before the row to a step after it
 * @returns `scratch.chances`, overwritten by the next call
 */
export function chancesAt(
  { chances }: Scratch,
  { kept, at, shape, row, curve, isTame }: Responses,
  discount: number,
): Float64Array {
  const { nCash, nTerms, nSpeed } = shape;
  const beyondFirst = discount - row.firstStep * row.step;
  for (let i = 0, n = 0; i < nCash; i += 1) {
    const price = kept[at.price + i] as number;
    const shrunk = isTame ? Math.exp((-price * beyondFirst) / curve.noise) : 0;
    for (let j = 0; j < nTerms; j += 1) {
      const termsOdds = isTame ? shrunk * (kept[at.termsOdds + i * nTerms + j] as number) : 0;
      for (let k = 0; k < nSpeed; k += 1, n += 1)
        chances[n] = isTame
          ? 1 / (1 + termsOdds * (kept[at.speedOdds + k] as number))
          : agreementChance(
              (kept[at.ofTerms + i * nTerms + j] as number) + price * discount + (kept[at.ofSpeed + k] as number),
              curve,
            );
    }
  }
  return chances;
}

/** Σ weight · q of all customers of the package's shape at one discount, on the row or not. */
export function acceptanceOf(
  scratch: Scratch,
  responses: Responses,
  weights: ArrayLike<number>,
  discount: number,
): number {
  const { kept, at, shape, row, curve } = responses;
  const { nCash, nTerms, nSpeed } = shape;
  let sum = 0;
  if (!responses.isTame) {
    const chances = chancesAt(scratch, responses, discount);
    for (let n = 0; n < nCash * nTerms * nSpeed; n += 1) sum += (weights[n] as number) * (chances[n] as number);
    return sum;
  }
  const beyondFirst = discount - row.firstStep * row.step;
  for (let i = 0, n = 0; i < nCash; i += 1) {
    const shrunk = Math.exp((-(kept[at.price + i] as number) * beyondFirst) / curve.noise);
    for (let j = 0; j < nTerms; j += 1) {
      const termsOdds = shrunk * (kept[at.termsOdds + i * nTerms + j] as number);
      for (let k = 0; k < nSpeed; k += 1, n += 1)
        sum += (weights[n] as number) / (1 + termsOdds * (kept[at.speedOdds + k] as number));
    }
  }
  return sum;
}
