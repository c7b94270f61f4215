import { seeded } from '../mixed-deals.ts';
import type { Market } from './market.ts';
import { assumedMarket, strangeMarket } from './market.ts';
import type { MeanAndError } from './mean-and-error.ts';
import { meanAndError } from './mean-and-error.ts';
import type { MarketResult, Plan, Prediction, Result, Way } from './simulation.ts';
import { simulateMarket } from './simulation.ts';

/** A question put to many markets. */
export type Experiment = { readonly title: string; readonly marketOf: (seed: number) => Market; readonly plan: Plan };

const firstSeed = 2_026;
const sizes = { learnAfter: [50, 200, 1_000], freshCustomers: 500 };
const strange = (seed: number): Market => strangeMarket(seeded(seed));

export const experiments: readonly [Experiment, ...Experiment[]] = [
  {
    title: 'Markets unlike the defaults, the opening discount offered',
    marketOf: strange,
    plan: { which: 'opening', ...sizes },
  },
  { title: 'The same markets, the fair discount offered', marketOf: strange, plan: { which: 'fair', ...sizes } },
  {
    title: 'Markets as the defaults assume them, the opening discount offered',
    marketOf: () => assumedMarket,
    plan: { which: 'opening', ...sizes },
  },
];

/** One way of selling over all markets. */
export type Row = {
  readonly way: Way;
  readonly sellerGain: MeanAndError;
  readonly customerGain: MeanAndError;
  readonly shareOfHindsight: MeanAndError;
  /** Difference of the share of hindsight, market by market. */
  readonly overNoLearning: MeanAndError;
  readonly prediction: { readonly [Score in keyof Prediction]: MeanAndError } | null;
};

export type Outcome = {
  readonly title: string;
  readonly markets: number;
  readonly hindsight: MeanAndError;
  readonly rows: readonly Row[];
};

/** Runs an experiment, one market after the other. */
export function runExperiment({ title, marketOf, plan }: Experiment, markets: number, onMarket: () => void): Outcome {
  const results = Array.from({ length: markets }, (_, index) => {
    const seed = firstSeed + index;
    const result = simulateMarket(marketOf(seed), seed, plan);
    onMarket();
    return result;
  });
  const ways = [...(results[0] as MarketResult).ways.keys()];
  return {
    title,
    markets,
    hindsight: meanAndError(results.map(({ hindsight }) => hindsight)),
    rows: ways.map((way) => rowOf(way, results)),
  };
}

function rowOf(way: Way, markets: readonly MarketResult[]): Row {
  const resultsOf = (one: Way) => markets.map(({ ways }) => ways.get(one) as Result);
  const results = resultsOf(way);
  const unlearnt = resultsOf('noLearning');
  const predictions = results.flatMap(({ prediction }) => (prediction === null ? [] : [prediction]));
  const over = (score: keyof Prediction) => meanAndError(predictions.map((prediction) => prediction[score]));
  return {
    way,
    sellerGain: meanAndError(results.map(({ sellerGain }) => sellerGain)),
    customerGain: meanAndError(results.map(({ customerGain }) => customerGain)),
    shareOfHindsight: meanAndError(results.map(({ shareOfHindsight }) => shareOfHindsight)),
    overNoLearning: meanAndError(
      results.map(({ shareOfHindsight }, index) => shareOfHindsight - (unlearnt[index] as Result).shareOfHindsight),
    ),
    prediction:
      predictions.length === 0
        ? null
        : { ownOffers: over('ownOffers'), baseRate: over('baseRate'), sameOffers: over('sameOffers') },
  };
}
