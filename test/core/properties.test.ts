import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageTerms, parseScoringInput, scoreDeal, walkAwayDiscount } from '@deal-terms/core/scoring';
import type { Position, ResolvedInput, ScoreResult } from '@deal-terms/core/scoring';
import { differences } from './close-to.ts';
import { scoringInputs } from './scoring-input.arbitrary.ts';

function resolved(raw: unknown): ResolvedInput {
  const parsed = parseScoringInput(raw);
  if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.message}`);
  return parsed.input;
}
const inputs = scoringInputs.map(resolved);
/** A result with its money counted in units of `unit`; rates, days and chances as they are. */
function inUnits(
  { expectedGain, valueOfInformation, trial, before, offers, ...rest }: ScoreResult,
  unit: number,
): unknown {
  const position = ({ revenue, cost, margin, ...rates }: Position) => ({
    ...rates,
    revenue: revenue / unit,
    cost: cost / unit,
    margin: margin / unit,
  });
  return {
    ...rest,
    expectedGain: expectedGain / unit,
    before: position(before),
    trial: trial === null ? null : { ...trial, value: trial.value / unit },
    valueOfInformation: Object.values(valueOfInformation).map((worth) => worth / unit),
    offers: offers.map(({ sellerGain, sellerGainAtBankRate, customerGain, nashValue, after, ...offer }) => ({
      ...offer,
      sellerGain: sellerGain / unit,
      sellerGainAtBankRate: sellerGainAtBankRate / unit,
      customerGain: customerGain / unit,
      nashValue: nashValue / unit,
      after: position(after),
    })),
  };
}
/** What was agreed stands whatever it costs; what was not must suit both sides. */
const unanswered = inputs.map((input) => ({ ...input, customer: { ...input.customer, answers: [] } }));
const any = (check: (input: ResolvedInput) => void): void => fc.assert(fc.property(inputs, check), { numRuns: 200 });

describe('scoreDeal, on any deal', () => {
  it('puts on the menu only offers that suit both sides and keep every limit', () => {
    const check = (input: ResolvedInput): void => {
      const { amount } = input.deal;
      for (const offer of scoreDeal(input).offers) {
        const walkAway = walkAwayDiscount(input, offer);
        const { seller, sellerMoney } = input.policy.materialGain;
        expect(offer.sellerGain).toBeGreaterThanOrEqual(Math.max(seller * amount, sellerMoney) - 1e-8 * amount);
        expect(offer.customerGain).toBeGreaterThanOrEqual(-1e-8 * amount);
        expect(offer.acceptance).toBeGreaterThanOrEqual(input.policy.minAcceptance * (1 - input.policy.silence) - 1e-8);
        expect(offer.after.marginRate).toBeGreaterThanOrEqual(
          input.policy.discount.keepOfMargin * input.deal.grossMargin - 1e-8,
        );
        expect(offer.openingDiscount).toBeLessThanOrEqual(offer.discount + 1e-12);
        expect(offer.discount).toBeLessThanOrEqual(walkAway + 1e-9);
        const { leversAt, payments, leadTimeDays } = packageTerms(input, offer.packageId);
        if (input.customer?.constraints?.includes('no_shorter_terms'))
          expect(leversAt(offer.discount)).not.toContain('shorter_terms');
        if (
          input.customer?.constraints?.includes('no_prepayment') &&
          input.deal.payments.every(({ anchor, days }) => anchor === 'delivery' && days >= 0)
        ) {
          expect(
            payments.filter(
              ({ anchor, days }) => Math.max(0, anchor === 'delivery' ? leadTimeDays + days : days) < leadTimeDays,
            ),
          ).toEqual([]);
        }
      }
    };
    fc.assert(fc.property(unanswered, check), { numRuns: 200 });
  });

  it('offers each payment option once, best Nash value first', () => {
    const check = (input: ResolvedInput): void => {
      const { offers } = scoreDeal(input);
      const options = offers.map(({ packageId }) => packageId.split('/')[0]);
      expect(new Set(options).size).toBe(options.length);
      offers
        .slice(1)
        .forEach(({ nashValue }, index) => expect(nashValue).toBeLessThanOrEqual(offers[index]?.nashValue ?? 0));
    };
    fc.assert(fc.property(unanswered, check), { numRuns: 200 });
  });

  it('never finds an answer worth less than nothing', () => {
    any((input) => {
      for (const worth of Object.values(scoreDeal(input).valueOfInformation))
        expect(worth).toBeGreaterThanOrEqual(-1e-9 * input.deal.amount);
    });
  });

  it('scales with the money and leaves the negotiability alone', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(2, 8, 0.25), (input, factor) => {
        const { policy, deal, customer } = input;
        const lossPerDay = customer?.stated?.lossPerDay ?? null;
        const scaled: ResolvedInput = {
          ...input,
          customer: {
            ...customer,
            stated: { ...customer?.stated, lossPerDay: lossPerDay === null ? null : lossPerDay * factor },
          },
          deal: { ...deal, amount: deal.amount * factor },
          policy: {
            ...policy,
            expedite: { ...policy.expedite, fixedCost: policy.expedite.fixedCost * factor },
            materialGain: { ...policy.materialGain, sellerMoney: policy.materialGain.sellerMoney * factor },
            backlog: { ...policy.backlog, unfundedCost: policy.backlog.unfundedCost * factor },
          },
        };
        const one = scoreDeal(input);
        const other = scoreDeal(scaled);
        expect(differences(other.negotiability, one.negotiability, 1)).toEqual([]);
        expect(differences(inUnits(other, factor), inUnits(one, 1), deal.amount)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('does not care in which order object keys come', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, reversed(inner)]),
            )
          : value;
    fc.assert(
      fc.property(scoringInputs, (raw) => {
        expect(scoreDeal(resolved(reversed(raw)))).toEqual(scoreDeal(resolved(raw)));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves its input as it was', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    any((input) => {
      expect(() => scoreDeal(freeze(structuredClone(input)))).not.toThrow();
    });
  });
});

describe('the two sides of a price', () => {
  it('moves linearly with the discount, down for the seller and up for the customer', () => {
    any((input) => {
      for (const offer of scoreDeal(input).offers) {
        const {
          deal: { amount },
          policy: { materialGain },
        } = input;
        // Both lines pass through the material gain at that side's limit; the slope between limit and fair offer is each side's present value of a unit of price.
        const least = Math.max(materialGain.seller * amount, materialGain.sellerMoney);
        const sellerSlope = (offer.sellerGain - least) / (offer.sellerLimit - offer.discount);
        const customerSlope =
          (offer.customerGain - materialGain.customer * amount) / (offer.discount - offer.customerLimit);
        if (Math.abs(offer.sellerLimit - offer.discount) > 1e-6) expect(sellerSlope).toBeGreaterThan(0);
        if (Math.abs(offer.discount - offer.customerLimit) > 1e-6) expect(customerSlope).toBeGreaterThan(0);
      }
    });
  });

  it('never makes shorter terms easier to agree on when the customer’s own cash is dearer', () => {
    const rates = fc
      .tuple(fc.double({ min: 0, max: 0.4, noNaN: true }), fc.double({ min: 0, max: 0.4, noNaN: true }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const plans = fc.integer({ min: 1, max: 120 }).map((days) => [{ share: 1, anchor: 'delivery' as const, days }]);
    fc.assert(
      fc.property(
        scoringInputs,
        rates,
        plans,
        fc.integer({ min: 0, max: 60 }),
        (raw, [cheap, dear], payments, leadTimeDays) => {
          const chanceAt = (rate: number): number => {
            const customer = {
              cashPosition: 'balanced',
              termsImportance: raw.customer.termsImportance,
              relationship: raw.customer.relationship,
            };
            const beliefs = { cashPosition: { balanced: [rate, rate, rate] } };
            const paymentOptions = [{ id: 'on_delivery', payments: [{ share: 1, anchor: 'delivery', days: 0 }] }];
            // Without premiums: one is paid at the mean payment day, so the dearer its cash, the less it costs the customer.
            const discount = { ...raw.policy.discount, maxPremium: 0 };
            const policy = {
              ...raw.policy,
              allowLongerTerms: false,
              paymentOptions,
              beliefs,
              discount,
              expedite: { daysSaved: [] },
            };
            return scoreDeal(resolved({ ...raw, customer, deal: { ...raw.deal, payments, leadTimeDays }, policy }))
              .negotiability;
          };
          expect(chanceAt(dear)).toBeLessThanOrEqual(chanceAt(cheap) + 1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });
});
