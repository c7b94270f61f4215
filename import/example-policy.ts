import { starterAppSettings } from '@deal-terms/core/crm';
import type { PolicySettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';

/** Who the settings say saved it. */
export const exampleAuthor = 'Example for an imported file';

/** What waits for cash in the example, as a fraction of what is in the pipeline. */
const waitingShare = 0.25;

/**
 * A policy to begin with: no file says what cash is worth to its company, and where nothing waits for it hardly anything is worth trading before customers
 * are asked. Here orders worth a quarter of the open pipeline do, to two digits; all else is as built in.
 *
 * @param openAmount - of all open deals, in home currency
 */
export function examplePolicy(openAmount: number): PolicySettings {
  const unfundedCost = Number((openAmount * waitingShare).toPrecision(2));
  return { model: { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost } }, app: starterAppSettings };
}
