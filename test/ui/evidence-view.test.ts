import { describe, expect, it } from 'vitest';
import { decodeDealFacts, figuresOf, readPolicy, resolveScoringInput } from '@deal-terms/core/crm';
import { encodeEvidence, noEvidence } from '@deal-terms/core/evidence';
import type { Evidence } from '@deal-terms/core/evidence';
import { creditNote } from '../../extensions/ui/deal-card/evidence/credit-note.ts';
import { dealInALine, evidenceNotes, figureViews } from '../../extensions/ui/deal-card/evidence/evidence-view.ts';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';

const reader = { locale: 'en-GB', currency: 'EUR' };
const policy = readPolicy(null);
const found: Evidence = {
  grossMargin: { value: 0.38, source: 'line_items', count: 6, date: '2026-11-20' },
  paymentPlan: { value: 'net 60', source: 'quote', count: 1, date: '2026-11-03' },
  daysBeyondTerms: { value: 13, low: 10, high: 15, source: 'invoices', count: 12, date: '2026-10-20' },
  relationship: { value: 'established', source: 'deals', count: 2, date: '2026-05-01' },
  thin: [],
  missing: [],
};
const net90 = [{ share: 1, anchor: 'delivery' as const, days: 90 }];
const notes = (evidence: Partial<Evidence>) =>
  evidenceNotes({ ...noEvidence, ...evidence }, { amount: 60_000, payments: net90 }, reader);

describe('figures of a score', () => {
  it('name their sources', () => {
    expect(
      figureViews(figuresOf(emptyProfile, found), policy, reader).map(({ label, value, source }) => [
        label,
        value,
        source,
      ]),
    ).toEqual([
      ['Gross margin of the deal', '38%', 'from 6 line items'],
      ['Payment terms today', 'Payment 60 days after delivery', 'from the quote of 3 Nov 2026'],
      ['Lead time (days)', '42 days', 'our usual figure'],
      ['Days beyond terms', '13 days', 'from 12 invoices, the last of 20 Oct 2026'],
      ['Customer relationship', 'Established customer', 'from 2 earlier deals, the last of 1 May 2026'],
    ]);
  });

  it('offer what HubSpot knows where something else was typed', () => {
    const [margin, plan] = figureViews(
      figuresOf({ ...emptyProfile, grossMargin: 0.45, paymentPlan: 'net 60' }, found),
      policy,
      reader,
    );
    expect(margin).toMatchObject({
      value: '45%',
      source: 'typed in',
      instead: { label: 'Use 38%, from 6 line items', change: { grossMargin: null } },
    });
    expect(plan).toMatchObject({ source: 'typed in', instead: null });
  });

  it('stand in one line', () => {
    expect(dealInALine(figuresOf({ ...emptyProfile, leadTimeDays: 28 }, found), policy, reader)).toBe(
      'Net 60, from the quote · 28 days · 38% margin, from 6 line items',
    );
    expect(dealInALine(figuresOf(emptyProfile, noEvidence), policy, reader)).toBe(
      'Net 30, usual · 42 days, usual · 45% margin, usual',
    );
  });

  it('survive being stored', () => {
    expect(decodeDealFacts({ terms_evidence: encodeEvidence(found) }, { timeZone: 'UTC' }).evidence).toEqual(found);
  });
});

