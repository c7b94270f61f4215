import type { CustomerSide, LinearGain } from './gains.ts';
import { gainAt } from './gains.ts';
import type { ResponseCurve } from './response.ts';
import { agreementChance } from './response.ts';
import type { Belief, Beliefs } from './uncertainty.ts';

/** Beyond twice this exponent e^x leaves the range of a number, and a progression through it would not come back. */
const SAFE_EXPONENT = 300;

/**
 * How all the customers the beliefs allow respond to a package, at each of a row of discounts: runs of `count` numbers in `data`, which it
 * shares with other tables because arrays are dear to make, and what the best single offer is expected to gain. `at` says where each begins;
 * `at[field] + k` is the place of the expected gain when value k of the field is known.
 */
export type AcceptanceTable = {
  readonly data: Float64Array;
  readonly at: { readonly acceptance: number; readonly rootedGain: number; readonly expectedGain: number } & {
    readonly [F in keyof Beliefs]: number;
  };
};

/** Numbers an array for tables has: those of a few deals. */
const CHUNK = 16_384;
let chunk = new Float64Array(CHUNK);
let chunkUsed = 0;

/** Where zeros nobody else has begin in `chunk`. */
function takeZeros(length: number): number {
  if (chunkUsed + length > chunk.length) {
    chunk = new Float64Array(Math.max(CHUNK, length));
    chunkUsed = 0;
  }
  const from = chunkUsed;
  chunkUsed += length;
  return from;
}

/** A row of discounts: `(firstStep + d) · step` for d from 0 to `count` − 1. */
export type DiscountRow = { readonly firstStep: number; readonly step: number; readonly count: number };

/** A belief that does not matter for a package: one value stands for all. */
const INDIFFERENT: Belief = { values: [1], weights: [1], centre: 1 };

function rooted(gain: number, power: number): number {
  if (gain <= 0) return power === 0 ? 1 : 0;
  return power === 0.5 ? Math.sqrt(gain) : gain ** power;
}

/** A policy has five values of a field at most, and so does the table. */
const MOST_VALUES = 8;

/**
 * The customers a package meets, used again for each: typed arrays are dear to make. Customer n = (i · nTerms + j) · nSpeed + k has value i of the cash position,
 * j of the terms and k of the urgency; it gains `bases[n] + price[i] · discount`, and `weights[n]` says how common it is.
 * A base is the sum of what the two contribute, `ofTerms[i · nTerms + j] + ofSpeed[k]`, so its exponential is the product of theirs.
 */
const room = {
  bases: new Float64Array(MOST_VALUES ** 3),
  weights: new Float64Array(MOST_VALUES ** 3),
  odds: new Float64Array(MOST_VALUES ** 3),
  price: new Float64Array(MOST_VALUES),
  ofTerms: new Float64Array(MOST_VALUES ** 2),
  ofSpeed: new Float64Array(MOST_VALUES),
  speedOdds: new Float64Array(MOST_VALUES),
  /** What the odds have shrunk to at a discount, and by what they shrink from one to the next, by cash position. */
  shrunk: new Float64Array(MOST_VALUES),
  ratio: new Float64Array(MOST_VALUES),
  /** Chances of a yes at a discount and at the next, by value. */
  outerHere: new Float64Array(MOST_VALUES),
  outerNext: new Float64Array(MOST_VALUES),
  innerHere: new Float64Array(MOST_VALUES),
  innerNext: new Float64Array(MOST_VALUES),
};

/** How the customers are gone through. */
type Shape = DiscountRow & {
  readonly nCash: number;
  readonly nTerms: number;
  readonly nSpeed: number;
  readonly power: number;
  /** Gains are rooted from this discount on. */
  readonly rootFrom: number;
  readonly seller: LinearGain;
};

/** What is not a number stays so, and a result with it is refused: its figures left the range of one. */
function raise(data: Float64Array, place: number, value: number): void {
  data[place] = Math.max(data[place] as number, value);
}

/** One by one, where the exponential could leave the range of a number or there is none. */
function fillPlainly(
  { data, at }: AcceptanceTable,
  { count, firstStep, step, nCash, nTerms, nSpeed, power, rootFrom, seller }: Shape,
  curve: ResponseCurve,
): void {
  for (let d = 0; d < count; d += 1) {
    const discount = (firstStep + d) * step;
    /** Chance of a yes by the place in the table that stands for the value it is joint with. */
    const joint = new Map<number, number>();
    for (let i = 0, node = 0; i < nCash; i += 1)
      for (let j = 0; j < nTerms; j += 1)
        for (let k = 0; k < nSpeed; k += 1, node += 1) {
          const gain = (room.bases[node] as number) + (room.price[i] as number) * discount;
          const agreed = Number.isFinite(gain)
            ? (room.weights[node] as number) * agreementChance(gain, curve)
            : Number.NaN;
          (data[at.acceptance + d] as number) += agreed;
          if (d >= rootFrom) (data[at.rootedGain + d] as number) += agreed * rooted(gain, power);
          for (const place of [at.expectedGain, at.cashPosition + i, at.termsImportance + j, at.urgency + k])
            joint.set(place, (joint.get(place) ?? 0) + agreed);
        }
    for (const [place, chance] of joint) raise(data, place, chance * gainAt(seller, discount));
  }
}

