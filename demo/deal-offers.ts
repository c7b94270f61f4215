/** What colleagues offered today, and what the customer said; terms in the app's notation. */
export type DemoOffer = {
  /** Name of the deal. */
  readonly deal: string;
  /** Beyond the rep's limit: it waits for a manager. */
  readonly needsApproval?: true;
  readonly terms: {
    readonly paymentPlan: string;
    readonly daysSaved: number;
    readonly forecast: boolean;
    readonly discount: number;
  };
  readonly answer?: 'accepted' | 'wanted_more' | 'refused_terms' | 'refused_price' | 'no_answer';
  /** In the customer's words. */
  readonly note?: string;
};

const plain = { daysSaved: 0, forecast: false } as const;

export const dealOffers: readonly DemoOffer[] = [
  {
    deal: 'Advent calendar houses',
    terms: { ...plain, paymentPlan: 'on delivery', daysSaved: 14, discount: 0.01 },
    answer: 'accepted',
    note: 'If they are here by the first, we pay the driver.',
  },
  {
    deal: 'Ornament assortment',
    terms: { paymentPlan: 'on delivery', daysSaved: 14, forecast: true, discount: 0.04 },
    answer: 'accepted',
    note: 'Deal. Our planners send the forecast every quarter anyway.',
  },
  {
    deal: 'Smoking men, second delivery',
    terms: { ...plain, paymentPlan: 'net 30', discount: 0.02 },
    answer: 'wanted_more',
    note: 'Three per cent, or we leave it as it is.',
  },
  {
    deal: 'Coffee house gift tins',
    terms: { ...plain, paymentPlan: 'net 30', discount: 0.02 },
    answer: 'refused_terms',
    note: 'We pay when the season has paid us.',
  },
  {
    deal: 'Duty-free plush trolls',
    terms: { paymentPlan: 'net 30', daysSaved: 0, forecast: true, discount: 0.03 },
    answer: 'refused_price',
    note: 'Head office wants five.',
  },
  { deal: 'Miniature clocks', terms: { ...plain, paymentPlan: 'on delivery', daysSaved: 14, discount: 0.005 } },
  {
    deal: 'Snow globes, alpine series',
    needsApproval: true,
    terms: { paymentPlan: 'advance 30', daysSaved: 0, forecast: true, discount: 0.08 },
  },
];
