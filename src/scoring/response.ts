import type { Situation } from './situation.ts';
import { SAME_GAIN } from '../vocabulary/tolerance.ts';

/** How a customer's gain becomes the chance of a yes: both in money. */
export type ResponseCurve = {
  /** Smallest gain the customer would bother for. */
  readonly materialGain: number;
  /** Scale of the logit: how much of the decision is not in the model; 0 is a sharp threshold. */
  readonly noise: number;
  /** Amounts closer than this are the same. */
  readonly tolerance: number;
};

/** The curve of a customer's response on a deal of this amount. */
export function responseCurve({ policy, amount }: Pick<Situation, 'policy' | 'amount'>): ResponseCurve {
  return {
    materialGain: policy.materialGain.customer * amount,
    noise: policy.responseNoise * amount,
    tolerance: SAME_GAIN * amount,
  };
}

/**
 * Chance that an open customer agrees to an offer it gains `gain` by (docs/model.md section 7).
 *
 * @source logit: McFadden 1974, Conditional logit analysis of qualitative choice behavior
 */
export function agreementChance(gain: number, { materialGain, noise, tolerance }: ResponseCurve): number {
  if (noise === 0) return gain >= materialGain - tolerance ? 1 : 0;
  return 1 / (1 + Math.exp(-(gain - materialGain) / noise));
}