describe('what else HubSpot knows', () => {
  it('is what disagrees, what is owed and what is over the limit', () => {
    expect(
      notes({
        lineAmount: { value: 61_000, source: 'line_items', count: 6, date: null },
        daysBeyondTerms: found.daysBeyondTerms,
        openInvoices: { value: 30_000, source: 'invoices', count: 3, date: '2026-11-01' },
        overdue: { value: 4_200, source: 'invoices', count: 1, date: '2026-10-01' },
        creditLimit: { value: 50_000, source: 'property', count: 1, date: null, label: 'Credit limit (Atradius)' },
      }),
    ).toEqual([
      'The line items come to €61,000, the deal says €60,000.',
      'Half of the invoices were paid between 10 and 15 days after they were due.',
      '€4,200 on 1 invoice is overdue, the oldest since 1 Oct 2026.',
      'Credit limit €50,000 (Credit limit (Atradius)): €30,000 open and €60,000 of this deal on credit, €40,000 over it.',
    ]);
  });

  it('is what the customer made of other terms', () => {
    const offers = (value: number, date: string) => ({ value, source: 'deals' as const, count: value, date });
    expect(notes({ offersAccepted: offers(2, '2026-03-10'), offersRefused: offers(1, '2026-10-03') })).toEqual([
      'Of other terms offered in the last year this customer took 2 and refused 1, the last on 3 Oct 2026.',
    ]);
    expect(notes({ offersRefused: offers(1, '2026-10-03') })).toEqual([
      'Of other terms offered in the last year this customer refused 1, the last on 3 Oct 2026.',
    ]);
  });

  it('is what was too little, and what cannot be seen', () => {
    expect(
      notes({
        thin: [
          { name: 'grossMargin', why: 'uncosted', have: 0.6 },
          { name: 'grossMargin', why: 'other_currency', have: 2 },
          { name: 'daysBeyondTerms', why: 'too_few', have: 2, need: 3 },
          { name: 'relationship', why: 'too_few', have: 0, need: 1 },
          { name: 'creditLimit', why: 'unusable', have: 0, label: 'Limit' },
        ],
        missing: ['quotes'],
      }),
    ).toEqual([
      'Gross margin of the deal is not worked out: only 60% of the amount has a unit cost.',
      '2 line items in another currency left out.',
      'Days beyond terms is not worked out: 2 paid invoices, 3 are needed.',
      'Credit limit: what Limit says cannot be used.',
      'The app may not see quotes: it lacks crm.objects.quotes.read. An administrator grants it by authorising the app again.',
    ]);
    expect(notes({ missing: ['line_items', 'quotes', 'invoices'] })).toEqual([
      'The app may not see line items, quotes, and invoices: it lacks crm.objects.line_items.read, crm.objects.quotes.read, and crm.objects.invoices.read. An administrator grants them by authorising the app again.',
    ]);
  });
});

describe('an offer and the credit limit', () => {
  /** A deal over 60,000, payable 90 days after delivery, of a customer that owes 30,000. */
  const note = (limit: number | null, paymentPlan: string | null, discount: number, plan = 'net 90') => {
    const evidence: Evidence = {
      ...noEvidence,
      openInvoices: { value: 30_000, source: 'invoices', count: 3, date: '2026-11-01' },
      ...(limit === null ? {} : { creditLimit: { value: limit, source: 'property' as const, count: 1, date: null } }),
    };
    const resolved = resolveScoringInput({
      facts: { ...decodeDealFacts({ amount: '60000' }, { timeZone: 'UTC' }), evidence },
      captured: { ...emptyProfile, paymentPlan: plan },
      policy,
      account: { portalId: 1, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
      today: '2026-11-23',
    });
    if (!resolved.ok) throw new Error(resolved.code);
    return creditNote(resolved, { paymentPlan, discount }, reader);
  };

  it('says when it brings the customer back under it', () => {
    expect(note(50_000, 'on delivery', 0.02)).toBe(
      'Back under the credit limit: €30,000 of €50,000, instead of €40,000 over it.',
    );
    expect(note(80_000, '50% order + 50% net 30', 0.02)).toBe(
      'Back under the credit limit: €59,400 of €80,000, instead of €10,000 over it.',
    );
  });

  it('says when it leaves the customer over it, or takes it there', () => {
    expect(note(50_000, null, 0.02)).toBe('Still over the credit limit: €88,800 of €50,000.');
    expect(note(50_000, 'net 120', -0.01, 'on delivery')).toBe('Over the credit limit: €90,600 of €50,000.');
  });

  it('says nothing of a customer within it, or without one', () => {
    expect([note(100_000, 'on delivery', 0), note(null, 'on delivery', 0)]).toEqual([null, null]);
  });
});
