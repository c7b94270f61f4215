import type { Deal } from '../crm/index.ts';
import { dealStateOf } from './deal-state.ts';
import type { DealState, DealStateKind } from './deal-state.ts';
import { storedAdvice } from './stored-advice.ts';

/** A deal worth somebody's call today. */
export type Push = {
  readonly deal: Deal;
  readonly state: DealState;
  /** Expected gain times the chance that the deal closes; home currency. */
  readonly worth: number;
};

/** Somebody else's turn, or nothing to trade. */
const notOurMove: readonly DealStateKind[] = [
  'lost',
  'won',
  'no_amount',
  'no_rate',
  'nothing_to_offer',
  'awaiting_approval',
  'offered',
  'agreed',
  'result_due',
  'settled',
];

/** Chance that a deal is won, 0 to 1, as its stage has it; a stage without one is taken at its word. */
export function closingChanceOf({ facts: { isClosed, isWon, stageProbability } }: Pick<Deal, 'facts'>): number {
  if (isClosed) return isWon ? 1 : 0;
  return stageProbability ?? 1;
}

/**
 * The deals to push today: those that gain most on average, closing counted, where the next move is ours.
 *
 * @param deals - decoded with `boardDealPropertyNames`
 * @param homeCurrency - of the account, ISO 4217
 * @param most - how many at most
 * @returns the worthiest first
 */
export function pushList(deals: readonly Deal[], homeCurrency: string, most: number): Push[] {
  return deals
    .flatMap((deal): Push[] => {
      const state = dealStateOf({ ...deal, homeCurrency, advice: storedAdvice(deal) });
      const worth = (deal.score?.expectedGainHome ?? 0) * closingChanceOf(deal);
      const awaitsOperations = deal.expedite.status === 'requested';
      return worth <= 0 || awaitsOperations || notOurMove.includes(state.kind) ? [] : [{ deal, state, worth }];
    })
    .sort((one, other) => other.worth - one.worth)
    .slice(0, most);
}
