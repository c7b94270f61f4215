export { hasCustomerAnswers } from './customer-answers.ts';
export { dealStateKinds, dealStateOf, isSpeedConfirmed, nextSteps } from './deal-state.ts';
export type { DealState, DealStateKind, DealToPlace, NextStep } from './deal-state.ts';
export { dealStateLabels } from './labels.ts';
export { closingChanceOf, pushList } from './push-list.ts';
export type { Push } from './push-list.ts';
export { isQuestionFirst } from './question-first.ts';
export { storedAdvice } from './stored-advice.ts';
