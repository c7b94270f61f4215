import { chancesAt } from './responses.ts';
import type { Responses } from './responses.ts';
import type { Scratch } from './scratch.ts';
import type { Weighting } from './weighting.ts';
import { weightingOf } from './weighting.ts';

/**
 * Weights of the open customers times their chances of a yes to a package at one discount: who they would be after that yes,
 * not yet divided by its chance (docs/model.md section 7, trial question).
 *
 * @param responses - to that package
 */
export function weightsOfYes(scratch: Scratch, open: Weighting, responses: Responses, discount: number): Weighting {
  const { nCash, nTerms, nSpeed } = open.shape;
  const { shape } = responses;
  const chances = chancesAt(scratch, responses, discount);
  const weights = new Float64Array(nCash * nTerms * nSpeed);
  for (let i = 0, n = 0; i < nCash; i += 1)
    for (let j = 0; j < nTerms; j += 1)
      for (let k = 0; k < nSpeed; k += 1, n += 1) {
        const place = (i * shape.nTerms + (shape.nTerms === 1 ? 0 : j)) * shape.nSpeed + (shape.nSpeed === 1 ? 0 : k);
        weights[n] = (open.weights[n] as number) * (chances[place] as number);
      }
  return weightingOf(weights, open.shape);
}
