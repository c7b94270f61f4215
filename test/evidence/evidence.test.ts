import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  billingCycles,
  bringsUnderLimit,
  creditExposureOf,
  decodeEvidence,
  differsFromLines,
  encodeEvidence,
  findEvidence,
  noEvidence,
  paidOnOf,
  withFrozenTerms,
} from '@deal-terms/core/evidence';
import type { EarlierDeal, Evidence, EvidenceRecords } from '@deal-terms/core/evidence';
import type { Invoice, LineItem, Quote } from '@deal-terms/core/crm';

const context = { today: '2026-11-23', currency: 'EUR', homeCurrency: 'EUR' };
const nothing: EvidenceRecords = {
  lineItems: [],
  quotes: [],
  invoices: [],
  earlierDeals: [],
  company: { country: null, industry: null },
  own: {},
};
const find = (records: Partial<EvidenceRecords>): Evidence => findEvidence({ ...nothing, ...records }, context);

const line = (amount: number | null, unitCost: number | null, more: Partial<LineItem> = {}): LineItem => ({
  amount,
  unitCost,
  quantity: 1,
  currency: null,
  billed: null,
  term: null,
  changedOn: '2026-11-20',
  ...more,
});
const quote = (more: Partial<Quote>): Quote => ({
  isPublished: true,
  expiresOn: '2026-12-31',
  netDays: null,
  terms: null,
  currency: 'EUR',
  createdOn: '2026-11-01',
  ...more,
});
const invoice = (more: Partial<Invoice>): Invoice => ({
  number: null,
  status: 'paid',
  invoicedOn: '2026-06-01',
  dueOn: '2026-07-01',
  paidOn: '2026-07-01',
  currency: 'EUR',
  billed: 1000,
  balance: 0,
  ...more,
});
const paidLate = (days: readonly number[]) =>
  days.map((late) => invoice({ dueOn: '2026-07-11', paidOn: `2026-07-${String(11 + late).padStart(2, '0')}` }));
const deal = (more: Partial<EarlierDeal>): EarlierDeal => ({
  name: 'Spring',
  isWon: false,
  closedOn: null,
  cashPosition: null,
  termsImportance: null,
  answeredOn: null,
  offer: null,
  delivery: null,
  ...more,
});

