import type { SettingGroup } from '../setting-field.ts';

export const paymentFields: SettingGroup = {
  id: 'payment',
  title: 'Payment options',
  sections: [
    {
      title: 'Terms we may propose',
      about:
        'Each deal is tried with each of them. The name is kept on deals; terms are written as net 30, on delivery, advance 30 or 50% order + 50% net 30.',
      fields: [
        {
          path: 'model.paymentOptions',
          label: 'Payment options',
          kind: 'plans',
          unit: '',
          meaning: 'Terms that reps may offer instead of a deal’s own.',
        },
        {
          path: 'model.allowLongerTerms',
          label: 'Offer longer terms too',
          kind: 'yesNo',
          unit: '',
          meaning: 'Whether a package may have the customer pay later than today.',
        },
      ],
    },
  ],
};
