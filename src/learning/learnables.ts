import type { Policy } from '../policy/index.ts';
import { bandsOf } from '../vocabulary/bands.ts';
import type { Field } from '../vocabulary/bands.ts';
import type { Triangle } from '../scoring/triangle.ts';

/**
 * A size that is learnt: of all triples of a field together, of one band's beside that, or of the response noise. Triples keep their shape, low and high move
 * with the mode. `logDeviation` is how far off the size may be before any answer, as standard deviation of its natural logarithm: the smaller, the more
 * answers it takes to move it.
 */
export type Learnable = { readonly logDeviation: number } & (
  | { readonly setting: 'beliefs'; readonly field: Field; readonly bands: readonly string[] }
  | { readonly setting: 'responseNoise' }
);

/** A field may be off by a factor of 1.5 either way, about the step from one default band to the next. What makes one band's cash dear makes all bands' dear: beside their field, bands differ less. */
const FIELD_DEVIATION = Math.log(1.5);
const BAND_DEVIATION = Math.log(1.25);
const NOISE_DEVIATION = Math.log(1.5);

/** Sizes of a field: its own, and each band's beside it. */
export function sizesOfField(field: Field): Learnable[] {
  const bands: readonly string[] = bandsOf[field];
  return [
    { setting: 'beliefs', field, bands, logDeviation: FIELD_DEVIATION },
    ...bands.map((band) => ({ setting: 'beliefs', field, bands: [band], logDeviation: BAND_DEVIATION }) as const),
  ];
}

export const sizeOfNoise: Learnable = { setting: 'responseNoise', logDeviation: NOISE_DEVIATION };

/** What a policy believes of a band. */
export function tripleOf(policy: Policy, field: Field, band: string): Triangle {
  const triples: Readonly<Record<string, Triangle>> = policy.beliefs[field];
  return triples[band] as Triangle;
}

/** A policy with the triples of a field's bands replaced. */
export function withTriples(
  policy: Policy,
  field: Field,
  bands: readonly string[],
  tripleFor: (band: string) => Triangle,
): Policy {
  const triples = Object.fromEntries(bands.map((band) => [band, tripleFor(band)]));
  return { ...policy, beliefs: { ...policy.beliefs, [field]: { ...policy.beliefs[field], ...triples } } };
}

/**
 * A policy with learnables scaled.
 *
 * @param logFactors - natural logarithm of each one's factor
 */
export function scaledPolicy(policy: Policy, learnables: readonly Learnable[], logFactors: readonly number[]): Policy {
  return learnables.reduce((scaled, learnable, index) => {
    const factor = Math.exp(logFactors[index] as number);
    if (learnable.setting === 'responseNoise') return { ...scaled, responseNoise: scaled.responseNoise * factor };
    const { field, bands } = learnable;
    return withTriples(scaled, field, bands, (band) => {
      const [low, mode, high] = tripleOf(scaled, field, band);
      return [low * factor, mode * factor, high * factor];
    });
  }, policy);
}
