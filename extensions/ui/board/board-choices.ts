import { fieldView } from '../shared/field-view.ts';
import type { Choice } from '../shared/filter-choices.ts';
import { columnLabels } from './board-columns.ts';

const any: Choice = { label: 'Whichever', value: '' };

export const missingChoices: Choice[] = [
  any,
  { label: 'At least one', value: 'any' },
  { label: fieldView('cashPosition').label, value: 'cashPosition' },
  { label: fieldView('termsImportance').label, value: 'termsImportance' },
  { label: fieldView('urgency').label, value: 'urgency' },
];

export const scoreChoices: Choice[] = [
  any,
  { label: 'Up to date', value: 'current' },
  { label: 'Older policy or model', value: 'outdated' },
  { label: 'Not scored', value: 'unscored' },
];

export const marginChoices: Choice[] = [
  any,
  { label: 'Typed', value: 'typed' },
  { label: 'Found in HubSpot', value: 'found' },
  { label: 'Assumed', value: 'assumed' },
];

export const sortChoices: Choice[] = [
  { label: columnLabels.expectedGain, value: 'expectedGain' },
  { label: columnLabels.negotiability, value: 'negotiability' },
  { label: columnLabels.daysSooner, value: 'daysSooner' },
  { label: columnLabels.amount, value: 'amount' },
  { label: 'Close date', value: 'closeDate' },
  { label: 'Figures assumed', value: 'figuresAssumed' },
];
