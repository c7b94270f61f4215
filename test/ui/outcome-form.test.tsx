import { DateInput, LoadingButton } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { Outcome, PutForward } from '@deal-terms/core/offers';
import { appraise } from '@deal-terms/core/offers';
import { decodeCustomerProfile, decodeDealFacts, readPolicy, resolveScoringInput } from '@deal-terms/core/crm';
import { describe, expect, it } from 'vitest';
import { OutcomeForm } from '../../extensions/ui/deal-card/offers/OutcomeForm.tsx';
import { stripView } from '../../extensions/ui/deal-card/strip/strip-view.ts';
import { promoRetailer } from './account.ts';

const policy = readPolicy(null);
const account = { portalId: 7, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' };
const terms = { paymentPlan: 'on delivery', daysSaved: 0, forecast: false, discount: 0.02 };

function agreed(): PutForward {
  const resolved = resolveScoringInput({
    facts: decodeDealFacts(promoRetailer, account),
    captured: decodeCustomerProfile(promoRetailer),
    policy,
    account,
    today: '2026-11-23',
  });
  const weighed = resolved.ok ? appraise(resolved, terms, policy) : null;
  if (weighed?.ok !== true) throw new Error('the terms cannot be weighed');
  return { terms, appraisal: weighed.appraisal, by: 'Ann', at: '2026-09-01T10:00:00Z' };
}

const recordedBefore: Outcome = {
  orderedOn: '2026-09-01',
  deliveredOn: '2026-10-10',
  paidOn: null,
  forecastsSent: null,
  actualExpediteCost: null,
};

function open(outcome: Outcome | null, paid: { value: string; count: number } | null) {
  const recorded: Outcome[] = [];
  const renderer = createRenderer('crm.record.tab');
  renderer.render(
    <OutcomeForm
      agreed={agreed()}
      outcome={outcome}
      orderedOn="2026-09-01"
      paid={paid}
      today="2026-11-23"
      isSending={false}
      onRecord={(one) => recorded.push(one)}
      onCancel={() => undefined}
    />,
  );
  const field = (name: string) => renderer.find(DateInput, { name });
  return {
    recorded,
    paidOn: () => field('paidOn').props,
    choose: (name: string, year: number, month: number, date: number) => {
      field(name).trigger('onChange', { year, month, date, formattedDate: '' } as never);
    },
    record: () => {
      renderer.find(LoadingButton).trigger('onClick');
    },
  };
}

describe('the result of a delivered deal', () => {
  it('has the day its invoices were paid filled in, and says where it is from', () => {
    const form = open(recordedBefore, { value: '2026-11-12', count: 2 });
    expect(form.paidOn()).toMatchObject({
      value: { year: 2026, month: 10, date: 12 },
      description: 'Proposed from 2 invoices.',
    });
    // Nothing is written without a click.
    expect(form.recorded).toEqual([]);
    form.record();
    expect(form.recorded).toEqual([{ ...recordedBefore, paidOn: '2026-11-12' }]);
  });

  it('gives way to another day: it is typed then, and no proposal', () => {
    const form = open(null, { value: '2026-11-12', count: 1 });
    expect(form.paidOn()).toMatchObject({ description: 'Proposed from the invoice.' });
    form.choose('paidOn', 2026, 10, 14);
    expect(form.paidOn()).toMatchObject({ description: 'When the last payment came.' });
    form.record();
    expect(form.recorded).toEqual([{ ...recordedBefore, deliveredOn: null, paidOn: '2026-11-14' }]);
  });

  it('keeps what was recorded, and takes no invoice from before the order', () => {
    const known = open({ ...recordedBefore, paidOn: '2026-11-02' }, { value: '2026-11-12', count: 2 });
    known.record();
    expect(known.recorded).toEqual([{ ...recordedBefore, paidOn: '2026-11-02' }]);
    const older = open(recordedBefore, { value: '2026-08-20', count: 1 });
    expect(older.paidOn().value).toBeUndefined();
    older.record();
    expect(older.recorded).toEqual([recordedBefore]);
  });

  it('is empty where nothing is paid yet', () => {
    const form = open(recordedBefore, null);
    expect(form.paidOn()).toMatchObject({ description: 'When the last payment came.' });
    expect(form.paidOn().value).toBeUndefined();
  });
});

describe('the strip of a trade that is over', () => {
  const stripOf = (paidOn: string) =>
    stripView({
      state: { kind: 'settled', next: 'none', since: '2026-09-01', isTradeClosed: true },
      proposal: null,
      swap: '',
      amount: 60_000,
      amountNow: 58_800,
      question: null,
      hasTrial: false,
      figuresFound: 0,
      obstacle: '',
      negotiation: {
        status: 'agreed',
        revision: 3,
        proposal: null,
        offer: agreed(),
        answer: null,
        reason: null,
        approved: null,
        approvedUntil: null,
        outcome: { ...recordedBefore, paidOn },
        trial: null,
      },
      approvers: [],
      lapsed: '',
      expedite: { status: 'none', daysSaved: null },
      today: '2026-11-23',
      reader: { locale: 'en-GB', currency: 'EUR' },
    });

  it('is green only where it was earned', () => {
    expect(stripOf('2026-10-12')).toMatchObject({
      tag: { tone: 'success' },
      headline: '€58,800 paid as agreed: the trade was earned.',
    });
    expect(stripOf('2026-11-20')).toMatchObject({
      tag: { tone: 'danger' },
      headline: 'Not earned: we gave €1,200 and did not get what was agreed.',
    });
  });
});
