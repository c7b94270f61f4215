import type { PipelineDeal } from '@deal-terms/core/plan';
import { count, money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';

/**
 * What is said of deals whose close date is past or missing.
 *
 * @param deals - at least one
 */
export function overdueInWords(deals: readonly PipelineDeal[], isCounted: boolean, reader: Reader): string {
  const amount = deals.reduce((sum, { input }) => sum + input.deal.amount, 0);
  const isOne = deals.length === 1;
  const which = isOne ? '1 overdue deal' : `${count(deals.length, reader)} overdue deals`;
  const them = isOne ? 'it' : 'them';
  return `${which}, ${money(amount, reader)} in all: the close date is past or missing, so nobody knows when the cash comes. ${
    isCounted ? `The plan counts ${them} as ordered today.` : `The plan leaves ${them} out.`
  }`;
}
