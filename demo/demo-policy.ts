import { defaultAppSettings } from '@deal-terms/core/crm';
import type { PolicySettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import type { Ids } from './demo-records.ts';

/** Home currency; orders that wait because there is no cash to make them. */
const unfundedCost = 250_000;

/** What a rep may give away alone, fraction of the amount. */
export const ownLimit = 0.05;

/** The seller's policy of the story: orders worth 250,000 wait for cash, and a discount above 5 % needs a manager's yes. */
export function demoPolicy(owners: Ids): PolicySettings {
  return {
    model: { ...defaultPolicy, backlog: { ...defaultPolicy.backlog, unfundedCost } },
    app: {
      ...defaultAppSettings,
      opsOwnerId: owners.get('marta') ?? null,
      sellerCountry: 'DE',
      maxDiscount: ownLimit,
      approverIds: [owners.get('grace') ?? ''],
    },
  };
}
