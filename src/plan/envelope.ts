import type { PlanOption } from './options.ts';

/** A deal's choice as the price of a currency-day rises: `null` leaves the deal as it is. */
export type Choice = PlanOption | null;

/** From this price on, `choice` is the best; until the next step. */
export type EnvelopeStep = { readonly from: number; readonly choice: Choice };

/** Expected gain of a choice at the bank rate. */
export function gainOf(choice: Choice): number {
  return choice?.expectedGain ?? 0;
}

/** Expected currency-days a choice releases. */
export function cashOf(choice: Choice): number {
  return choice?.expectedCashDays ?? 0;
}

/**
 * The upper envelope of a deal's choices as lines `gain + price · cash` over prices from 0 up: which is best at each price.
 * Cash rises from step to step.
 *
 * @param choices - as `undominated` leaves them: most cash first, no two with the same
 * @returns at least one step, the first from 0
 */
export function envelope(choices: readonly Choice[]): EnvelopeStep[] {
  const steps: { from: number; choice: Choice }[] = [];
  for (let place = choices.length - 1; place >= 0; place -= 1) {
    const line = choices[place] as Choice;
    const last = steps.at(-1);
    if (last && cashOf(last.choice) === cashOf(line)) continue;
    let from = -Infinity;
    while (steps.length > 0) {
      const top = steps[steps.length - 1] as EnvelopeStep;
      from = (gainOf(top.choice) - gainOf(line)) / (cashOf(line) - cashOf(top.choice));
      if (from > top.from) break;
      steps.pop();
      from = -Infinity;
    }
    steps.push({ from, choice: line });
  }
  const start = steps.findLastIndex(({ from }) => from <= 0);
  return steps.slice(Math.max(0, start)).map(({ from, choice }, index) => ({ from: index === 0 ? 0 : from, choice }));
}
