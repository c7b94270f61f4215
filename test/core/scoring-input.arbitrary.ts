import fc from 'fast-check';
import { cashPositions, forecasts, relationships, termsImportances, urgencies } from '@deal-terms/core/scoring';

/** In millionths: figures people type, among which ties are ties and no matter of the last bit. */
const fraction = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1_000_000 }).map((part) => min + ((max - min) * part) / 1_000_000);
const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.option(fc.constantFrom(...values), { nil: null });

/** Payment plans of one to three tranches whose shares sum to 1. */
export const paymentPlans = fc
  .array(
    fc.record({
      part: fc.integer({ min: 1, max: 10 }),
      anchor: fc.constantFrom('order' as const, 'delivery' as const),
      days: fc.integer({ min: -60, max: 120 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((tranches) => {
    const total = tranches.reduce((sum, { part }) => sum + part, 0);
    return tranches.map(({ part, anchor, days }) => ({ share: part / total, anchor, days }));
  });

const customers = fc.record({
  cashPosition: maybe(cashPositions),
  termsImportance: maybe(termsImportances),
  urgency: maybe(urgencies),
  neededInDays: fc.option(fc.integer({ min: -10, max: 90 }), { nil: null }),
  relationship: maybe(relationships),
  forecast: maybe(forecasts),
  constraints: fc.subarray(['no_prepayment', 'no_shorter_terms'] as const).map((some) => [...some]),
  daysBeyondTerms: fc.option(fc.integer({ min: 0, max: 45 }), { nil: null }),
  stated: fc.option(
    fc.record({
      costOfCash: fc.option(fraction(0, 0.4), { nil: null }),
      lossPerDay: fc.option(fraction(0, 500), { nil: null }),
    }),
    { nil: null },
  ),
});

/** What customers may have answered, mostly to terms a usual policy would offer. */
const answers = (leadTimeDays: number) =>
  fc.array(
    fc.record({
      payments: fc.oneof(
        fc.constantFrom(0, 14, -30).map((days) => [{ share: 1, anchor: 'delivery' as const, days }]),
        paymentPlans,
      ),
      leadTimeDays: fc.constantFrom(leadTimeDays, Math.max(0, leadTimeDays - 7), Math.max(0, leadTimeDays - 21)),
      forecast: fc.boolean(),
      discount: fc.oneof(fc.constantFrom(-0.02, 0, 0.005, 0.01, 0.02, 0.05), fraction(-0.1, 0.2)),
      said: fc.constantFrom('yes' as const, 'more' as const, 'no' as const),
    }),
    { maxLength: 4 },
  );

/** Belief triples low ≤ mode ≤ high, points among them. */
const triples = (max: number): fc.Arbitrary<[number, number, number]> =>
  fc
    .tuple(fraction(0, max), fc.oneof(fc.constant(0), fraction(0, max)), fc.oneof(fc.constant(0), fraction(0, max)))
    .map(([low, toMode, toHigh]) => [low, low + toMode, low + toMode + toHigh]);

/** Weights of bands; `surely` always counts, so that something is left where the need date rules a band out. */
const priors = <Band extends string>(bands: readonly Band[], surely: Band): fc.Arbitrary<Record<Band, number>> =>
  fc
    .array(fc.oneof(fc.constant(0), fraction(0, 1)), { minLength: bands.length, maxLength: bands.length })
    .map(
      (weights) =>
        Object.fromEntries(
          bands.map((band, index) => [band, (weights[index] ?? 0) + (band === surely ? 0.1 : 0)]),
        ) as Record<Band, number>,
    );

const paymentOptions = fc
  .array(
    fc.oneof(
      paymentPlans.map((payments) => ({ payments })),
      fc.integer({ min: 0, max: 60 }).map((balanceDays) => ({ balanceDays })),
    ),
    { maxLength: 5 },
  )
  .map((options) => options.map((option, index) => ({ id: `option_${index}`, ...option })));

const beliefs = fc.record(
  {
    cashPosition: fc.record({ strained: triples(0.4), balanced: triples(0.1) }),
    termsImportance: fc.record({ policy: triples(0.5), standard_clause: triples(0.05) }),
    urgency: fc.record({ none: triples(0.001), critical: triples(0.02) }),
    defaultHazard: fc.record({ tight: fraction(0, 0.1), unknown: fraction(0, 0.1) }),
    termsFriction: fc.record({ preference: fraction(0, 0.01), unknown: fraction(0, 0.01) }),
    prepaymentRisk: fc.record({ new: fraction(0, 0.1), unknown: fraction(0, 0.1) }),
  },
  { requiredKeys: [] },
);

const policies = fc.record(
  {
    borrowingRate: fraction(0, 0.4),
    priceOfCash: fc.option(fraction(0, 1), { nil: null }),
    factoring: fc.option(fc.record({ monthlyFee: fraction(0, 0.05), advance: fraction(0, 1) }), { nil: null }),
    backlog: fc.record({
      unfundedCost: fraction(0, 500_000),
      contributionMargin: fraction(0, 0.5),
      cycleDays: fc.integer({ min: 20, max: 365 }),
      certainty: fraction(0, 1),
    }),
    supplierPaymentDay: fc.integer({ min: -30, max: 60 }),
    expedite: fc.record(
      {
        fixedCost: fraction(0, 2000),
        costPerDay: fraction(0, 0.01),
        minLeadTimeDays: fc.integer({ min: 0, max: 30 }),
        daysSaved: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
    forecast: fc.record({ costSaving: fraction(0, 0.2), customerEffort: fraction(0, 0.01) }),
    materialGain: fc.record({
      seller: fraction(0, 0.02),
      sellerMoney: fraction(0, 300),
      customer: fraction(0, 0.02),
    }),
    urgencyHorizonDays: fc.integer({ min: 0, max: 60 }),
    paymentOptions,
    beliefs,
    priors: fc.record(
      {
        cashPosition: priors(cashPositions, 'tight'),
        termsImportance: priors(termsImportances, 'policy'),
        urgency: priors(urgencies, 'some'),
      },
      { requiredKeys: [] },
    ),
    discount: fc.record(
      {
        max: fraction(0, 0.3),
        maxPremium: fraction(0, 0.1),
        step: fc.constantFrom(0.0025, 0.005, 0.01),
        keepOfMargin: fraction(0, 1),
      },
      { requiredKeys: [] },
    ),
    // So small a noise leaves the range of a number before it leaves the grid.
    responseNoise: fc.constantFrom(0, 0.0001, 0.003, 0.01, 0.05),
    silence: fc.constantFrom(0, 0.1, 0.5),
    refusalCost: fc.constantFrom(0, 0.001, 0.02),
    statedSpread: fc.constantFrom(0, 0.3, 0.9),
    worthAsking: fc.constantFrom(0, 0.0005, 0.01),
    customerBargainingPower: fc.constantFrom(0, 0.3, 0.5, 1),
    minAcceptance: fraction(0, 1),
    allowLongerTerms: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Scoring inputs over all bands, unknowns, plans, answers and policies. */
export const scoringInputs = fc
  .record({
    id: fc.string(),
    deal: fc.record({
      amount: fraction(500, 1_000_000),
      grossMargin: fraction(0.05, 0.9),
      leadTimeDays: fc.integer({ min: 0, max: 90 }),
      payments: paymentPlans,
    }),
    customer: customers,
    policy: policies,
  })
  .chain((input) =>
    answers(input.deal.leadTimeDays).map((said) => ({ ...input, customer: { ...input.customer, answers: said } })),
  );
