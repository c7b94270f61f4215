import type { Evaluation, Staked } from './evaluation.ts';
import { acceptanceAt, discountAt, refusalCostOf, sellerGainAt, valueAt } from './evaluation.ts';
import { weightsOfYes } from './fast/joint.ts';
import { acceptanceOf } from './fast/responses.ts';
import { weightsIn } from './fast/weighting.ts';
import { gainAt } from './gains.ts';
import { bestTimesWeight } from './information.ts';
import type { Audience } from './prospect.ts';
import { isRefused } from './prospect.ts';
import type { Situation } from './situation.ts';
import { SAME_GAIN } from '../vocabulary/tolerance.ts';

/** Candidates for a trial question that are looked at closely (docs/model.md section 7). */
const CANDIDATES = 3;

/** A question that a yes or no answers: "if we took 2 % off, would you pay on delivery?" (docs/model.md section 7). */
export type TrialQuestion = {
  readonly packageId: string;
  readonly discount: number;
  /** Of a yes. */
  readonly chance: number;
  /** What the answer is worth to us, money. */
  readonly value: number;
};

type Candidate = { readonly evaluation: Evaluation; readonly place: number; readonly value: number };

/** Of each payment option the candidate with the highest value, in the order met; of these the three with the highest. */
function candidatesOf(evaluations: readonly Evaluation[], situation: Situation): Candidate[] {
  const tolerance = SAME_GAIN * situation.amount;
  const byOption = new Map<string, Candidate>();
  for (const evaluation of evaluations) {
    if (evaluation.agreed !== null) continue;
    const { prospect, offersFrom } = evaluation.reception;
    const { paymentOption } = prospect.package;
    for (let place = offersFrom; place < evaluation.count; place += 1) {
      if (isRefused(prospect.standing, discountAt(evaluation, place))) continue;
      const value = valueAt(evaluation, place, situation);
      const best = byOption.get(paymentOption);
      if (best === undefined || value > best.value + tolerance)
        byOption.set(paymentOption, { evaluation, place, value });
    }
  }
  return [...byOption.values()].sort((one, other) => other.value - one.value).slice(0, CANDIDATES);
}

/** Highest stakes after an answer, times its chance: Σ weight · q · (our gain and what a refusal would cost). */
type After = { readonly yes: number; readonly no: number };

/**
 * A candidate's package after its yes is agreed at its discount, and after its no refused up to it; all others are as they were.
 *
 * @param evaluations - those with most at stake first: what is found in them spares a look at most others
 */
function stakesAfter(
  candidate: Candidate,
  evaluations: readonly Staked[],
  refusalCost: number,
  { open, openWeight, scratch }: Audience,
): After {
  const chance = acceptanceAt(candidate.evaluation, candidate.place);
  const asked = candidate.evaluation.reception.responses;
  const ofYes = weightsOfYes(scratch, open, asked, discountAt(candidate.evaluation, candidate.place));
  // Nobody who is closed says yes, whatever is asked.
  const openRefusal = openWeight - chance;
  let yes = Math.max(0, chance * (sellerGainAt(candidate.evaluation, candidate.place) + refusalCost));
  let no = 0;
  for (const evaluation of evaluations) {
    if (evaluation.most <= yes && evaluation.most <= no) break;
    const { seller, reception, agreed } = evaluation;
    const isAsked = evaluation === candidate.evaluation;
    const weights = weightsIn(ofYes, reception.responses.shape);
    // Of those who say yes to a discount, fewer do to a lower one: what was found at the one before bounds what can be found here.
    let mostBoth = chance;
    let mostOther = openRefusal;
    for (let place = evaluation.count - 1; place >= (isAsked ? candidate.place + 1 : 0); place -= 1) {
      const discount = discountAt(evaluation, place);
      const stake = gainAt(seller, discount) + refusalCost;
      const acceptance = acceptanceAt(evaluation, place);
      const mayRaiseYes = !isAsked && Math.min(acceptance, mostBoth) * stake > yes;
      if (!mayRaiseYes && Math.min(acceptance, mostOther) * stake <= no) continue;
      const both = agreed === null ? acceptanceOf(scratch, reception.responses, weights, discount) : chance;
      mostBoth = both;
      mostOther = acceptance - both;
      if (!isAsked) yes = Math.max(yes, both * stake);
      no = Math.max(no, mostOther * stake);
    }
  }
  return { yes, no };
}

/**
 * The trial question worth most, or null when none is worth more than rounding (docs/model.md section 7).
 *
 * @param now - what the best offer brings before anything is asked, money
 * @source expected value of sample information: Raiffa and Schlaifer 1961, Applied Statistical Decision Theory
 */
export function trialQuestion(
  evaluations: readonly Staked[],
  now: number,
  situation: Situation,
  audience: Audience,
): TrialQuestion | null {
  const tolerance = SAME_GAIN * situation.amount;
  const refusalCost = refusalCostOf(situation);
  const byStake = [...evaluations].sort((one, other) => other.most - one.most);
  let best: TrialQuestion | null = null;
  for (const candidate of candidatesOf(evaluations, situation)) {
    const { evaluation, place } = candidate;
    const chance = acceptanceAt(evaluation, place);
    const { yes, no } = stakesAfter(candidate, byStake, refusalCost, audience);
    const value = bestTimesWeight(yes, chance, refusalCost) + bestTimesWeight(no, 1 - chance, refusalCost) - now;
    if (value > (best?.value ?? 0) + tolerance)
      best = {
        packageId: evaluation.reception.prospect.package.id,
        discount: discountAt(evaluation, place),
        chance,
        value,
      };
  }
  return best;
}