describe('gross margin', () => {
  it('is one less unit costs over amounts', () => {
    expect(
      find({
        lineItems: [line(6000, 30, { quantity: 100 }), line(4000, 25, { quantity: 100, changedOn: '2026-11-22' })],
      }),
    ).toMatchObject({
      grossMargin: { value: 0.45, source: 'line_items', count: 2, date: '2026-11-22' },
      lineAmount: { value: 10_000, source: 'line_items', count: 2, date: '2026-11-22' },
      thin: [{ name: 'relationship' }],
    });
  });

  it('is not said while a line with an amount lacks its cost; the share that has one is', () => {
    const evidence = find({ lineItems: [line(6000, 3000), line(4000, null)] });
    expect(evidence.grossMargin).toBeUndefined();
    expect(evidence.lineAmount?.value).toBe(10_000);
    expect(evidence.thin).toContainEqual({ name: 'grossMargin', why: 'uncosted', have: 0.6 });
  });

  it('counts what is given away', () => {
    expect(find({ lineItems: [line(1000, 500), line(0, 50)] }).grossMargin).toMatchObject({ value: 0.45, count: 1 });
  });

  it('counts recurring lines over their terms', () => {
    const monthly = line(100, 20, { billed: 'monthly', term: 'P12M' });
    expect(find({ lineItems: [line(1200, 900), monthly] })).toMatchObject({
      grossMargin: { value: 0.525 },
      lineAmount: { value: 2400 },
    });
  });

  it.each([
    ['monthly', 'P12M', 12],
    ['monthly', 'P1Y', 12],
    ['monthly', null, 12],
    ['monthly', 'P1Y6M', 18],
    ['weekly', 'P52W', 52],
    ['biweekly', 'P28D', 2],
    ['quarterly', 'P24M', 8],
    ['per_six_months', 'P1Y', 2],
    ['annually', 'P3Y', 3],
    ['per_two_years', 'P1Y', 1],
    ['annually', 'three years', 1],
    [null, 'P12M', 1],
  ] as const)('bills a line %s over %s %d times', (billed, term, cycles) => {
    expect(billingCycles({ billed, term })).toBe(cycles);
  });

  it.each([
    ['nothing costs anything', [line(100, 0)], 1],
    ['all is lost', [line(100, 100)], 0],
  ])('is unusable where %s', (_, lineItems, have) => {
    const evidence = find({ lineItems });
    expect(evidence.grossMargin).toBeUndefined();
    expect(evidence.thin).toContainEqual({ name: 'grossMargin', why: 'unusable', have });
  });

  it('leaves lines in other currencies out, and says so', () => {
    const evidence = find({ lineItems: [line(1000, 600), line(500, null, { currency: 'USD' })] });
    expect(evidence.grossMargin).toMatchObject({ value: 0.4, count: 1 });
    expect(evidence.thin).toContainEqual({ name: 'grossMargin', why: 'other_currency', have: 1 });
  });

  it('says when lines and deal differ by more than a hundredth', () => {
    expect([differsFromLines(1000, 1010), differsFromLines(1000, 1010.01), differsFromLines(1000, 980)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('payment terms', () => {
  it.each([
    ['the newest quote', [quote({ netDays: 60 }), quote({ netDays: 45, createdOn: '2026-11-02' })], 'net 45', 1],
    ['none days as on delivery', [quote({ netDays: 0 })], 'on delivery', 1],
    ['its text where it has no days', [quote({ terms: 'net 75' })], 'net 75', 1],
    [
      'an older quote when the newest is a draft',
      [quote({ netDays: 60 }), quote({ netDays: 45, isPublished: false, createdOn: '2026-11-02' })],
      'net 60',
      1,
    ],
    [
      'an older quote when the newest has run out',
      [quote({ netDays: 60 }), quote({ netDays: 45, expiresOn: '2026-11-22', createdOn: '2026-11-02' })],
      'net 60',
      1,
    ],
    [
      'an older quote when the newest is in another currency',
      [quote({ netDays: 60 }), quote({ netDays: 45, currency: 'USD', createdOn: '2026-11-02' })],
      'net 60',
      1,
    ],
  ])('are those of %s', (_, quotes, value, count) => {
    expect(find({ quotes }).paymentPlan).toMatchObject({ value, source: 'quote', count });
  });

  it('are the median of what invoices were due by, without a quote that says any', () => {
    const granted = (dueOn: string) => invoice({ status: 'open', invoicedOn: '2026-09-01', dueOn, paidOn: null });
    expect(
      find({
        quotes: [quote({ terms: 'See our general conditions of sale.' })],
        invoices: [granted('2026-10-01'), granted('2026-10-16'), granted('2026-10-01'), granted('2026-08-01')],
      }).paymentPlan,
    ).toEqual({ value: 'net 30', source: 'invoices', count: 3, date: '2026-09-01' });
  });

  it('leave out drafts, void invoices and other currencies', () => {
    expect(
      find({
        invoices: [
          invoice({ status: 'draft' }),
          invoice({ status: 'voided' }),
          invoice({ currency: 'USD' }),
          invoice({ status: null }),
        ],
      }).paymentPlan,
    ).toBeUndefined();
  });
});

describe('days beyond terms', () => {
  it('is the median of paid invoices, with half of them around it', () => {
    expect(find({ invoices: paidLate([2, 10, 4, 12, 6]) }).daysBeyondTerms).toEqual({
      value: 6,
      low: 4,
      high: 10,
      source: 'invoices',
      count: 5,
      date: '2026-07-23',
    });
  });

  it('is never negative', () => {
    expect(find({ invoices: paidLate([-5, -3, -1]) }).daysBeyondTerms).toMatchObject({ value: 0, low: -4, high: -2 });
  });

  it('is too thin with two payments, and says so', () => {
    const evidence = find({ invoices: paidLate([2, 10]) });
    expect(evidence.daysBeyondTerms).toBeUndefined();
    expect(evidence.thin).toContainEqual({ name: 'daysBeyondTerms', why: 'too_few', have: 2, need: 3 });
  });

  it('forgets what is older than two years, and what is not paid', () => {
    const old = invoice({ dueOn: '2024-10-01', paidOn: '2024-11-22' });
    expect(
      find({ invoices: [...paidLate([2, 2]), old, invoice({ status: 'open', paidOn: null })] }).daysBeyondTerms,
    ).toBeUndefined();
  });
});

describe('open invoices', () => {
  it('are added up, and what is overdue with the oldest due date', () => {
    const open = (balance: number, dueOn: string, invoicedOn: string) =>
      invoice({ status: 'open', paidOn: null, balance, dueOn, invoicedOn });
    expect(
      find({
        invoices: [
          open(1000.5, '2026-11-22', '2026-10-23'),
          open(200, '2026-10-01', '2026-09-01'),
          open(50, '2026-12-01', '2026-11-01'),
          invoice({ status: 'voided', balance: 999 }),
          invoice({}),
        ],
      }),
    ).toMatchObject({
      openInvoices: { value: 1250.5, count: 3, date: '2026-11-01', source: 'invoices' },
      overdue: { value: 1200.5, count: 2, date: '2026-10-01', source: 'invoices' },
    });
  });

  it('propose the day a deal was paid once all of its invoices are', () => {
    const [first, last] = [invoice({ paidOn: '2026-10-01' }), invoice({ paidOn: '2026-11-10' })];
    expect(paidOnOf([last, first])).toEqual({
      value: '2026-11-10',
      source: 'invoices',
      count: 2,
      date: '2026-11-10',
    });
    expect(paidOnOf([last, invoice({ status: 'open', paidOn: null })])).toBeNull();
    expect(paidOnOf([last, invoice({ status: 'voided', paidOn: null })])?.value).toBe('2026-11-10');
    expect(paidOnOf([])).toBeNull();
  });
});

describe('what earlier deals tell', () => {
  const delivered = (days: number, isWon = true) =>
    deal({ isWon, delivery: { orderedOn: '2026-01-01', deliveredOn: '2026-03-01', days } });

  it('is the lead time of deliveries that were recorded', () => {
    expect(
      find({ earlierDeals: [delivered(30), delivered(50), delivered(35), delivered(5, false)] }).leadTimeDays,
    ).toEqual({
      value: 35,
      source: 'deals',
      count: 3,
      date: '2026-03-01',
    });
  });

  it('is that the customer is established: by won deals, else by paid invoices', () => {
    expect(
      find({ earlierDeals: [deal({ isWon: true, closedOn: '2026-02-01' }), deal({})], invoices: paidLate([1]) })
        .relationship,
    ).toEqual({ value: 'established', source: 'deals', count: 1, date: '2026-02-01' });
    expect(find({ earlierDeals: [deal({})], invoices: paidLate([1]) }).relationship).toEqual({
      value: 'established',
      source: 'invoices',
      count: 1,
      date: '2026-07-12',
    });
  });

  it('is no proof of a new customer', () => {
    const evidence = find({ earlierDeals: [deal({})] });
    expect(evidence.relationship).toBeUndefined();
    expect(evidence.thin).toEqual([{ name: 'relationship', why: 'too_few', have: 0, need: 1 }]);
    expect(find({ earlierDeals: null }).thin).toEqual([]);
  });

  it('is what was answered last, within a year', () => {
    const evidence = find({
      earlierDeals: [
        deal({ name: 'Old', answeredOn: '2025-11-22', cashPosition: 'strained', termsImportance: 'critical' }),
        deal({ name: 'Spring', answeredOn: '2026-03-01', cashPosition: 'tight', termsImportance: 'policy' }),
        deal({ name: 'Summer', answeredOn: '2026-07-01', cashPosition: 'positive' }),
      ],
    });
    expect(evidence.cashPosition).toEqual({
      value: 'positive',
      source: 'deals',
      count: 1,
      date: '2026-07-01',
      label: 'Summer',
    });
    expect(evidence.termsImportance).toMatchObject({ value: 'policy', label: 'Spring', date: '2026-03-01' });
  });

  it('names the same deal of one day, in whatever order HubSpot lists them', () => {
    const [one, other] = [
      deal({ name: 'Autumn', answeredOn: '2026-07-01', cashPosition: 'positive' }),
      deal({ name: 'Winter', answeredOn: '2026-07-01', cashPosition: 'tight' }),
    ];
    expect(find({ earlierDeals: [one, other] }).cashPosition).toMatchObject({ value: 'positive', label: 'Autumn' });
    expect(find({ earlierDeals: [other, one] }).cashPosition).toMatchObject({ value: 'positive', label: 'Autumn' });
  });

  it('counts the offers of a year the customer took and turned down', () => {
    const offer = (answer: 'accepted' | 'refused', on: string) => deal({ offer: { answer, on } });
    expect(
      find({
        earlierDeals: [
          offer('accepted', '2026-05-01'),
          offer('refused', '2026-06-01'),
          offer('refused', '2026-07-01'),
          offer('refused', '2025-07-01'),
        ],
      }),
    ).toMatchObject({
      offersAccepted: { value: 1, count: 1, date: '2026-05-01' },
      offersRefused: { value: 2, count: 2, date: '2026-07-01' },
    });
  });
});

describe('properties of the account’s own', () => {
  it('win over what is derived, under their labels', () => {
    const evidence = find({
      lineItems: [line(1000, null)],
      invoices: paidLate([2, 2, 2]),
      own: {
        grossMargin: { label: 'Margin %', text: '38' },
        paymentPlan: { label: 'Zahlungsziel', text: '45' },
        daysBeyondTerms: { label: 'DBT (credit report)', text: '12.5' },
        creditLimit: { label: 'Credit limit', text: '50000' },
        relationship: { label: 'Customer since', text: 'Established' },
        leadTimeDays: { label: 'Lead time', text: '28' },
      },
    });
    expect(evidence).toMatchObject({
      grossMargin: { value: 0.38, source: 'property', label: 'Margin %' },
      paymentPlan: { value: 'net 45', source: 'property', label: 'Zahlungsziel' },
      daysBeyondTerms: { value: 12.5, source: 'property' },
      creditLimit: { value: 50_000, source: 'property' },
      relationship: { value: 'established', source: 'property' },
      leadTimeDays: { value: 28, source: 'property' },
      thin: [],
    });
  });

  it.each([
    ['grossMargin', '0.38', 0.38],
    ['grossMargin', '38 %', 0.38],
    ['paymentPlan', '50% order + 50% net 30', '50% order + 50% net 30'],
    ['daysBeyondTerms', '0', 0],
  ] as const)('of %s may say %s', (name, text, value) => {
    expect(find({ own: { [name]: { label: 'Own', text } } })[name]?.value).toBe(value);
  });

  it.each([
    ['grossMargin', 'high'],
    ['grossMargin', '0'],
    ['grossMargin', '100'],
    ['paymentPlan', 'as agreed with Paul'],
    ['daysBeyondTerms', '-3'],
    ['leadTimeDays', '99999'],
    ['creditLimit', 'none'],
    ['relationship', 'since 2014'],
  ] as const)('of %s say nothing with %s, which is said', (name, text) => {
    const evidence = find({ invoices: paidLate([2, 2, 2]), own: { [name]: { label: 'Own', text } } });
    expect(evidence.thin).toContainEqual({ name, why: 'unusable', have: 0, label: 'Own' });
  });

  it('are nothing while they are empty', () => {
    expect(find({ own: { grossMargin: { label: 'Own', text: ' ' } }, earlierDeals: null })).toEqual(noEvidence);
  });
});

describe('a credit limit', () => {
  const evidence = find({
    invoices: [invoice({ status: 'open', paidOn: null, balance: 30_000, dueOn: '2026-12-01' })],
    own: { creditLimit: { label: 'Credit limit', text: '50000' } },
  });
  const net90 = [{ share: 1, anchor: 'delivery' as const, days: 90 }];
  const half = [
    { share: 0.5, anchor: 'order' as const, days: 0 },
    { share: 0.5, anchor: 'delivery' as const, days: 30 },
  ];

  it('is compared with what is open and what this deal adds on credit', () => {
    expect(creditExposureOf(evidence, 60_000, net90)).toEqual({
      limit: 50_000,
      label: 'Credit limit',
      openInvoices: 30_000,
      onCredit: 60_000,
      over: 40_000,
    });
    expect(creditExposureOf(evidence, 30_000, half)).toMatchObject({ onCredit: 15_000, over: 0 });
    expect(creditExposureOf(noEvidence, 60_000, net90)).toBeNull();
  });

  it('is kept by terms that bring the customer back under it', () => {
    const before = creditExposureOf(evidence, 60_000, net90);
    const onDelivery = creditExposureOf(evidence, 58_800, [{ share: 1, anchor: 'delivery', days: 0 }]);
    expect(bringsUnderLimit(before, onDelivery)).toBe(true);
    expect(bringsUnderLimit(onDelivery, onDelivery)).toBe(false);
    expect(bringsUnderLimit(before, creditExposureOf(evidence, 58_800, half))).toBe(false);
    expect(bringsUnderLimit(null, null)).toBe(false);
  });
});

describe('terms on offer', () => {
  it('keep the deal’s own terms, cost and amount as the offer found them; what is known of the customer moves on', () => {
    const stored = find({
      lineItems: [line(60_000, 33_000)],
      quotes: [quote({ netDays: 90 })],
      invoices: paidLate([2, 2, 2]),
    });
    const now = find({
      lineItems: [line(58_800, 33_000)],
      quotes: [quote({ netDays: 0 })],
      invoices: paidLate([9, 9, 9]),
    });
    expect(withFrozenTerms(stored, now)).toMatchObject({
      grossMargin: { value: 0.45 },
      lineAmount: { value: 60_000 },
      paymentPlan: { value: 'net 90' },
      daysBeyondTerms: { value: 9 },
    });
  });

  it('do not take up what was not known when they were offered', () => {
    expect(withFrozenTerms(noEvidence, find({ lineItems: [line(58_800, 33_000)] }))).toEqual({
      thin: [{ name: 'relationship', why: 'too_few', have: 0, need: 1 }],
      missing: [],
    });
  });
});

describe('what could not be looked at', () => {
  it('is named', () => {
    expect(find({ lineItems: null, invoices: null }).missing).toEqual(['line_items', 'invoices']);
  });
});

describe('stored evidence', () => {
  const full = find({
    lineItems: [line(1000, 600)],
    invoices: paidLate([1, 2, 3]),
    earlierDeals: [deal({ isWon: true, closedOn: '2026-02-01', answeredOn: '2026-02-01', cashPosition: 'tight' })],
    company: { country: 'Germany', industry: 'RETAIL' },
    quotes: null,
  });

  it('is read back as it was', () => {
    expect(decodeEvidence(encodeEvidence(full))).toEqual(full);
    expect(encodeEvidence(noEvidence)).toBe('');
  });

  it('is written the same whatever the order it was found in', () => {
    const { thin, missing, ...findings } = full;
    const turned = Object.fromEntries(Object.entries(findings).reverse()) as typeof findings;
    expect(encodeEvidence({ missing, thin, ...turned })).toBe(encodeEvidence(full));
  });

  it('is none when somebody typed into it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => decodeEvidence(text)).not.toThrow();
      }),
    );
    expect(decodeEvidence('{"grossMargin":{"value":"high"}}')).toEqual(noEvidence);
    expect(decodeEvidence(null)).toEqual(noEvidence);
  });
});
