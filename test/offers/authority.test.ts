import { describe, expect, it } from 'vitest';
import {
  appraise,
  approvalChangesFor,
  approvalChangesInWords,
  daysLaterOf,
  excessInWords,
  excessOf,
  isCovered,
  limitsOf,
  negotiationOf,
} from '@deal-terms/core/offers';
import type { OfferedTerms, OfferEvent, OfferLimits } from '@deal-terms/core/offers';
import { defaultAppSettings, readPolicy } from '@deal-terms/core/crm';
import { noEvidence } from '@deal-terms/core/evidence';
import type { ResolvedDeal } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { parsePaymentPlan } from '@deal-terms/core/scoring';

const planOf = (notation: string) => {
  const parsed = parsePaymentPlan(notation);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.plan;
};
type Change = {
  readonly amount?: number;
  readonly currency?: string;
  readonly exchangeRate?: number;
  readonly grossMargin?: number;
  readonly today?: string;
  readonly urgency?: 'none' | 'high';
};
const dealOf = ({
  amount = 60_000,
  currency = 'EUR',
  exchangeRate = 1,
  grossMargin = 0.45,
  today = 'net 90',
  urgency = 'none',
}: Change = {}): ResolvedDeal => ({
  ok: true,
  currency,
  exchangeRate,
  assumptions: [],
  figures: [],
  evidence: noEvidence,
  input: {
    id: '7',
    deal: { amount, grossMargin, leadTimeDays: 42, payments: planOf(today) },
    customer: { cashPosition: 'abundant', termsImportance: 'standard_clause', urgency },
    policy: { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost: 250_000 } },
  },
});
const terms: OfferedTerms = { paymentPlan: 'on delivery', daysSaved: 0, forecast: false, discount: 0.02 };
const offerOf = (changed: Partial<OfferedTerms> = {}, deal: Change = {}, evidence: number | null = null) => {
  const found =
    evidence === null ? {} : { grossMargin: { value: evidence, source: 'line_items' as const, count: 3, date: null } };
  const resolved = dealOf(deal);
  const weighed = appraise(
    { ...resolved, evidence: { ...resolved.evidence, ...found } },
    { ...terms, ...changed },
    readPolicy(null),
  );
  if (!weighed.ok) throw new Error(weighed.fault.message);
  return { terms: { ...terms, ...changed }, appraisal: weighed.appraisal };
};
const none: OfferLimits = { maxDiscount: null, minMargin: null, minGain: null, maxDaysLater: null };
const limitsPassed = (limits: Partial<OfferLimits>, offer: ReturnType<typeof offerOf>) =>
  excessOf({ ...none, ...limits }, offer).map(({ limit }) => limit);

