import { cashPositions, forecasts, relationships, termsImportances, urgencies } from '@deal-terms/core/scoring';
import type { ResolvedInput } from '@deal-terms/core/scoring';
import { defaultPolicy } from '@deal-terms/core/policy';

/** A small generator of numbers in [0, 1), the same at every run (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Figures stated by one in ten, answers to up to three offers by one in five. */
const SHARE_STATED = 0.1;
const SHARE_ANSWERED = 0.2;

/**
 * Deals over all bands, unknown answers, forecasts, common terms and lead times, in a seller's account with a backlog.
 *
 * @param answers - of each deal, in place of the usual few
 */
export function mixedDeals(count: number, answers: number | null = null): ResolvedInput[] {
  const random = seeded(20_261_123);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const maybe = <T>(values: readonly T[]): T | null => (random() < 0.3 ? null : pick(values));
  const policy = { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: 250_000 } };
  const stated = () => (random() < SHARE_STATED ? { costOfCash: random() * 0.2, lossPerDay: random() * 100 } : null);
  const answer = (leadTimeDays: number) => ({
    payments: [{ share: 1, anchor: 'delivery' as const, days: pick([-30, 0, 14, 30]) }],
    leadTimeDays: Math.max(0, leadTimeDays - pick([0, 0, 7, 14, 21])),
    forecast: random() < 0.3,
    discount: pick([-0.01, 0, 0.01, 0.02, 0.03, 0.05]),
    said: pick(['yes', 'more', 'more', 'no', 'no'] as const),
  });
  return Array.from({ length: count }, (_, index) => {
    const leadTimeDays = pick([5, 14, 28, 42, 56, 70]);
    const said = answers ?? (random() < SHARE_ANSWERED ? pick([1, 2, 3]) : 0);
    return {
      id: String(index),
      deal: {
        amount: Math.round(2_000 + random() * 200_000),
        grossMargin: 0.2 + random() * 0.4,
        leadTimeDays,
        payments: [{ share: 1, anchor: 'delivery' as const, days: pick([0, 14, 30, 45, 60, 90, 120]) }],
      },
      customer: {
        cashPosition: maybe(cashPositions),
        termsImportance: maybe(termsImportances),
        urgency: maybe(urgencies),
        relationship: maybe(relationships),
        forecast: maybe(forecasts),
        neededInDays: random() < 0.5 ? null : Math.round(random() * 70),
        daysBeyondTerms: random() < 0.5 ? null : Math.round(random() * 20),
        stated: stated(),
        answers: Array.from({ length: said }, () => answer(leadTimeDays)),
      },
      policy,
    };
  });
}
