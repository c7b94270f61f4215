import type { SettingGroup } from '../setting-field.ts';

export const forecastFields: SettingGroup = {
  id: 'forecasts',
  title: 'Forecasts',
  sections: [
    {
      title: 'When a customer commits to quarterly forecasts',
      about: null,
      fields: [
        {
          path: 'model.forecast.costSaving',
          label: 'What we save',
          kind: 'percent',
          unit: 'of the direct cost',
          meaning: 'What planning ahead takes off the cost of an order.',
        },
        {
          path: 'model.forecast.customerEffort',
          label: 'What it costs the customer',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'The customer’s effort of forecasting and of keeping to it.',
        },
      ],
    },
  ],
};