describe('what a rep may offer alone', () => {
  it('ends beyond the discount limit, not at it', () => {
    const limits = { maxDiscount: 0.02 };
    expect(limitsPassed(limits, offerOf())).toEqual([]);
    expect(limitsPassed(limits, offerOf({ discount: 0.021 }))).toEqual(['discount']);
  });

  it('ends below the lowest margin after the trade, not at it', () => {
    // 45 % before: after 2 % off the price 1 - 0.55 / 0.98 = 43.9 % is left.
    const left = 1 - 0.55 / 0.98;
    expect(limitsPassed({ minMargin: left }, offerOf())).toEqual([]);
    expect(limitsPassed({ minMargin: 0.44 }, offerOf())).toEqual(['margin']);
  });

  it('ends where we gain nothing: no discount for payment as early as 10 %', () => {
    expect(limitsPassed({ minGain: 0 }, offerOf())).toEqual([]);
    const dear = offerOf({ discount: 0.2 });
    expect(dear.appraisal.sellerGain).toBeLessThan(0);
    expect(limitsPassed({ minGain: 0 }, dear)).toEqual(['gain']);
  });

  it('compares gains in home currency', () => {
    const inDollars = offerOf({}, { currency: 'USD', exchangeRate: 0.5 });
    const gain = inDollars.appraisal.sellerGain;
    expect(limitsPassed({ minGain: gain * 0.5 }, inDollars)).toEqual([]);
    expect(excessOf({ ...none, minGain: gain * 0.5 + 1 }, inDollars)).toEqual([
      { limit: 'gain', allowed: gain + 2, offered: gain, currency: 'USD' },
    ]);
  });

  it('ends where the customer pays later than by today’s terms, whatever the delivery does', () => {
    const aYearLonger = offerOf({ paymentPlan: 'net 455', daysSaved: 21, discount: 0 });
    expect(daysLaterOf(aYearLonger)).toBe(365);
    expect(limitsPassed({ maxDaysLater: 0 }, aYearLonger)).toEqual(['days']);
    expect(limitsPassed({ maxDaysLater: 365 }, aYearLonger)).toEqual([]);
    expect(daysLaterOf(offerOf())).toBe(-90);
    // Half of it with the order, 42 days before the delivery, half after 138 days: on average 48 days after delivery.
    expect(daysLaterOf(offerOf({ paymentPlan: '50% order + 50% net 138' }))).toBe(-42);
  });

  it('counts a margin somebody typed up to what the policy, or the deal’s own figures, say', () => {
    const typed = offerOf({}, { grossMargin: 0.8 });
    expect(typed.appraisal.marginRate).toBeCloseTo(1 - 0.2 / 0.98, 9);
    expect(typed.appraisal.counted).toMatchObject({ grossMargin: 0.45 });
    expect(typed.appraisal.counted?.marginRate).toBeCloseTo(1 - 0.55 / 0.98, 9);
    expect(limitsPassed({ minMargin: 0.5 }, typed)).toEqual(['margin']);
    expect(limitsPassed({ minMargin: 0.5 }, offerOf({}, { grossMargin: 0.8 }, 0.7))).toEqual([]);
    expect(offerOf({}, { grossMargin: 0.3 }, 0.7).appraisal.counted).toMatchObject({ grossMargin: 0.3 });
  });

  it('counts what a forecast saves at the margin the policy, or the deal’s own figures, say, not at a lower one', () => {
    // 3 % of the direct cost: of 57,000 at 5 %, of 33,000 at 45 %, of 24,000 at 60 %.
    const lean = offerOf({ forecast: true }, { grossMargin: 0.05 });
    const gained = lean.appraisal.sellerGain;
    expect(lean.appraisal.counted?.sellerGain).toBeCloseTo(gained - 720, 6);
    expect(limitsPassed({ minGain: gained - 700 }, lean)).toEqual(['gain']);
    const { counted } = offerOf({ forecast: true }, { grossMargin: 0.05 }, 0.6).appraisal;
    expect(counted).toMatchObject({ grossMargin: 0.05, sellerGain: expect.closeTo(gained - 990, 6) as number });
    const rich = offerOf({ forecast: true }, { grossMargin: 0.8 }).appraisal;
    expect(rich.counted?.sellerGain).toBe(rich.sellerGain);
  });

  it('follows the owner’s own limits, everybody’s where there are none', () => {
    const app = {
      ...defaultAppSettings,
      maxDiscount: 0.05,
      ownerLimits: [{ ownerId: '5', maxDiscount: 0.1, minMargin: null, minGain: null, maxDaysLater: 30 }],
    };
    expect(limitsOf(app, '5')).toMatchObject({ maxDiscount: 0.1, minGain: null, maxDaysLater: 30 });
    expect(limitsOf(app, '4')).toMatchObject({ maxDiscount: 0.05, minMargin: null, minGain: 0, maxDaysLater: 0 });
  });

  it('is 5 %, no loss and no later payment where nobody ever saved a policy', () => {
    expect(limitsOf(readPolicy(null).app, '')).toMatchObject({
      maxDiscount: 0.05,
      minMargin: null,
      minGain: 0,
      maxDaysLater: 0,
    });
  });

  it('keeps what was saved before there were limits on gain and days, and starts those at nothing', () => {
    const { app, warning } = readPolicy(
      '{"version":3,"model":{},"app":{"minMargin":0.2,"ownerLimits":[{"ownerId":"5","maxDiscount":0.1,"minMargin":null}]}}',
    );
    expect([warning, limitsOf(app, ''), limitsOf(app, '5')]).toMatchObject([
      null,
      { maxDiscount: null, minMargin: 0.2, minGain: 0, maxDaysLater: 0 },
      { maxDiscount: 0.1, minMargin: null, minGain: 0, maxDaysLater: 0 },
    ]);
  });

  it('is said in sentences', () => {
    const excess = excessOf(
      { maxDiscount: 0.05, minMargin: 0.5, minGain: 0, maxDaysLater: 0 },
      offerOf({ paymentPlan: 'net 120', discount: 0.06 }),
    );
    expect(excessInWords(excess, { locale: 'en' })).toMatch(
      /^Discount 6%, the limit is 5%\. Gross margin 41\.5%, the limit is 50%\. It costs us €[\d,]+; at least €0 must be gained\. Payment 30 days later than today, the limit is 0\.$/,
    );
  });
});

