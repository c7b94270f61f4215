import type { Policy } from '../policy/index.ts';
import { bandsOf, fields } from '../scoring/bands.ts';
import type { Field } from '../scoring/bands.ts';
import type { Triangle } from '../scoring/triangle.ts';

/** A belief of the policy whose size is learnt: a band's triple, or the response noise. A triple keeps its shape: low and high move with the mode. */
export type Learnable = { readonly setting: 'beliefs'; readonly field: Field; readonly band: string } | { readonly setting: 'responseNoise' };

export const learnables: readonly Learnable[] = [
  ...fields.flatMap((field) => bandsOf[field].map((band) => ({ setting: 'beliefs', field, band }) as const)),
  { setting: 'responseNoise' },
];

/** The figures of a learnable: low, mode and high, or the noise alone. */
export function figuresOf(policy: Policy, learnable: Learnable): readonly number[] {
  if (learnable.setting === 'responseNoise') return [policy.responseNoise];
  const triples: Readonly<Record<string, Triangle>> = policy.beliefs[learnable.field];
  return triples[learnable.band] as Triangle;
}

/** A policy with the figures of a learnable replaced. */
export function withFigures(policy: Policy, learnable: Learnable, figures: readonly number[]): Policy {
  if (learnable.setting === 'responseNoise') return { ...policy, responseNoise: figures[0] as number };
  const { field, band } = learnable;
  return { ...policy, beliefs: { ...policy.beliefs, [field]: { ...policy.beliefs[field], [band]: figures } } };
}

/**
 * A policy with learnables scaled.
 *
 * @param logFactors - natural logarithm of each one's factor
 */
export function scaledPolicy(policy: Policy, some: readonly Learnable[], logFactors: readonly number[]): Policy {
  return some.reduce((scaled, learnable, index) => withFigures(scaled, learnable, figuresOf(scaled, learnable).map((figure) => figure * Math.exp(logFactors[index] as number))), policy);
}
