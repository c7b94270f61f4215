import type { SettingGroup } from '../setting-field.ts';

export const speedFields: SettingGroup = {
  id: 'speed',
  title: 'Faster delivery',
  sections: [
    {
      title: 'What speed costs us',
      about: null,
      fields: [
        {
          path: 'model.expedite.fixedCost',
          label: 'Fixed cost',
          kind: 'money',
          unit: '',
          meaning: 'Of each expedited order, however many days are saved.',
        },
        {
          path: 'model.expedite.costPerDay',
          label: 'Cost of a day saved',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'For each day the order arrives sooner.',
          source: 'expedited freight costs 20–30% more, rush production 25–50%',
        },
        {
          path: 'model.expedite.daysSaved',
          label: 'Days saved to choose from',
          kind: 'dayList',
          unit: 'days',
          meaning: 'By how much an order can be brought forward.',
        },
        {
          path: 'model.expedite.minLeadTimeDays',
          label: 'Shortest lead time',
          kind: 'number',
          unit: 'days',
          meaning: 'No order is delivered sooner than this.',
        },
      ],
    },
    {
      title: 'Who decides, and how much there is',
      about: null,
      fields: [
        {
          path: 'app.slotsPerWeek',
          label: 'Expedited orders a week',
          kind: 'number',
          unit: 'orders',
          meaning: 'How many operations can take.',
        },
        {
          path: 'app.opsOwnerId',
          label: 'Requests go to',
          kind: 'owner',
          unit: '',
          meaning: 'Who in operations receives requests for faster delivery.',
          whenEmpty: 'Nobody in particular: they wait in the list.',
        },
      ],
    },
  ],
};