describe('an approval', () => {
  const approved = offerOf({ discount: 0.07 });
  const history = (validUntil?: string): OfferEvent[] => [
    { action: 'ask', ...approved, approvers: [], revision: 1, by: 'Oliver', at: '2026-11-23T10:00:00.000Z' },
    {
      action: 'approve',
      reason: '',
      revision: 2,
      by: 'Grace',
      at: '2026-11-24T10:00:00.000Z',
      ...(validUntil === undefined ? {} : { validUntil }),
    },
  ];
  const changes = (offer: ReturnType<typeof offerOf>, today = '2026-11-25', validUntil = '2026-12-08') =>
    approvalChangesFor(negotiationOf(history(validUntil)), offer, today);

  it('is none before somebody gives it', () => {
    expect(approvalChangesFor(negotiationOf([]), approved, '2026-11-25')).toBe(null);
    expect(isCovered(negotiationOf(history().slice(0, 1)), approved, '2026-11-25')).toBe(false);
  });

  it('covers what it was given for, and a smaller discount', () => {
    expect(changes(approved)).toEqual([]);
    expect(changes(offerOf({ discount: 0.03 }))).toEqual([]);
    expect(isCovered(negotiationOf(history()), approved, '2026-11-25')).toBe(true);
  });

  it.each([
    ['a larger discount', offerOf({ discount: 0.071 }), ['discount']],
    ['other terms', offerOf({ discount: 0.07, paymentPlan: 'net 30' }), ['package']],
    ['another amount', offerOf({ discount: 0.07 }, { amount: 60_001 }), ['amount']],
    ['another currency', offerOf({ discount: 0.07 }, { currency: 'USD' }), ['currency']],
    ['another margin', offerOf({ discount: 0.07 }, { grossMargin: 0.44 }), ['margin']],
    ['other terms of today', offerOf({ discount: 0.07 }, { today: 'net 60' }), ['today']],
    ['another answer', offerOf({ discount: 0.07 }, { urgency: 'high' }), ['urgency']],
  ])('does not cover %s', (_, offer, expected) => {
    expect(changes(offer)).toEqual(expected);
  });

  it('is not moved by noise below a tenth of a percent or a cent', () => {
    expect(changes(offerOf({ discount: 0.07 }, { grossMargin: 0.45001, amount: 60_000.001 }))).toEqual([]);
  });

  it('ends after its last day; one from before there was one, after two weeks', () => {
    expect(changes(approved, '2026-12-08')).toEqual([]);
    expect(changes(approved, '2026-12-09')).toEqual(['expired']);
    const undated = negotiationOf(history());
    expect([undated.approvedUntil, approvalChangesFor(undated, approved, '2026-12-09')]).toEqual([
      '2026-12-08',
      ['expired'],
    ]);
  });

  it('says why it has to be asked again', () => {
    const negotiation = negotiationOf(history('2026-12-08'));
    const offer = offerOf({ discount: 0.07 }, { amount: 72_000, grossMargin: 0.4, today: 'net 60', urgency: 'high' });
    expect(
      approvalChangesInWords(approvalChangesFor(negotiation, offer, '2026-12-09') ?? [], negotiation, offer, {
        locale: 'en',
      }),
    ).toBe(
      'The approval does not cover this: it was good until Dec 8, 2026; the amount was €60,000 and is €72,000; the gross margin was 45% and counts as 40%; today’s terms were 90 days after delivery and are 60 days after delivery; another urgency is recorded now.',
    );
  });
});
