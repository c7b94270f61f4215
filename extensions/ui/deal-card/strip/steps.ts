import type { OfferAnswer, TrialAnswer } from '@deal-terms/core/offers';

/** What a rep can do from the strip, and what the button says. */
export const stepLabels = {
  copy_email: 'Copy as e-mail',
  record_offer: 'Record as offered',
  ask_approval: 'Ask for approval',
  other_offer: 'Offer something else',
  ask_operations: 'Ask operations',
  request_shipment: 'Request shipment',
  show_request: 'Request to operations',
  offer_approved: 'Offer it',
  remind: 'Remind',
  accepted: 'Accepted',
  wanted_more: 'Wanted more',
  refused_terms: 'Refused the terms',
  refused_price: 'Refused the price',
  no_answer: 'No answer',
  answer_in_words: 'Answer in their words',
  correct_answer: 'Correct the answer',
  copy_terms: 'Copy terms',
  set_amount: 'Set amount',
  list_amount: 'Undo set amount',
  record_result: 'Record result',
  correct_result: 'Correct the result',
  copy_question: 'Copy question',
  name_figure: 'Figure',
  trial_yes: 'Yes',
  trial_no: 'No',
  trial_in_words: 'They said',
  ask_trial: 'Ask a question first',
  correct_trial: 'Correct their answer',
} as const;
export type Step = keyof typeof stepLabels;

/** Steps that record what the customer said to a trial question with one click. */
export const trialAnswerOfStep: Partial<Record<Step, TrialAnswer>> = { trial_yes: 'yes', trial_no: 'no' };

/** Steps that record what the customer said with one click. */
export const answerOfStep: Partial<Record<Step, OfferAnswer>> = {
  accepted: 'accepted',
  wanted_more: 'wanted_more',
  refused_terms: 'refused_terms',
  refused_price: 'refused_price',
  no_answer: 'no_answer',
};
