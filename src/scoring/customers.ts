import { forceOfInterest } from './discounting.ts';
import type { CustomerSide, CustomerValues } from './gains.ts';
import { customerGainOf, customerSideOf, gainAt } from './gains.ts';
import type { Answer } from './input.ts';
import { agreementChance, responseCurve } from './response.ts';
import type { Situation } from './situation.ts';
import { termsOf } from './terms.ts';
import { NO_WEIGHT } from '../vocabulary/tolerance.ts';
import type { Beliefs } from './uncertainty.ts';
import { beliefsOf } from './uncertainty.ts';

/**
 * Everyone the customer may be: all combinations of the values of cash position, importance of terms and urgency, each once
 * open to a trade and once closed to all of them (docs/model.md section 6, nodes). Customer n = (i · nTerms + j) · nSpeed + k
 * has value i of the cash position, j of the importance and k of the urgency.
 */
export type Customers = {
  readonly beliefs: Beliefs;
  /** Forces of interest of the values of the cash position. */
  readonly forces: readonly number[];
  /** How likely each is, open and closed: together they sum to 1. */
  readonly open: readonly number[];
  readonly closed: readonly number[];
  /** Whether nothing was learnt from answers, so that the three fields are still independent. */
  readonly areIndependent: boolean;
  /** Whether the answers contradict what is known: nobody we can think of would have given them. */
  readonly contradicted: boolean;
  /** Means of the values over all. */
  readonly centre: CustomerValues;
  /** The same means as a force of interest. */
  readonly centreForce: number;
};

type Weights = { readonly open: readonly number[]; readonly closed: readonly number[] };

/** Calls `visit` with every customer's place and values, in the order of their numbers. */
function forEachCustomer(
  { cashPosition, termsImportance, urgency }: Beliefs,
  visit: (n: number, rateIndex: number, reluctanceIndex: number, lossIndex: number) => void,
): void {
  let n = 0;
  for (let i = 0; i < cashPosition.values.length; i += 1)
    for (let j = 0; j < termsImportance.values.length; j += 1)
      for (let k = 0; k < urgency.values.length; k += 1, n += 1) visit(n, i, j, k);
}

/** How likely each customer is before it has answered anything (docs/model.md section 6). */
export function priorWeights(beliefs: Beliefs, silence: number): Weights {
  const open: number[] = [];
  const closed: number[] = [];
  const { cashPosition, termsImportance, urgency } = beliefs;
  forEachCustomer(beliefs, (_, i, j, k) => {
    const weight = (cashPosition.weights[i] ?? 0) * (termsImportance.weights[j] ?? 0) * (urgency.weights[k] ?? 0);
    open.push(weight * (1 - silence));
    closed.push(weight * silence);
  });
  return { open, closed };
}

/** Chances of a yes of every customer, were it open, to terms at a discount (docs/model.md section 7). */
export function chancesOfYes(
  side: CustomerSide,
  discount: number,
  { beliefs, forces }: Pick<Customers, 'beliefs' | 'forces'>,
  situation: Pick<Situation, 'policy' | 'amount'>,
): number[] {
  const curve = responseCurve(situation);
  const prices = forces.map(side.priceAt);
  const chances: number[] = [];
  forEachCustomer(beliefs, (_, i, j, k) => {
    const values = {
      reluctance: beliefs.termsImportance.values[j] ?? 0,
      lossPerDay: beliefs.urgency.values[k] ?? 0,
    };
    chances.push(agreementChance(gainAt(customerGainOf(side, prices[i] ?? side.priceAt(0), values), discount), curve));
  });
  return chances;
}

function heard({ open, closed }: Weights, { said }: Answer, yes: readonly number[]): Weights | null {
  const newOpen = open.map((weight, n) => weight * (said === 'yes' ? (yes[n] ?? 0) : 1 - (yes[n] ?? 0)));
  // A yes, and a wish for more, come from nobody who is closed.
  const newClosed = said === 'no' ? closed : closed.map(() => 0);
  const total = [...newOpen, ...newClosed].reduce((sum, weight) => sum + weight, 0);
  if (total <= NO_WEIGHT) return null;
  return { open: newOpen.map((weight) => weight / total), closed: newClosed.map((weight) => weight / total) };
}

/** Weights once the answers have been heard, oldest first; null when they contradict what is known (docs/model.md section 6). */
function weightsAfter(
  prior: Weights,
  known: Pick<Customers, 'beliefs' | 'forces'>,
  situation: Situation,
): Weights | null {
  let weights: Weights | null = prior;
  for (const answer of situation.answers) {
    const terms = termsOf(answer.payments, answer.leadTimeDays, answer.forecast, situation);
    const yes = chancesOfYes(customerSideOf(terms, situation), answer.discount, known, situation);
    weights = heard(weights, answer, yes);
    if (weights === null) return null;
  }
  return weights;
}

/** Who the customer may be, given what is known of it and what it has answered (docs/model.md section 6). */
export function customersOf(situation: Situation): Customers {
  const beliefs = beliefsOf(situation);
  const forces = beliefs.cashPosition.values.map(forceOfInterest);
  const prior = priorWeights(beliefs, situation.policy.silence);
  const after = weightsAfter(prior, { beliefs, forces }, situation);
  const weights = after ?? prior;
  const centre = { annualRate: 0, reluctance: 0, lossPerDay: 0 };
  forEachCustomer(beliefs, (n, i, j, k) => {
    const weight = (weights.open[n] ?? 0) + (weights.closed[n] ?? 0);
    centre.annualRate += weight * (beliefs.cashPosition.values[i] ?? 0);
    centre.reluctance += weight * (beliefs.termsImportance.values[j] ?? 0);
    centre.lossPerDay += weight * (beliefs.urgency.values[k] ?? 0);
  });
  return {
    beliefs,
    forces,
    ...weights,
    areIndependent: weights === prior,
    contradicted: after === null,
    centre,
    centreForce: forceOfInterest(centre.annualRate),
  };
}
