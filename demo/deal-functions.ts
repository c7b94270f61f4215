import * as z from 'zod/mini';
import type { FunctionPool } from '../workbench/functions/function-pool.ts';
import type { CrmClient } from '../workbench/crm-client.ts';

/** Calls an app function for a deal, as the app's card does for whoever looks at it. */
export type CallForDeal = (
  uid: string,
  deal: { readonly id: string; readonly name: string; readonly viewerToken: string },
  parameters: Readonly<Record<string, unknown>>,
) => Promise<void>;

/** What the card shows HubSpot of the deal: the app's own property group and these. */
const termsGroup = 'strategic_terms';
const nativeProperties = [
  'hs_object_id',
  'dealname',
  'amount',
  'deal_currency_code',
  'hs_exchange_rate',
  'closedate',
  'hs_is_closed',
  'hs_primary_associated_company',
  'hubspot_owner_id',
];

const replySchema = z.object({ ok: z.boolean() });
const propertiesSchema = z.object({ results: z.array(z.object({ name: z.string(), groupName: z.string() })) });

/**
 * A caller of the app's functions for deals; a call throws when the app does not do what it is asked.
 *
 * @param functions - the app's
 * @param crm - knows the app's properties
 */
export async function connectDealFunctions(functions: FunctionPool, crm: CrmClient): Promise<CallForDeal> {
  const { results } = propertiesSchema.parse(await crm.get('/crm/v3/properties/deals'));
  const objectPropertyNames = [
    ...nativeProperties,
    ...results.filter(({ groupName }) => groupName === termsGroup).map(({ name }) => name),
  ];
  return async (uid, { id, name, viewerToken }, parameters) => {
    const { status, body } = await functions.call({
      uid,
      parameters,
      objectQuery: { objectId: id, objectTypeId: '0-3', objectPropertyNames },
      viewerToken,
    });
    const reply = status === 200 ? replySchema.safeParse(body.response) : null;
    if (reply?.data?.ok !== true) throw new Error(`${uid} of ${name}: ${JSON.stringify(body)}`);
  };
}
