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

/** Deals over all bands, unknown answers, forecasts, common terms and lead times, in a seller's account with a backlog. */
export function mixedDeals(count: number): ResolvedInput[] {
  const random = seeded(20_261_123);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const maybe = <T>(values: readonly T[]): T | null => (random() < 0.3 ? null : pick(values));
  const policy = { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: 250_000 } };
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    deal: {
      amount: Math.round(2_000 + random() * 200_000),
      grossMargin: 0.2 + random() * 0.4,
      leadTimeDays: pick([5, 14, 28, 42, 56, 70]),
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
    },
    policy,
  }));
}