/** Two discounts at a time: their chances share a division, 1/x = y/(xy) and 1/y = x/(xy), and along the discounts the odds are a geometric progression. */
function fillInPairs(
  { data, at }: AcceptanceTable,
  { count, firstStep, step, nCash, nTerms, nSpeed, power, rootFrom, seller }: Shape,
  curve: ResponseCurve,
): void {
  const { bases, weights, odds, price, shrunk, ratio, outerHere, outerNext, innerHere, innerNext } = room;
  startOdds(firstStep, step, nCash, nTerms, nSpeed, curve);
  // The innermost loop is over the terms where they alone make a difference: loops of one turn are slow.
  const [nOuter, nInner, atOuter, atInner] =
    nSpeed === 1 ? [1, nTerms, at.urgency, at.termsImportance] : [nTerms, nSpeed, at.termsImportance, at.urgency];
  for (let d = 0; d < count; d += 2) {
    const hasNext = d + 1 < count;
    const discountHere = (firstStep + d) * step;
    const discountNext = (firstStep + d + 1) * step;
    const gainHere = gainAt(seller, discountHere);
    const gainNext = hasNext ? gainAt(seller, discountNext) : 0;
    const roots = d + 1 >= rootFrom;
    let allHere = 0;
    let allNext = 0;
    let rootHere = 0;
    let rootNext = 0;
    for (let k = 0; k < nInner; k += 1) innerHere[k] = innerNext[k] = 0;
    for (let j = 0; j < nOuter; j += 1) outerHere[j] = outerNext[j] = 0;
    for (let i = 0, node = 0; i < nCash; i += 1) {
      const shrunkHere = shrunk[i] as number;
      const shrunkNext = shrunkHere * (ratio[i] as number);
      const priceHere = (price[i] as number) * discountHere;
      const priceNext = (price[i] as number) * discountNext;
      let cashHere = 0;
      let cashNext = 0;
      for (let j = 0; j < nOuter; j += 1) {
        let partHere = 0;
        let partNext = 0;
        for (let k = 0; k < nInner; k += 1, node += 1) {
          const here = 1 + (odds[node] as number) * shrunkHere;
          const next = 1 + (odds[node] as number) * shrunkNext;
          const share = (weights[node] as number) / (here * next);
          const agreed = share * next;
          const agreedNext = share * here;
          partHere += agreed;
          partNext += agreedNext;
          (innerHere[k] as number) += agreed;
          (innerNext[k] as number) += agreedNext;
          if (roots) {
            const base = bases[node] as number;
            rootHere += agreed * rooted(base + priceHere, power);
            rootNext += agreedNext * rooted(base + priceNext, power);
          }
        }
        cashHere += partHere;
        cashNext += partNext;
        (outerHere[j] as number) += partHere;
        (outerNext[j] as number) += partNext;
      }
      allHere += cashHere;
      allNext += cashNext;
      raise(data, at.cashPosition + i, Math.max(cashHere * gainHere, cashNext * gainNext));
      shrunk[i] = shrunkNext * (ratio[i] as number);
    }
    for (let j = 0; j < nOuter; j += 1)
      raise(data, atOuter + j, Math.max((outerHere[j] as number) * gainHere, (outerNext[j] as number) * gainNext));
    for (let k = 0; k < nInner; k += 1)
      raise(data, atInner + k, Math.max((innerHere[k] as number) * gainHere, (innerNext[k] as number) * gainNext));
    raise(data, at.expectedGain, Math.max(allHere * gainHere, allNext * gainNext));
    data[at.acceptance + d] = allHere;
    data[at.rootedGain + d] = rootHere;
    if (hasNext) {
      data[at.acceptance + d + 1] = allNext;
      data[at.rootedGain + d + 1] = rootNext;
    }
  }
}

/** The odds against a yes at the first discount, and how they shrink. */
function startOdds(
  firstStep: number,
  step: number,
  nCash: number,
  nTerms: number,
  nSpeed: number,
  { materialGain, noise }: ResponseCurve,
): void {
  const { odds, price, ofTerms, ofSpeed, speedOdds, shrunk, ratio } = room;
  for (let k = 0; k < nSpeed; k += 1) speedOdds[k] = Math.exp(-(ofSpeed[k] as number) / noise);
  for (let i = 0, node = 0; i < nCash; i += 1) {
    shrunk[i] = 1;
    ratio[i] = Math.exp((-(price[i] as number) * step) / noise);
    for (let j = 0; j < nTerms; j += 1) {
      const termsOdds = Math.exp(
        -((ofTerms[i * nTerms + j] as number) + (price[i] as number) * firstStep * step - materialGain) / noise,
      );
      for (let k = 0; k < nSpeed; k += 1, node += 1) odds[node] = termsOdds * (speedOdds[k] as number);
    }
  }
}

