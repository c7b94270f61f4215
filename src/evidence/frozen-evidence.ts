import type { Evidence } from './evidence-schema.ts';

/** What an offer was made on: later lines, quotes and invoices hold the outcome of the trade, not what it started from. */
const frozen = ['grossMargin', 'paymentPlan', 'lineAmount'] as const;

/**
 * Evidence of a deal whose terms are on offer or agreed: its own terms, cost and amount stay as the first offer found them, or did not find them.
 *
 * @param stored - with the score the offer was made on
 * @param found - now
 */
export function withFrozenTerms(stored: Evidence, found: Evidence): Evidence {
  const kept = Object.fromEntries(frozen.flatMap((name) => (stored[name] === undefined ? [] : [[name, stored[name]]])));
  const others = Object.entries(found).filter(([name]) => !frozen.some((one) => one === name));
  const isFrozen = (name: string) => frozen.some((one) => one === name);
  return {
    ...Object.fromEntries(others),
    ...kept,
    thin: [...stored.thin.filter(({ name }) => isFrozen(name)), ...found.thin.filter(({ name }) => !isFrozen(name))],
    missing: found.missing,
  };
}
