import { describe, expect, it } from 'vitest';
import { approvalChangesFor, approvalChangesInWords } from '@deal-terms/core/offers';
import { appraisal, terms } from './offer-events.ts';

const approved = { terms, appraisal, by: 'Grace', at: '2026-10-01T08:00:00Z' };
const negotiation = { approved, approvedUntil: '2026-10-20' };
const reader = { locale: 'en-GB' };

/** What no longer is as it was approved. */
function changesOf(change: { terms?: object; appraisal?: object }, today = '2026-10-20') {
  const offer = { terms: { ...terms, ...change.terms }, appraisal: { ...appraisal, ...change.appraisal } };
  const changes = approvalChangesFor(negotiation, offer, today);
  return { changes, words: approvalChangesInWords(changes ?? [], negotiation, offer, reader) };
}
const deal = appraisal.deal;

describe('an approval', () => {
  it('covers what it was given for, up to its last day and for any smaller discount', () => {
    expect(changesOf({})).toEqual({ changes: [], words: '' });
    expect(changesOf({ terms: { discount: 0.01 } }).changes).toEqual([]);
    expect(approvalChangesFor({ approved: null, approvedUntil: null }, approved, '2026-10-20')).toBeNull();
    expect(approvalChangesFor({ approved, approvedUntil: null }, approved, '2036-10-20')).toEqual([]);
  });

  it.each([
    ['package', { appraisal: { packageId: 'net_30/7/none' } }, 'it is for other terms'],
    ['package', { terms: { paymentPlan: 'net 45' } }, 'it is for other terms'],
    ['discount', { terms: { discount: 0.03 } }, 'it goes up to a discount of 2%'],
    ['amount', { appraisal: { deal: { ...deal, amount: 90_000 } } }, 'the amount was US$100,000 and is US$90,000'],
    ['currency', { appraisal: { currency: 'EUR' } }, 'the currency was USD and is EUR'],
    ['margin', { appraisal: { deal: { ...deal, grossMargin: 0.35 } } }, 'the gross margin was 40% and counts as 35%'],
    ['cashPosition', { appraisal: { customer: { cashPosition: 'tight' } } }, 'another cash position is recorded now'],
    [
      'termsImportance',
      { appraisal: { customer: { termsImportance: 'critical' } } },
      'another importance of terms is recorded now',
    ],
    ['urgency', { appraisal: { customer: { urgency: 'high' } } }, 'another urgency is recorded now'],
  ])('does not cover another %s: %j', (change, offered, words) => {
    const found = changesOf(offered);
    expect(found.changes).toEqual([change]);
    expect(found.words).toContain(words);
  });

  it('does not cover anything once its last day is over', () => {
    const { changes, words } = changesOf({}, '2026-10-21');
    expect(changes).toEqual(['expired']);
    expect(words).toContain('it was good until 20 Oct 2026');
  });
});