/** Whether no exponent on the way leaves the range of a number. */
function isTame(
  { firstStep, step, count, nCash, nTerms, nSpeed }: Shape,
  { materialGain, noise }: ResponseCurve,
): boolean {
  const { price, ofTerms, ofSpeed } = room;
  const most = SAFE_EXPONENT * noise;
  for (let k = 0; k < nSpeed; k += 1) if (!(Math.abs(ofSpeed[k] as number) < most)) return false;
  for (let i = 0; i < nCash; i += 1) {
    const first = (price[i] as number) * firstStep * step - materialGain;
    const last = (price[i] as number) * (firstStep + count) * step - materialGain;
    for (let j = 0; j < nTerms; j += 1) {
      const base = ofTerms[i * nTerms + j] as number;
      if (!(Math.abs(base + first) < most && Math.abs(base + last) < most)) return false;
    }
  }
  return true;
}

/**
 * Fills the table (model sections 6 and 7). Written for speed, and checked against the plain transcription of the model:
 * a field the package does not touch (urgency without speed, importance of terms without shorter terms) is not summed over,
 * and gains are rooted only where a fair offer can be.
 *
 * @param seller - what the seller gains, which falls with the discount
 * @param power - the customer's bargaining power, 0 to 1
 * @param rootFrom - place of the first discount that can be a fair offer; `row.count` for none
 */
export function acceptanceTable(
  side: CustomerSide,
  seller: LinearGain,
  beliefs: Beliefs,
  row: DiscountRow,
  curve: ResponseCurve,
  power: number,
  rootFrom: number,
): AcceptanceTable {
  const { firstStep, step, count } = row;
  const { cashPosition: cash, termsImportance, urgency } = beliefs;
  const prices = cash.values.map((annualRate) => side.priceAt(annualRate));
  const terms = side.shorter && prices.some(({ dearer }) => dearer > 0) ? termsImportance : INDIFFERENT;
  const speed = side.latenessAvoided === 0 ? INDIFFERENT : urgency;
  const nCash = cash.values.length;
  const nImportances = termsImportance.values.length;
  const acceptance = takeZeros(2 * count + 1 + nCash + nImportances + urgency.values.length);
  const rootedGain = acceptance + count;
  const expectedGain = rootedGain + count;
  const at = {
    acceptance,
    rootedGain,
    expectedGain,
    cashPosition: expectedGain + 1,
    termsImportance: expectedGain + 1 + nCash,
    urgency: expectedGain + 1 + nCash + nImportances,
  };
  const table: AcceptanceTable = { data: chunk, at };
  const shape: Shape = {
    firstStep,
    step,
    count,
    nCash,
    nTerms: terms.values.length,
    nSpeed: speed.values.length,
    power,
    rootFrom,
    seller,
  };
  meetCustomers(side, prices, cash, terms, speed);
  if (isTame(shape, curve)) fillInPairs(table, shape, curve);
  else fillPlainly(table, shape, curve);
  whenKnown(table, at.cashPosition, cash, true);
  whenKnown(table, at.termsImportance, termsImportance, terms !== INDIFFERENT);
  whenKnown(table, at.urgency, urgency, speed !== INDIFFERENT);
  return table;
}

/** From gains joint with each value of a field to gains when that value is known; where the field makes no difference they are those of all. */
function whenKnown({ data, at }: AcceptanceTable, from: number, { weights }: Belief, matters: boolean): void {
  for (let value = 0; value < weights.length; value += 1)
    data[from + value] = matters
      ? (data[from + value] as number) / (weights[value] as number)
      : (data[at.expectedGain] as number);
}

/** Puts the customers into `room`. */
function meetCustomers(
  side: CustomerSide,
  prices: readonly ReturnType<CustomerSide['priceAt']>[],
  cash: Belief,
  terms: Belief,
  speed: Belief,
): void {
  const { bases, weights, price, ofTerms, ofSpeed } = room;
  const nTerms = terms.values.length;
  const nSpeed = speed.values.length;
  for (let k = 0; k < nSpeed; k += 1) ofSpeed[k] = (speed.values[k] as number) * side.latenessAvoided;
  for (let i = 0, node = 0; i < prices.length; i += 1) {
    const here = prices[i] as (typeof prices)[number];
    price[i] = here.price;
    for (let j = 0; j < nTerms; j += 1) {
      const fromTerms =
        -(here.dearer > 0 && side.shorter ? (terms.values[j] as number) : 1) * here.dearer - side.fixedCost;
      const weight = (cash.weights[i] as number) * (terms.weights[j] as number);
      ofTerms[i * nTerms + j] = fromTerms;
      for (let k = 0; k < nSpeed; k += 1, node += 1) {
        bases[node] = fromTerms + (ofSpeed[k] as number);
        weights[node] = weight * (speed.weights[k] as number);
      }
    }
  }
}
