import * as z from 'zod/mini';
import { AS_TODAY } from '../vocabulary/as-today.ts';
import { cashPositions, relationships, termsImportances, urgencies } from '../vocabulary/bands.ts';
import { stepsUpTo } from '../vocabulary/discount-steps.ts';
import { paymentPlanSchema } from '../vocabulary/payment-plan.ts';

/** Largest grid of discounts (docs/model.md section 2). */
const MAX_GRID_POINTS = 1000;

const atLeastZero = z.number().check(z.gte(0));
const aboveZero = z.number().check(z.gt(0));
const fraction = z.number().check(z.gte(0), z.lte(1));
const fractionBelowOne = z.number().check(z.gte(0), z.lt(1));
const triangle = z
  .tuple([atLeastZero, atLeastZero, atLeastZero])
  .check(z.refine(([low, mode, high]) => low <= mode && mode <= high, 'low ≤ mode ≤ high'));

/** An object with one entry for each name. */
function each<const Names extends readonly string[], Entry extends z.ZodMiniType>(names: Names, entry: Entry) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, entry])) as Record<Names[number], Entry>);
}

function priors<const Names extends readonly string[]>(names: Names) {
  return each(names, atLeastZero).check(
    z.refine(
      (weights) => Object.values(weights as Record<string, number>).some((weight) => weight > 0),
      'weights with a positive sum',
    ),
  );
}

const discountSchema = z
  .strictObject({ max: fractionBelowOne, maxPremium: atLeastZero, step: aboveZero, keepOfMargin: fraction })
  .check(
    z.refine(
      (discount) => {
        const { first, last } = stepsUpTo(discount.max, discount);
        return last - first + 1 <= MAX_GRID_POINTS;
      },
      { path: ['step'], error: `a step that makes at most ${MAX_GRID_POINTS} discounts between premium and maximum` },
    ),
  );

const optionId = z.string().check(
  z.minLength(1),
  z.refine((id) => id !== AS_TODAY, `an id other than ${AS_TODAY}`),
);
/** A payment option has a plan of its own, or moves the balance of the deal's (docs/model.md section 3). */
const paymentOptionSchema = z
  .strictObject({
    id: optionId,
    payments: z.exactOptional(paymentPlanSchema),
    balanceDays: z.exactOptional(atLeastZero),
  })
  .check(
    z.refine(
      ({ payments, balanceDays }) => (payments === undefined) !== (balanceDays === undefined),
      'either payments or balanceDays',
    ),
  );
const paymentOptionsSchema = z.array(paymentOptionSchema).check(({ value: options, issues }) => {
  const seen = new Set<string>();
  const repeated = options.findIndex(({ id }) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated;
  });
  if (repeated >= 0)
    issues.push({ code: 'custom', input: options, path: [repeated, 'id'], message: 'an id no option before it has' });
});

const backlogSchema = z.strictObject({
  unfundedCost: atLeastZero,
  contributionMargin: fractionBelowOne,
  cycleDays: aboveZero,
  certainty: fraction,
});
const expediteSchema = z.strictObject({
  fixedCost: atLeastZero,
  costPerDay: atLeastZero,
  minLeadTimeDays: atLeastZero,
  daysSaved: z.array(aboveZero),
});
const forecastSchema = z.strictObject({ costSaving: fractionBelowOne, customerEffort: atLeastZero });
const factoringSchema = z.strictObject({ monthlyFee: atLeastZero, advance: fraction });
const materialGainSchema = z.strictObject({ seller: atLeastZero, sellerMoney: atLeastZero, customer: atLeastZero });
const beliefsSchema = z.strictObject({
  cashPosition: each(cashPositions, triangle),
  defaultHazard: each([...cashPositions, 'unknown'] as const, atLeastZero),
  termsImportance: each(termsImportances, triangle),
  termsFriction: each([...termsImportances, 'unknown'] as const, atLeastZero),
  urgency: each(urgencies, triangle),
  prepaymentRisk: each([...relationships, 'unknown'] as const, atLeastZero),
});
const priorsSchema = z.strictObject({
  cashPosition: priors(cashPositions),
  termsImportance: priors(termsImportances),
  urgency: priors(urgencies),
});

/** The seller's policy, whole (docs/model.md section 3; domains in section 2). Rates effective annual, costs in home currency or fractions of the amount, days. */
export const policySchema = z.strictObject({
  borrowingRate: atLeastZero,
  priceOfCash: z.nullable(atLeastZero),
  factoring: z.nullable(factoringSchema),
  backlog: backlogSchema,
  /** Day, counted from the order, on which the direct cost is paid; negative: before it. */
  supplierPaymentDay: z.number(),
  expedite: expediteSchema,
  forecast: forecastSchema,
  discount: discountSchema,
  materialGain: materialGainSchema,
  responseNoise: atLeastZero,
  silence: fractionBelowOne,
  refusalCost: atLeastZero,
  customerBargainingPower: fraction,
  minAcceptance: fraction,
  allowLongerTerms: z.boolean(),
  urgencyHorizonDays: atLeastZero,
  statedSpread: fractionBelowOne,
  worthAsking: atLeastZero,
  paymentOptions: paymentOptionsSchema,
  beliefs: beliefsSchema,
  priors: priorsSchema,
});
export type Policy = z.infer<typeof policySchema>;
