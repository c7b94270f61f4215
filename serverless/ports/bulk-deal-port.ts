import { isCrmError } from './crm-error.ts';
import { createDealPort } from './deal-port.ts';
import type { LedgerPort, Properties } from './deal-port.ts';
import { connectRecords } from './records.ts';
import type { Transport } from './transport.ts';

/** HubSpot's largest batch (design: limits). */
export const batchSize = 100;

export type DealUpdate = { readonly id: string; readonly properties: Readonly<Record<string, string>> };
/** A deal HubSpot refused to update, with what it named. */
export type RefusedUpdate = { readonly id: string; readonly reason: string };

/** Many deals at once. Every method throws `CrmError` and nothing else that is expected. */
export type BulkDealPort = LedgerPort & {
  /** Deals by id, at most 100; those that do not exist are left out. One call. */
  readonly readDeals: (
    ids: readonly string[],
    properties: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly properties: Properties }[]>;
  /** Updates at most 100 deals; what HubSpot refuses is told, and does not keep the others from being written. One call, more only to find what is refused. */
  readonly updateDeals: (updates: readonly DealUpdate[]) => Promise<readonly RefusedUpdate[]>;
};

/**
 * @param transport - where the calls go
 */
export function createBulkDealPort(transport: Transport): BulkDealPort {
  const records = connectRecords(transport);

  const updateDeals = async (updates: readonly DealUpdate[]): Promise<readonly RefusedUpdate[]> => {
    if (updates.length === 0) return [];
    try {
      const answer = await records.updateBatch('deals', updates);
      const written = new Set(answer.results.map(({ id }) => id));
      return updates.filter(({ id }) => !written.has(id)).map(({ id }) => ({ id, reason: 'HubSpot did not write it' }));
    } catch (error) {
      if (!isCrmError(error) || (error.kind !== 'validation' && error.kind !== 'not_found')) throw error;
      // One refused deal refuses the whole batch: halves are tried until it is found.
      if (updates.length === 1 && updates[0])
        return [
          {
            id: updates[0].id,
            reason: `HubSpot refused it (${error.kind}${error.details.properties.map((name) => ` ${name}`).join('')})`,
          },
        ];
      const middle = Math.ceil(updates.length / 2);
      return [...(await updateDeals(updates.slice(0, middle))), ...(await updateDeals(updates.slice(middle)))];
    }
  };
  return {
    readLedger: createDealPort(transport).readLedger,
    readDeals: (ids, properties) => records.readBatch('deals', ids, properties),
    updateDeals,
  };
}
