import type { SettingGroup } from '../setting-field.ts';

export const dealFields: SettingGroup = {
  id: 'deals',
  title: 'Our deals',
  sections: [
    {
      title: 'What we assume of a deal that does not say',
      about: null,
      fields: [
        {
          path: 'app.defaultGrossMargin',
          label: 'Gross margin',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'What a deal leaves after its direct cost.',
        },
        {
          path: 'app.defaultLeadTimeDays',
          label: 'Lead time',
          kind: 'number',
          unit: 'days',
          meaning: 'From order to delivery.',
        },
        {
          path: 'app.defaultPaymentPlan',
          label: 'Our usual terms',
          kind: 'plan',
          unit: '',
          meaning: 'As you write them: net 30, 30 days end of month, Vorkasse, or 50% order + 50% net 30.',
        },
      ],
    },
    {
      title: 'What your account already knows',
      about:
        'Margin, terms, lateness and relationship are worked out from line items, quotes, invoices and earlier deals. Where an accounting or credit-report app keeps one in a property, name it here: it wins over what is worked out, and loses to what a rep types.',
      fields: [
        {
          path: 'app.ownProperties',
          label: 'Properties of your own',
          kind: 'ownProperties',
          unit: '',
          meaning:
            'By internal name, as HubSpot’s property settings show it. A product’s property counts where line items have it.',
        },
      ],
    },
    {
      title: 'Planning and country',
      about: null,
      fields: [
        {
          path: 'app.planHorizonWeeks',
          label: 'Plan ahead',
          kind: 'number',
          unit: 'weeks',
          meaning: 'How far the liquidity plan looks.',
        },
        {
          path: 'app.sellerCountry',
          label: 'Our country',
          kind: 'country',
          unit: '',
          meaning: 'Two letters, such as DE: decides which rules on payment terms the card mentions.',
          whenEmpty: 'Empty: rules that depend on it are not mentioned.',
        },
      ],
    },
  ],
};
