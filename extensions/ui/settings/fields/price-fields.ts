import type { SettingGroup } from '../setting-field.ts';

export const priceFields: SettingGroup = {
  id: 'price',
  title: 'Price limits',
  sections: [
    {
      title: 'How far a price may move',
      about: null,
      fields: [
        {
          path: 'model.discount.max',
          label: 'Largest discount',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'No offer goes above it.',
        },
        {
          path: 'model.discount.maxPremium',
          label: 'Largest premium',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'The most we add to the price for what we give.',
        },
        {
          path: 'model.discount.keepOfMargin',
          label: 'Margin that must be kept',
          kind: 'percent',
          unit: 'of today’s margin',
          meaning: 'What of a deal’s gross margin must remain after discount, cost of speed and saving from forecasts.',
        },
        {
          path: 'model.discount.step',
          label: 'Steps of a discount',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'Discounts are offered in multiples of it.',
        },
      ],
    },
    {
      title: 'What is worth a talk',
      about: null,
      fields: [
        {
          path: 'model.materialGain.seller',
          label: 'Smallest gain for us',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'Below it we would not bother to change a deal.',
        },
        {
          path: 'model.materialGain.sellerMoney',
          label: 'Smallest gain for us, in money',
          kind: 'money',
          unit: '',
          meaning: 'On small deals this counts: changing terms takes as much work there.',
        },
        {
          path: 'model.materialGain.customer',
          label: 'Smallest gain for the customer',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'Below it a customer would not bother.',
        },
        {
          path: 'model.minAcceptance',
          label: 'Lowest chance of a yes',
          kind: 'percent',
          unit: '',
          meaning: 'A fair offer must be accepted at least this often by customers who trade at all.',
        },
      ],
    },
    {
      title: 'How a customer decides',
      about: null,
      fields: [
        {
          path: 'model.customerBargainingPower',
          label: 'Customer’s bargaining power',
          kind: 'percent',
          unit: 'of the joint gain',
          meaning: 'How the gain of a trade is shared; 50% is an even split.',
          source: 'Nash 1950, Econometrica 18, in its weighted form',
        },
        {
          path: 'model.responseNoise',
          label: 'What we do not see',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'How much of a customer’s decision the figures leave out; at 0% customers decide by figures alone.',
          source: 'logit response: McFadden 1974',
        },
        {
          path: 'model.silence',
          label: 'Customers who never trade',
          kind: 'percent',
          unit: 'of customers',
          meaning: 'How often a customer does not answer, or refuses for reasons no figure shows.',
        },
        {
          path: 'model.refusalCost',
          label: 'Cost of a refusal',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'What an offer that is not taken costs in goodwill.',
        },
        {
          path: 'model.statedSpread',
          label: 'Doubt about figures customers state',
          kind: 'percent',
          unit: 'to either side',
          meaning: 'How far a cost of cash or a loss a day may be off from what the customer says.',
        },
        {
          path: 'model.worthAsking',
          label: 'Least worth of a question',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'Below it the card does not suggest to ask.',
        },
      ],
    },
  ],
};
