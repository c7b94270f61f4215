import type { Field } from './bands.ts';
import type { CustomerSide } from './gains.ts';
import type { ResponseCurve } from './response.ts';
import { agreementChance } from './response.ts';
import type { Belief, Beliefs } from './uncertainty.ts';

/** Beyond twice this exponent e^x leaves the range of a number, and a progression through it would not come back. */
const SAFE_EXPONENT = 300;

/**
 * How all the customers the beliefs allow respond to a package, at each of a row of discounts: runs of `count` numbers in `data`, which it
 * shares with other tables because arrays are dear to make. `at` says where the runs begin; the run of value k of a field begins
 * at `at[field] + k * count` and holds the chance of a yes joint with that value, so over k it sums to `acceptance`.
 */
export type AcceptanceTable = {
  readonly data: Float64Array;
  readonly count: number;
  readonly at: { readonly acceptance: number; readonly rootedGain: number } & { readonly [F in Field]: number };
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

/** A belief that does not matter for a package: one value stands for all, and the chance is shared out by weight. */
const INDIFFERENT: Belief = { values: [1], weights: [1], centre: 1 };

function rooted(gain: number, power: number): number {
  if (gain <= 0) return power === 0 ? 1 : 0;
  return power === 0.5 ? Math.sqrt(gain) : gain ** power;
}

/** Fills a field's runs where it makes no difference: its values share the chance by weight. */
function shareOut({ data, count, at: { acceptance } }: AcceptanceTable, at: number, weights: readonly number[]): void {
  for (let k = 0; k < weights.length; k += 1) for (let d = 0; d < count; d += 1) data[at + k * count + d] = (data[acceptance + d] as number) * (weights[k] as number);
}

/**
 * The customers at one cash position: `gain = bases[n] + price · discount`, `weights[n]` how common; n = j · nSpeed + k for value j of the terms and k of the urgency.
 * A base is the sum of what the two contribute, `ofTerms[j] + ofSpeed[k]`, so its exponential is the product of theirs.
 */
type Nodes = { readonly price: number; readonly bases: Float64Array; readonly weights: Float64Array; readonly ofTerms: Float64Array; readonly ofSpeed: Float64Array };

/** Room for one cash position's customers, used again for each: typed arrays are dear to make. A policy has five values of a field at most, and so does the table. */
const MOST_VALUES = 8;
const room = {
  bases: new Float64Array(MOST_VALUES * MOST_VALUES), weights: new Float64Array(MOST_VALUES * MOST_VALUES), odds: new Float64Array(MOST_VALUES * MOST_VALUES),
  ofTerms: new Float64Array(MOST_VALUES), ofSpeed: new Float64Array(MOST_VALUES), speedOdds: new Float64Array(MOST_VALUES),
  speedHere: new Float64Array(MOST_VALUES), speedNext: new Float64Array(MOST_VALUES),
};

/** How the customers are gone through. */
type Shape = DiscountRow & {
  readonly nTerms: number;
  readonly nSpeed: number;
  readonly power: number;
  /** Gains are rooted from this discount on. */
  readonly rootFrom: number;
};

/** One by one, where the exponential could leave the range of a number or there is none. */
function addPlainly({ data, at: { acceptance, rootedGain, termsImportance: atTerms, urgency: atSpeed } }: AcceptanceTable, atRate: number, { price, bases, weights }: Nodes, shape: Shape, curve: ResponseCurve): void {
  const { count, firstStep, step, nTerms, nSpeed, power, rootFrom } = shape;
  for (let d = 0; d < count; d += 1) {
    for (let node = 0; node < nTerms * nSpeed; node += 1) {
      const gain = (bases[node] as number) + price * ((firstStep + d) * step);
      const agreed = (weights[node] as number) * agreementChance(gain, curve);
      (data[acceptance + d] as number) += agreed;
      (data[atRate + d] as number) += agreed;
      (data[atTerms + Math.floor(node / nSpeed) * count + d] as number) += agreed;
      (data[atSpeed + (node % nSpeed) * count + d] as number) += agreed;
      if (d >= rootFrom) (data[rootedGain + d] as number) += agreed * rooted(gain, power);
    }
  }
}

/** Two discounts at a time: their chances share a division, 1/x = y/(xy) and 1/y = x/(xy), and along the discounts the odds are a geometric progression. */
function addInPairs({ data, at: { acceptance, rootedGain, termsImportance: atTerms, urgency: atSpeed } }: AcceptanceTable, atRate: number, { price, bases, weights, ofTerms, ofSpeed }: Nodes, shape: Shape, curve: ResponseCurve): void {
  const { count, firstStep, step, nTerms, nSpeed, power, rootFrom } = shape;
  const { odds, speedOdds, speedHere, speedNext } = room;
  for (let k = 0; k < nSpeed; k += 1) speedOdds[k] = Math.exp(-(ofSpeed[k] as number) / curve.noise);
  for (let j = 0, node = 0; j < nTerms; j += 1) {
    const termsOdds = Math.exp(-((ofTerms[j] as number) + price * firstStep * step - curve.materialGain) / curve.noise);
    for (let k = 0; k < nSpeed; k += 1, node += 1) odds[node] = termsOdds * (speedOdds[k] as number);
  }
  const ratio = Math.exp((-price * step) / curve.noise);
  let shrunk = 1;
  for (let d = 0; d < count; d += 2) {
    const hasNext = d + 1 < count;
    const priceHere = price * ((firstStep + d) * step);
    const priceNext = price * ((firstStep + d + 1) * step);
    const shrunkNext = shrunk * ratio;
    const roots = d + 1 >= rootFrom;
    let rateHere = 0;
    let rateNext = 0;
    let rootHere = 0;
    let rootNext = 0;
    for (let j = 0, node = 0; j < nTerms; j += 1) {
      let termsHere = 0;
      let termsNext = 0;
      for (let k = 0; k < nSpeed; k += 1, node += 1) {
        const here = 1 + (odds[node] as number) * shrunk;
        const next = 1 + (odds[node] as number) * shrunkNext;
        const share = (weights[node] as number) / (here * next);
        const agreed = share * next;
        const agreedNext = share * here;
        termsHere += agreed;
        termsNext += agreedNext;
        (speedHere[k] as number) += agreed;
        (speedNext[k] as number) += agreedNext;
        if (roots) {
          const base = bases[node] as number;
          rootHere += agreed * rooted(base + priceHere, power);
          rootNext += agreedNext * rooted(base + priceNext, power);
        }
      }
      rateHere += termsHere;
      rateNext += termsNext;
      (data[atTerms + j * count + d] as number) += termsHere;
      if (hasNext) (data[atTerms + j * count + d + 1] as number) += termsNext;
    }
    (data[acceptance + d] as number) += rateHere;
    (data[rootedGain + d] as number) += rootHere;
    data[atRate + d] = rateHere;
    if (hasNext) {
      (data[acceptance + d + 1] as number) += rateNext;
      (data[rootedGain + d + 1] as number) += rootNext;
      data[atRate + d + 1] = rateNext;
    }
    for (let k = 0; k < nSpeed; k += 1) {
      (data[atSpeed + k * count + d] as number) += speedHere[k] as number;
      if (hasNext) (data[atSpeed + k * count + d + 1] as number) += speedNext[k] as number;
      speedHere[k] = 0;
      speedNext[k] = 0;
    }
    shrunk = shrunkNext * ratio;
  }
}

/** Whether no exponent on the way leaves the range of a number. */
function isTame({ price, ofTerms, ofSpeed }: Nodes, { firstStep, step, count, nTerms, nSpeed }: Shape, { materialGain, noise }: ResponseCurve): boolean {
  const first = price * firstStep * step - materialGain;
  const last = price * (firstStep + count) * step - materialGain;
  const most = SAFE_EXPONENT * noise;
  for (let k = 0; k < nSpeed; k += 1) if (!(Math.abs(ofSpeed[k] as number) < most)) return false;
  for (let j = 0; j < nTerms; j += 1) {
    const base = ofTerms[j] as number;
    if (!(Math.abs(base + first) < most && Math.abs(base + last) < most)) return false;
  }
  return true;
}

/**
 * Fills the table (model sections 6 and 7). Written for speed, and checked against the plain transcription of the model:
 * a field the package does not touch (urgency without speed, importance of terms without shorter terms) is not summed over,
 * and gains are rooted only where a fair offer can be.
 *
 * @param power - the customer's bargaining power, 0 to 1
 * @param rootFrom - place of the first discount that can be a fair offer; `row.count` for none
 */
export function acceptanceTable(side: CustomerSide, beliefs: Beliefs, row: DiscountRow, curve: ResponseCurve, power: number, rootFrom: number): AcceptanceTable {
  const { count } = row;
  const { cashPosition: cash, termsImportance, urgency } = beliefs;
  const prices = cash.values.map((annualRate) => side.priceAt(annualRate));
  const weighsTerms = side.shorter && prices.some(({ dearer }) => dearer > 0);
  const terms = weighsTerms ? termsImportance : INDIFFERENT;
  const speed = side.latenessAvoided !== 0 ? urgency : INDIFFERENT;
  const { length: nCash } = cash.weights;
  const { length: nImportance } = termsImportance.weights;
  const from = takeZeros((2 + nCash + nImportance + urgency.weights.length) * count);
  const at = { acceptance: from, rootedGain: from + count, cashPosition: from + 2 * count, termsImportance: from + (2 + nCash) * count, urgency: from + (2 + nCash + nImportance) * count };
  const table: AcceptanceTable = { data: chunk, count, at };
  const shape: Shape = { firstStep: row.firstStep, step: row.step, count, nTerms: terms.weights.length, nSpeed: speed.weights.length, power, rootFrom };
  for (let i = 0; i < prices.length; i += 1) {
    const nodes = nodesAt(i, prices[i] as Price, { side, cash, terms, speed });
    if (isTame(nodes, shape, curve)) addInPairs(table, at.cashPosition + i * count, nodes, shape, curve);
    else addPlainly(table, at.cashPosition + i * count, nodes, shape, curve);
  }
  if (!weighsTerms) shareOut(table, at.termsImportance, termsImportance.weights);
  if (speed === INDIFFERENT) shareOut(table, at.urgency, urgency.weights);
  return table;
}

type Price = ReturnType<CustomerSide['priceAt']>;

/** The customers at value i of the cash position; overwrites those of the value before. */
function nodesAt(i: number, { price, dearer }: Price, { side, cash, terms, speed }: { readonly side: CustomerSide; readonly cash: Belief; readonly terms: Belief; readonly speed: Belief }): Nodes {
  const { bases, weights, ofTerms, ofSpeed } = room;
  for (let k = 0; k < speed.weights.length; k += 1) ofSpeed[k] = speed === INDIFFERENT ? 0 : (speed.values[k] as number) * side.latenessAvoided;
  for (let j = 0, node = 0; j < terms.weights.length; j += 1) {
    const fromTerms = -(dearer > 0 && side.shorter ? (terms.values[j] as number) : 1) * dearer - side.fixedCost;
    const weight = (cash.weights[i] as number) * (terms.weights[j] as number);
    ofTerms[j] = fromTerms;
    for (let k = 0; k < speed.weights.length; k += 1, node += 1) {
      bases[node] = fromTerms + (ofSpeed[k] as number);
      weights[node] = weight * (speed.weights[k] as number);
    }
  }
  return { price, bases, weights, ofTerms, ofSpeed };
}
