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
 * The upper envelope of a deal's options as lines `gain + price · cash` over prices from 0 up (with "as it is" the line 0):
 * which option is best at each price. Cash rises from step to step.
 *
 * @returns at least one step, the first from 0
 */
export function envelope(options: readonly PlanOption[]): EnvelopeStep[] {
  const lines: Choice[] = [null, ...options];
  lines.sort((one, other) => cashOf(one) - cashOf(other) || gainOf(other) - gainOf(one));
  const steps: { from: number; choice: Choice }[] = [];
  for (const line of lines) {
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
