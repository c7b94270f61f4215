import type { ComposeMessageRequest } from '@deal-terms/core/contracts';

/** Words for an offer of 2 % off for payment on delivery, in the contact's language. */
export const composing: ComposeMessageRequest = {
  kind: 'offer',
  terms: {
    currency: 'EUR',
    listPrice: 60_000,
    price: 58_800,
    today: [{ share: 1, anchor: 'delivery', days: 90 }],
    payment: { plan: [{ share: 1, anchor: 'delivery', days: 0 }], givenBy: 'customer' },
    forecast: false,
    delivery: null,
  },
  quotesWhy: true,
  language: null,
  senderName: 'Jo Field',
};
