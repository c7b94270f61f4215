import * as z from 'zod/mini';
import { ledgerObject, ledgerObjectType } from '@deal-terms/core/crm';
import type { PropertyDefinition } from '@deal-terms/core/crm';
import { createJsonApi } from './json-api.ts';
import { wireProperty } from './schema-port.ts';
import type { Transport } from './transport.ts';

/** Sets up and takes down the ledger object; entries are the ledger port's, its properties the schema port's like others. Every method throws `CrmError`. */
export type LedgerSetupPort = {
  readonly createLedger: (properties: readonly PropertyDefinition[]) => Promise<void>;
  readonly removeLedger: () => Promise<void>;
  /** Ids of up to 100 entries. */
  readonly someEntries: () => Promise<readonly string[]>;
  readonly archiveEntries: (ids: readonly string[]) => Promise<void>;
};

const schemasPath = '/crm-object-schemas/v3/schemas';
const recordsPath = `/crm/v3/objects/${ledgerObjectType}`;

/**
 * @param transport - where the calls go
 */
export function createLedgerSetupPort(transport: Transport): LedgerSetupPort {
  const { read, write } = createJsonApi(transport);
  return {
    createLedger: (properties) =>
      write('POST', schemasPath, { ...ledgerObject, associatedObjects: [], properties: properties.map(wireProperty) }),
    removeLedger: () => write('DELETE', `${schemasPath}/${ledgerObjectType}`),
    someEntries: async () =>
      (
        await read(`${recordsPath}?limit=100`, z.object({ results: z.array(z.object({ id: z.string() })) }))
      ).results.map(({ id }) => id),
    archiveEntries: (ids) => write('POST', `${recordsPath}/batch/archive`, { inputs: ids.map((id) => ({ id })) }),
  };
}
