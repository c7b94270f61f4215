import type { SettingGroup } from '../setting-field.ts';

export const cashFields: SettingGroup = {
  id: 'cash',
  title: 'Cost of cash',
  sections: [
    {
      title: 'What cash costs us',
      about: null,
      fields: [
        {
          path: 'model.borrowingRate',
          label: 'Bank rate',
          kind: 'percent',
          unit: 'a year',
          meaning: 'What our bank charges for cash.',
          source:
            'small loans in euros 3.7–4% (ECB, November 2025), US small-business lines 6.5–7.9% (Kansas City Fed, late 2024); other lenders 10–30%',
        },
        {
          path: 'model.priceOfCash',
          label: 'Price of cash, set by hand',
          kind: 'percent',
          unit: 'a year',
          meaning: 'What a year of cash is worth to us, for instance as the liquidity plan found it.',
          whenEmpty: 'Empty: worked out from the bank rate and the orders that wait.',
        },
        {
          path: 'model.factoring',
          label: 'Selling receivables',
          kind: 'factoring',
          unit: 'fee for 30 days – share paid out at once',
          meaning: 'What a factor takes and pays: no credit to a customer costs us more than that.',
          whenEmpty: 'Empty: we do not sell receivables.',
          source: '1–5% a month, advancing 80–95%',
        },
        {
          path: 'model.supplierPaymentDay',
          label: 'Day we pay suppliers',
          kind: 'number',
          unit: 'days after the order',
          meaning: 'When the direct cost of a deal is paid; below zero means before the order.',
        },
      ],
    },
    {
      title: 'Orders that wait for cash',
      about: 'Profitable orders we cannot finance make cash dearer than the bank does: freed cash earns their margin.',
      fields: [
        {
          path: 'model.backlog.unfundedCost',
          label: 'Cost of the orders waiting',
          kind: 'money',
          unit: '',
          meaning: 'What it would take to finance all of them.',
        },
        {
          path: 'model.backlog.contributionMargin',
          label: 'Their contribution margin',
          kind: 'percent',
          unit: 'of the price',
          meaning: 'What such an order leaves of its price.',
          source: 'capital rationing: OpenStax, Principles of Finance 2e, 16.4–16.5',
        },
        {
          path: 'model.backlog.cycleDays',
          label: 'Days until their cash is back',
          kind: 'number',
          unit: 'days',
          meaning: 'From paying for such an order to being paid for it.',
        },
        {
          path: 'model.backlog.certainty',
          label: 'Certainty',
          kind: 'percent',
          unit: '',
          meaning: 'How sure it is that financing them earns that margin.',
        },
      ],
    },
  ],
};
