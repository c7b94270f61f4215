import type { AnsweredOffer } from '@deal-terms/core/learning';

/** An offer of payment on delivery instead of net 90, at 2 % off; `change` says what matters to a test. */
export function answeredOffer(change: Partial<AnsweredOffer> = {}): AnsweredOffer {
  return {
    dealId: '1',
    companyId: '',
    ownerId: '11',
    band: 'high',
    deal: {
      amount: 60_000,
      grossMargin: 0.45,
      leadTimeDays: 42,
      payments: [{ share: 1, anchor: 'delivery', days: 90 }],
    },
    customer: { cashPosition: 'tight', termsImportance: 'preference', urgency: 'some' },
    packageId: 'on_delivery/0/none',
    discount: 0.02,
    acceptance: 0.6,
    answer: 'accepted',
    sellerGain: 1_000,
    realisedGain: null,
    ...change,
  };
}

/** `count` offers on deals of their own, of which the first `yes` are accepted and the rest wanted more. */
export function offersOf(
  count: number,
  yes: number,
  change: Partial<AnsweredOffer> = {},
  firstDeal = 0,
): AnsweredOffer[] {
  return Array.from({ length: count }, (_, index) =>
    answeredOffer({ dealId: String(firstDeal + index), answer: index < yes ? 'accepted' : 'wanted_more', ...change }),
  );
}
