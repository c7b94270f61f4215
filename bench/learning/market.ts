import { defaultPolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';

/** What customers of a market are really like: how common each band is, what they are like in it, and how much of their answers no model sees. */
export type Market = Pick<Policy, 'beliefs' | 'priors' | 'responseNoise' | 'silence'>;

type Triple = [low: number, mode: number, high: number];

/** How far a strange market is from the defaults: largest factor either way of all bands of a field, of each band beside that, of a triple's width, of a band's frequency, of the noise. */
const FIELD_FACTOR = 2;
const BAND_FACTOR = 1.4;
const WIDTH_FACTOR = 1.4;
const FREQUENCY_FACTOR = 3;
const NOISE_FACTOR = 2;

/** Customers as the defaults assume them. */
export const assumedMarket: Market = {
  beliefs: defaultPolicy.beliefs,
  priors: defaultPolicy.priors,
  responseNoise: defaultPolicy.responseNoise,
  silence: defaultPolicy.silence,
};

/** Customers unlike the defaults, each market in its own way. */
export function strangeMarket(random: () => number): Market {
  const factor = (most: number) => most ** (2 * random() - 1);
  const triples = <Bands extends Readonly<Record<string, Triple>>>(bands: Bands): Bands => {
    const all = factor(FIELD_FACTOR);
    return Object.fromEntries(
      Object.entries(bands).map(([band, [low, mode, high]]) => {
        const size = all * factor(BAND_FACTOR);
        const width = factor(WIDTH_FACTOR);
        return [
          band,
          [Math.max(0, mode - (mode - low) * width) * size, mode * size, (mode + (high - mode) * width) * size],
        ];
      }),
    ) as Bands;
  };
  const frequencies = <Bands extends Readonly<Record<string, number>>>(bands: Bands): Bands =>
    Object.fromEntries(Object.entries(bands).map(([band, share]) => [band, share * factor(FREQUENCY_FACTOR)])) as Bands;
  const { beliefs, priors, responseNoise, silence } = assumedMarket;
  return {
    beliefs: {
      ...beliefs,
      cashPosition: triples(beliefs.cashPosition),
      termsImportance: triples(beliefs.termsImportance),
      urgency: triples(beliefs.urgency),
    },
    priors: {
      cashPosition: frequencies(priors.cashPosition),
      termsImportance: frequencies(priors.termsImportance),
      urgency: frequencies(priors.urgency),
    },
    responseNoise: responseNoise * factor(NOISE_FACTOR),
    silence,
  };
}
