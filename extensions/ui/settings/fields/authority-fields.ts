import type { SettingGroup } from '../setting-field.ts';

export const authorityFields: SettingGroup = {
  id: 'authority',
  title: 'Authority',
  sections: [
    {
      title: 'What reps may offer without approval',
      about:
        'An offer beyond a limit becomes a request for approval: a task for the first approver, with what both sides gain.',
      fields: [
        {
          path: 'app.maxDiscount',
          label: 'Largest discount without approval',
          kind: 'percent',
          unit: 'of the amount',
          meaning: 'For everybody without personal limits.',
          whenEmpty: 'Empty: no limit.',
        },
        {
          path: 'app.minMargin',
          label: 'Lowest margin without approval',
          kind: 'percent',
          unit: 'of the price after the trade',
          meaning:
            'Gross margin after discount, expedite cost and forecast saving. A margin typed on a deal counts up to the usual one of this policy.',
          whenEmpty: 'Empty: no limit.',
        },
        {
          path: 'app.minGain',
          label: 'Lowest gain without approval',
          kind: 'money',
          unit: '',
          meaning: 'What the offer gains us at our own cost of cash, in home currency.',
          whenEmpty: 'Empty: no limit.',
        },
        {
          path: 'app.maxDaysLater',
          label: 'Later payment without approval',
          kind: 'number',
          unit: 'days',
          meaning: 'Days beyond today’s terms, on average over the payments.',
          whenEmpty: 'Empty: no limit.',
        },
      ],
    },
    {
      title: 'Personal limits',
      about: null,
      fields: [
        {
          path: 'app.ownerLimits',
          label: 'Limits by owner',
          kind: 'ownerLimits',
          unit: '',
          meaning: 'In place of everybody’s; counts for deals the person owns.',
        },
      ],
    },
    {
      title: 'Who approves',
      about: null,
      fields: [
        {
          path: 'app.approverIds',
          label: 'Approvers',
          kind: 'owners',
          unit: '',
          meaning: 'They decide on the deal, with the approval code; the first gets the tasks.',
          whenEmpty: 'Nobody: offers beyond a limit cannot be approved.',
        },
        {
          path: 'app.approvalDays',
          label: 'How long an approval is good for',
          kind: 'number',
          unit: 'days',
          meaning: 'It also ends when the deal’s amount, margin, terms of today or answers change.',
        },
      ],
    },
  ],
};
