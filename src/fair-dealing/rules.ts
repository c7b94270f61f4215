import type { Region } from './countries.ts';

/** When a rule is worth mentioning: every part that is given must hold. */
export type Trigger = {
  /** Both sides are there. */
  readonly bothIn?: Region;
  /** At least one side is there. */
  readonly oneIn?: Region;
  /** The customer's industry, as HubSpot names it. */
  readonly industries?: readonly string[];
  /** Something is paid later than this many days after delivery. */
  readonly daysAfterDeliveryAbove?: number;
  /** Something is paid sooner than this many days before delivery. */
  readonly daysBeforeDeliveryAbove?: number;
  /** The price differs from the list. */
  readonly priceDiffers?: true;
};

/** A rule that terms of trade can touch. The card mentions it and its source; what follows from it is for people to judge. */
export type FairDealingRule = {
  readonly id: string;
  readonly title: string;
  readonly trigger: Trigger;
  readonly reason: string;
  readonly source: string;
};

export const fairDealingRules: readonly FairDealingRule[] = [
  {
    id: 'us_net_price',
    title: 'Net prices between customers in the United States',
    trigger: { bothIn: 'US', priceDiffers: true },
    reason:
      'Customers who compete with each other and buy the same goods may not be charged different net prices where that harms competition. What counts is the price after terms, so the same trade may have to be open to them all.',
    source: 'Robinson-Patman Act, 15 U.S.C. § 13(a)',
  },
  {
    id: 'eu_late_payment',
    title: 'Late payment in the European Union',
    trigger: { oneIn: 'EU', daysAfterDeliveryAbove: 60 },
    reason:
      'Between companies, more than 60 days need to be agreed expressly and may not be grossly unfair to whoever is paid.',
    source: 'Directive 2011/7/EU, Article 3(5)',
  },
  {
    id: 'eu_agri_food',
    title: 'Agricultural and food products in the European Union',
    trigger: {
      oneIn: 'EU',
      daysAfterDeliveryAbove: 30,
      industries: [
        'DAIRY',
        'FARMING',
        'FISHERY',
        'FOOD_BEVERAGES',
        'FOOD_PRODUCTION',
        'RANCHING',
        'RESTAURANTS',
        'SUPERMARKETS',
        'WINE_AND_SPIRITS',
      ],
    },
    reason:
      'A larger buyer must pay a smaller supplier of perishable agricultural and food products within 30 days, of other ones within 60.',
    source: 'Directive (EU) 2019/633, Article 3(1)(a)',
  },
  {
    id: 'long_prepayment',
    title: 'Paid more than a year before delivery',
    trigger: { daysBeforeDeliveryAbove: 365 },
    reason:
      'Such a prepayment may hold a significant financing component: revenue is then recorded with interest, not at the amount paid.',
    source: 'IFRS 15, paragraphs 60–65; ASC 606-10-32-15 to 32-18',
  },
];
