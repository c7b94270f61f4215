import type { Field } from './bands.ts';
import { bandsOf } from './bands.ts';
import type { CustomerValues } from './gains.ts';
import type { Situation } from './situation.ts';
import type { Triangle } from './triangle.ts';
import { triangleQuantile } from './triangle.ts';

/** Five equally likely values stand for the triangle of a known band (model section 6). */
const QUANTILES = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** Possible values of one uncertain field with their weights (above 0, summing to 1), and its centre. */
export type Belief = {
  readonly values: readonly number[];
  readonly weights: readonly number[];
  /** The mode of a known band, the weighted mean of an unknown one. */
  readonly centre: number;
};

/** What is believed of the three uncertain fields. */
export type Beliefs = { readonly [F in Field]: Belief };

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function beliefOf(field: Field, situation: Situation): Belief {
  const triangles: Readonly<Record<string, Triangle>> = situation.policy.beliefs[field];
  const known = situation.answers[field];
  if (known !== null) {
    const triangle = triangles[known] as Triangle;
    // Five equal values are one.
    if (triangle[2] <= triangle[0]) return { values: [triangle[0]], weights: [1], centre: triangle[1] };
    return {
      values: QUANTILES.map((probability) => triangleQuantile(triangle, probability)),
      weights: QUANTILES.map(() => 1 / QUANTILES.length),
      centre: triangle[1],
    };
  }
  const priors: Readonly<Record<string, number>> = situation.policy.priors[field];
  const bands: readonly string[] = bandsOf[field];
  const common = bands.map((band) => priors[band] ?? 0);
  const late =
    field === 'urgency' && situation.lateToday
      ? common.map((weight, index) => (bands[index] === 'none' ? 0 : weight))
      : common;
  // A policy that holds nothing but "none" possible is taken at its word.
  const prior = sumOf(late) > 0 ? late : common;
  const total = sumOf(prior);
  const possible = bands
    .map((band, index) => ({
      value: triangleQuantile(triangles[band] as Triangle, 0.5),
      weight: (prior[index] ?? 0) / total,
    }))
    .filter(({ weight }) => weight > 0);
  return {
    values: possible.map(({ value }) => value),
    weights: possible.map(({ weight }) => weight),
    centre: sumOf(possible.map(({ value, weight }) => value * weight)),
  };
}

/** Beliefs about a customer from what is known of it and the policy's priors (model section 6). */
export function beliefsOf(situation: Situation): Beliefs {
  return {
    cashPosition: beliefOf('cashPosition', situation),
    termsImportance: beliefOf('termsImportance', situation),
    urgency: beliefOf('urgency', situation),
  };
}

/** The customer at the centre of the beliefs. */
export function centreOf(beliefs: Beliefs): CustomerValues {
  return {
    annualRate: beliefs.cashPosition.centre,
    termsWeight: beliefs.termsImportance.centre,
    lossPerDay: beliefs.urgency.centre,
  };
}
