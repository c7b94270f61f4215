import { describe, expect, it } from 'vitest';
import { encodeOfferLog } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import { promoRetailer } from './account.ts';
import { openTab } from './card.tsx';

const at = '2026-11-23T08:00:00.000Z';
const terms = { paymentPlan: 'on delivery', daysSaved: 0, forecast: false, discount: 0.02 };
const appraisal = {
  packageId: 'on_delivery/0/none',
  deal: {
    amount: 60_000,
    grossMargin: 0.45,
    leadTimeDays: 42,
    payments: [{ share: 1, anchor: 'delivery' as const, days: 90 }],
  },
  customer: {},
  currency: 'EUR',
  exchangeRate: 1,
  policyVersion: 1,
  band: 'high' as const,
  acceptance: 0.8,
  sellerGain: 800,
  customerGain: 300,
  marginRate: 0.38,
  costOfCash: 0.1,
  valueToday: 57_000,
  expediteCost: 0,
  forecastSaving: 0,
  supplierPaymentDay: 0,
};

/** Asked for 2 % off, approved at a discount of the approver's own. */
function approvedAt(discount: number): OfferEvent[] {
  return [
    {
      action: 'ask',
      revision: 1,
      by: 'Oliver',
      at,
      terms,
      appraisal,
      approvers: [{ ownerId: '1', userId: '1', name: 'Grace' }],
    },
    {
      action: 'counter',
      revision: 2,
      by: 'Grace',
      at,
      terms: { ...terms, discount },
      appraisal,
      reason: 'No more than that.',
      validUntil: '2026-12-23',
    },
  ];
}

const deal = (discount: number) => ({
  ...promoRetailer,
  terms_cash_position: 'strained',
  terms_importance: 'critical',
  terms_urgency: 'none',
  terms_offer_status: 'countered',
  terms_offer_log: encodeOfferLog(approvedAt(discount)),
});

describe('one click', () => {
  it('does not offer what the customer would lose by: the form says so first', async () => {
    const { account, card } = await openTab(deal(-0.3));
    expect(card.nextStep()).toBe('Offer it');
    card.click('Offer it');
    await card.sees('A yes is next to impossible, as far as we know.');
    expect(card.text()).toContain('Record it all the same');
    expect(account.calls.map(({ uid }) => uid)).not.toContain('offer_terms');
  });
});
