import type { Policy } from '../policy/index.ts';
import type { DealAnswers } from './answer-likelihood.ts';
import { logLikelihoodOf } from './answer-likelihood.ts';
import type { Learnable } from './learnables.ts';
import { scaledPolicy } from './learnables.ts';
import { solveSymmetric } from './solve-symmetric.ts';

/** Steps below this move no size by a tenth of a percent. */
const SETTLED = 1e-3;
const MOST_ROUNDS = 40;
const MOST_HALVINGS = 10;
/** Of a derivative taken by difference. */
const NUDGE = 1e-4;

/**
 * Sizes of beliefs that answers make most likely, drawn toward what was believed before: the mode of a hierarchical model. A customer's values come from its
 * band's triple; the logarithm of a triple's size is the sum of its field's and its own, each normal around 0 (partial pooling: a band with few answers moves
 * with its field); the values are summed out (empirical Bayes). Found by Newton steps with the outer product of the deals' gradients in place of the
 * curvature, halved while they lead down.
 *
 * @param deals - answers by deal
 * @param policy - before any answer
 * @returns natural logarithm of each learnable's factor, 0 where answers say nothing
 * @source shrinkage and its estimation: Efron and Morris 1975, JASA 70; hierarchical models and their modes: Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., ch. 5
 * and 13; the steps: Berndt, Hall, Hall and Hausman 1974, Annals of Economic and Social Measurement 3(4)
 */
export function fittedSizes(deals: readonly DealAnswers[], policy: Policy, learnables: readonly Learnable[]): number[] {
  let sizes = learnables.map(() => 0);
  let height = logPosterior(deals, policy, learnables, sizes);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let step = newtonStep(deals, policy, learnables, sizes);
    for (let halving = 0; ; halving += 1) {
      const next = sizes.map((size, index) => size + (step[index] as number));
      const nextHeight = logPosterior(deals, policy, learnables, next);
      if (nextHeight >= height) {
        sizes = next;
        height = nextHeight;
        break;
      }
      if (halving === MOST_HALVINGS) return sizes;
      step = step.map((part) => part / 2);
    }
    if (Math.max(...step.map(Math.abs)) < SETTLED) break;
  }
  return sizes;
}

function logPosterior(
  deals: readonly DealAnswers[],
  policy: Policy,
  learnables: readonly Learnable[],
  sizes: readonly number[],
): number {
  const supposed = scaledPolicy(policy, learnables, sizes);
  const prior = learnables.reduce(
    (sum, { logDeviation }, index) => sum - ((sizes[index] as number) / logDeviation) ** 2 / 2,
    0,
  );
  return deals.reduce((sum, answers) => sum + logLikelihoodOf(answers, supposed), prior);
}

function newtonStep(
  deals: readonly DealAnswers[],
  policy: Policy,
  learnables: readonly Learnable[],
  sizes: readonly number[],
): number[] {
  const supposed = scaledPolicy(policy, learnables, sizes);
  const nudged = learnables.map((learnable) => scaledPolicy(supposed, [learnable], [NUDGE]));
  const precisions = learnables.map(({ logDeviation }) => 1 / logDeviation ** 2);
  const gradient = precisions.map((precision, index) => -(sizes[index] as number) * precision);
  const curvature = precisions.map((precision, row) => precisions.map((_, column) => (row === column ? precision : 0)));
  for (const answers of deals) {
    const here = logLikelihoodOf(answers, supposed);
    const slopes = learnables.map((learnable, index) =>
      concerns(learnable, answers) ? (logLikelihoodOf(answers, nudged[index] as Policy) - here) / NUDGE : 0,
    );
    slopes.forEach((slope, row) => {
      gradient[row] = (gradient[row] as number) + slope;
      const line = curvature[row] as number[];
      slopes.forEach((other, column) => {
        line[column] = (line[column] as number) + slope * other;
      });
    });
  }
  return solveSymmetric(curvature, gradient);
}

/** Whether what is believed of a deal's customer rests on a learnable. */
function concerns(learnable: Learnable, [{ offered }]: DealAnswers): boolean {
  if (learnable.setting === 'responseNoise') return true;
  const { band } = offered.situation.known[learnable.field];
  return band === null || learnable.bands.includes(band);
}
