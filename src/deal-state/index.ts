export { hasCustomerAnswers } from './customer-answers.ts';
export { dealStateKinds, dealStateOf, isSpeedConfirmed, nextSteps } from './deal-state.ts';
export type { DealState, DealStateKind, DealToPlace, NextStep } from './deal-state.ts';
export { dealStateLabels } from './labels.ts';
