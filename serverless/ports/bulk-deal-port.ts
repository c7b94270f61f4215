import { isCrmError } from './crm-error.ts';
import type { CrmError, CrmErrorKind } from './crm-error.ts';
import type { Properties } from './deal-port.ts';
import { propertyLabels } from './property-labels.ts';
import { createJsonRecords } from './json-records.ts';
import type { Transport } from './transport.ts';

export type DealUpdate = { readonly id: string; readonly properties: Readonly<Record<string, string>> };
/** A deal HubSpot refused to update. */
export type RefusedUpdate = {
  readonly id: string;
  /** A rule of the account demands properties, or HubSpot refused for another reason. */
  readonly reason: 'required_property' | 'refused';
  /** Properties HubSpot named: those the rule demands, else those it refused. */
  readonly properties: readonly string[];
};

/** Many deals at once. Every method throws `CrmError` and nothing else that is expected. */
export type BulkDealPort = {
  /** Deals by id, at most 100; those that do not exist are left out. One call. */
  readonly readDeals: (
    ids: readonly string[],
    properties: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly properties: Properties }[]>;
  /** Updates at most 100 deals; what HubSpot refuses is told, and does not keep the others from being written. One call, more only to find what is refused. */
  readonly updateDeals: (updates: readonly DealUpdate[]) => Promise<readonly RefusedUpdate[]>;
  /** What people call properties of deals. One call. */
  readonly dealPropertyLabels: (names: readonly string[]) => Promise<readonly string[]>;
};

/**
 * @param transport - where the calls go
 */
export function createBulkDealPort(transport: Transport): BulkDealPort {
  const records = createJsonRecords(transport);

  const updateDeals = async (updates: readonly DealUpdate[]): Promise<readonly RefusedUpdate[]> => {
    if (updates.length === 0) return [];
    try {
      const written = new Set(await records.updateBatch('deals', updates));
      return updates.filter(({ id }) => !written.has(id)).map(({ id }) => ({ id, reason: 'refused', properties: [] }));
    } catch (error) {
      if (!isCrmError(error) || !ofOneDeal.has(error.kind)) throw error;
      // One refused deal refuses the whole batch: halves are tried until it is found.
      if (updates.length === 1 && updates[0]) return [refusedUpdate(updates[0].id, error)];
      const middle = Math.ceil(updates.length / 2);
      return [...(await updateDeals(updates.slice(0, middle))), ...(await updateDeals(updates.slice(middle)))];
    }
  };
  return {
    readDeals: (ids, properties) => records.readBatch('deals', ids, properties),
    updateDeals,
    dealPropertyLabels: (names) => propertyLabels(transport, 'deals', names),
  };
}

/** Failures that are about a single deal of a batch. */
const ofOneDeal: ReadonlySet<CrmErrorKind> = new Set(['validation', 'not_found', 'conflict']);

function refusedUpdate(id: string, { details: { required, properties } }: CrmError): RefusedUpdate {
  return required.length > 0
    ? { id, reason: 'required_property', properties: required }
    : { id, reason: 'refused', properties };
}
