import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScoringInput, scoreDeal } from '@deal-terms/core/scoring';
import { logLikelihoodOf } from '../../src/learning/answer-likelihood.ts';
import { offeredPackage } from '../../src/learning/offered-package.ts';
import { scoringInputs } from '../core/scoring-input.arbitrary.ts';

describe('logLikelihoodOf', () => {
  it('is the chance the score shows, adds up over answers, and knows that a customer answers twice', () => {
    fc.assert(
      fc.property(scoringInputs, (raw) => {
        // What was said before would count twice: once in the score, once in the likelihood.
        const parsed = parseScoringInput({ ...raw, customer: { ...raw.customer, answers: [] } });
        if (!parsed.ok) throw new Error(parsed.error.message);
        const { input } = parsed;
        for (const { packageId, discount, acceptance, openingDiscount } of scoreDeal(input).offers) {
          const offered = offeredPackage({ deal: input.deal, customer: input.customer ?? {}, packageId }, input.policy);
          if (offered === null) throw new Error(`${packageId} was offered`);
          const said = (agreed: boolean, at = discount) => ({ offered, discount: at, agreed });
          const chanceOf = (...answers: Parameters<typeof logLikelihoodOf>[0]) =>
            Math.exp(logLikelihoodOf(answers, input.policy));
          expect(chanceOf(said(true))).toBeCloseTo(acceptance, 9);
          expect(chanceOf(said(true)) + chanceOf(said(false))).toBeCloseTo(1, 9);
          expect(
            chanceOf(said(true), said(false, openingDiscount)) + chanceOf(said(true), said(true, openingDiscount)),
          ).toBeCloseTo(acceptance, 9);
          expect(chanceOf(said(true), said(true))).toBeGreaterThanOrEqual(acceptance ** 2 - 1e-12);
        }
      }),
      { numRuns: 100 },
    );
  });
});
