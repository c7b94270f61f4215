import { seeded } from '../mixed-deals.ts';
import { assumedMarket, strangeMarket } from './market.ts';
import { meanAndError, meanOf } from './mean-and-error.ts';
import type { MeanAndError } from './mean-and-error.ts';
import type { Market } from './market.ts';
import { negotiate } from './negotiation.ts';
import type { Manner } from './negotiation.ts';
import { sellerPolicy } from './seller.ts';
import type { Mood } from './simulated-customer.ts';
import { customersOf, gainInHindsight } from './simulated-customer.ts';

/** Ways of negotiating, tried on the same customers. */
export const manners = {
  openingOnce: { questions: 0, offers: 1, discount: 'opening' },
  fairOnce: { questions: 0, offers: 1, discount: 'fair' },
  threeOffers: { questions: 0, offers: 3, discount: 'opening' },
  questionsThenOffers: { questions: 2, offers: 3, discount: 'opening' },
  toldTheMarket: { questions: 2, offers: 3, discount: 'opening' },
} as const satisfies Record<string, Manner>;
export type MannerName = keyof typeof manners;

/** What a way of negotiating comes to over all customers of a market, traded with or not. */
type MarketResult = {
  readonly sellerGain: number;
  readonly customerGain: number;
  readonly shareOfHindsight: number;
  readonly expectedOverRealised: number;
  /** Brier score of the chances shown, silence inside. */
  readonly brier: number;
};

/** The same over all markets: means with their standard errors; `overOpeningOnce` is the mean gain over that of opening once. */
export type MannerResult = { readonly [Figure in keyof MarketResult]: MeanAndError } & {
  readonly name: MannerName;
  readonly overOpeningOnce: number;
};

export type NegotiationExperiment = {
  readonly title: string;
  readonly mood: Mood;
  readonly marketOf: (seed: number) => Market;
};

export type NegotiationOutcome = {
  readonly title: string;
  readonly hindsight: MeanAndError;
  readonly rows: readonly MannerResult[];
};

const strange = (seed: number): Market => strangeMarket(seeded(seed));

export const negotiationExperiments: readonly NegotiationExperiment[] = [
  {
    title: 'Negotiating, customers as the defaults assume them, one mood toward all packages',
    mood: 'one',
    marketOf: () => assumedMarket,
  },
  { title: 'The same, another mood for each package', mood: 'each', marketOf: () => assumedMarket },
  { title: 'Negotiating, markets unlike the defaults, one mood toward all packages', mood: 'one', marketOf: strange },
  { title: 'The same, another mood for each package, markets unlike the defaults', mood: 'each', marketOf: strange },
];

const FIRST_SEED = 4_026;
const CUSTOMERS = 600;
const names = Object.keys(manners) as MannerName[];

function tryMarket(
  market: Market,
  seed: number,
  mood: Mood,
): { readonly hindsight: number; readonly results: readonly MarketResult[] } {
  const draw = customersOf(market, seeded(seed), 'met ', mood);
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => draw(index));
  const hindsight = meanOf(customers.map((customer) => gainInHindsight(customer, sellerPolicy)));
  const results = names.map((name) => {
    const policy = name === 'toldTheMarket' ? { ...sellerPolicy, ...market } : sellerPolicy;
    const met = customers.map((customer) => negotiate(customer, policy, manners[name]));
    const sellerGain = meanOf(met.map(({ gains }) => gains.seller));
    const foretold = met.flatMap((one) => one.foretold);
    return {
      sellerGain,
      customerGain: meanOf(met.map(({ gains }) => gains.customer)),
      shareOfHindsight: sellerGain / hindsight,
      expectedOverRealised: meanOf(met.map(({ expected }) => expected)) / sellerGain,
      brier: meanOf(foretold.map(({ chance, agreed }) => (chance - Number(agreed)) ** 2)),
    };
  });
  return { hindsight, results };
}

/** Tries every way of negotiating on so many markets. */
export function runNegotiations(
  { title, mood, marketOf }: NegotiationExperiment,
  markets: number,
  onMarket: () => void,
): NegotiationOutcome {
  const tried = Array.from({ length: markets }, (_, index) => {
    const seed = FIRST_SEED + index;
    const result = tryMarket(marketOf(seed), seed, mood);
    onMarket();
    return result;
  });
  const over = (at: number, figure: keyof MarketResult) =>
    meanAndError(tried.map(({ results }) => (results[at] as MarketResult)[figure]));
  const base = over(0, 'sellerGain').mean;
  return {
    title,
    hindsight: meanAndError(tried.map(({ hindsight }) => hindsight)),
    rows: names.map((name, at) => ({
      name,
      sellerGain: over(at, 'sellerGain'),
      customerGain: over(at, 'customerGain'),
      shareOfHindsight: over(at, 'shareOfHindsight'),
      expectedOverRealised: over(at, 'expectedOverRealised'),
      brier: over(at, 'brier'),
      overOpeningOnce: over(at, 'sellerGain').mean / base,
    })),
  };
}
