import type { DealStateKind } from './deal-state.ts';

/** A state in a word or two: for tags, columns and filters. */
export const dealStateLabels: Record<DealStateKind, string> = {
  lost: 'Lost',
  won: 'Won',
  no_amount: 'No amount',
  no_rate: 'No exchange rate',
  nothing_known: 'Ask first',
  trial_question: 'Question to ask',
  nothing_to_offer: 'Nothing to offer',
  speed_unconfirmed: 'Ask operations',
  offer_ready: 'Ready to offer',
  awaiting_approval: 'Awaiting approval',
  approved: 'Approved',
  countered: 'Approved, changed',
  declined: 'Approval declined',
  offered: 'Offered',
  wanted_more: 'Wanted more',
  refused: 'Refused',
  no_answer: 'No answer',
  agreed: 'Agreed',
  result_due: 'Result open',
  settled: 'Settled',
};
