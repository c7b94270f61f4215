import type { Field } from '../vocabulary/bands.ts';
import { bandsOf } from '../vocabulary/bands.ts';
import type { Situation } from './situation.ts';
import type { Triangle } from './triangle.ts';
import { triangleQuantile } from './triangle.ts';

/** Five equally likely values stand for the triangle of a known field (docs/model.md section 6). */
const QUANTILES = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** Possible values of one uncertain field before the customer has answered anything, with their weights (above 0, summing to 1). */
export type Belief = { readonly values: readonly number[]; readonly weights: readonly number[] };

/** What is believed of the three uncertain fields. */
export type Beliefs = { readonly [F in Field]: Belief };

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function beliefInTriangle(triangle: Triangle): Belief {
  // Five equal values are one.
  if (triangle[2] <= triangle[0]) return { values: [triangle[0]], weights: [1] };
  return {
    values: QUANTILES.map((probability) => triangleQuantile(triangle, probability)),
    weights: QUANTILES.map(() => 1 / QUANTILES.length),
  };
}

/** One value for each band, as common as the priors say. */
function beliefInBands(field: Field, { policy, lateToday }: Situation): Belief {
  const triangles: Readonly<Record<string, Triangle>> = policy.beliefs[field];
  const priors: Readonly<Record<string, number>> = policy.priors[field];
  const bands: readonly string[] = bandsOf[field];
  const common = bands.map((band) => priors[band] ?? 0);
  const ofTheLate =
    field === 'urgency' && lateToday ? common.map((weight, index) => (bands[index] === 'none' ? 0 : weight)) : common;
  // A policy that holds nothing but "none" possible is taken at its word.
  const weights = sumOf(ofTheLate) > 0 ? ofTheLate : common;
  const total = sumOf(weights);
  const possible = bands.flatMap((band, index) => {
    const weight = (weights[index] ?? 0) / total;
    return weight > 0 ? [{ value: triangleQuantile(triangles[band] as Triangle, 0.5), weight }] : [];
  });
  return { values: possible.map(({ value }) => value), weights: possible.map(({ weight }) => weight) };
}

function beliefOf(field: Field, situation: Situation): Belief {
  const { figure, band } = situation.known[field];
  const { statedSpread, beliefs } = situation.policy;
  if (figure !== null) return beliefInTriangle([figure * (1 - statedSpread), figure, figure * (1 + statedSpread)]);
  if (band === null) return beliefInBands(field, situation);
  const triangles: Readonly<Record<string, Triangle>> = beliefs[field];
  return beliefInTriangle(triangles[band] as Triangle);
}

/** Beliefs about a customer from what is known of it and the policy's priors (docs/model.md section 6). */
export function beliefsOf(situation: Situation): Beliefs {
  return {
    cashPosition: beliefOf('cashPosition', situation),
    termsImportance: beliefOf('termsImportance', situation),
    urgency: beliefOf('urgency', situation),
  };
}
