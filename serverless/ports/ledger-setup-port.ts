import * as z from 'zod/mini';
import { accountKey, ledgerObject, ledgerObjectType } from '@deal-terms/core/crm';
import type { PropertyDefinition } from '@deal-terms/core/crm';
import { createJsonApi } from './json-api.ts';
import { wireProperty } from './schema-port.ts';
import type { Transport } from './transport.ts';

/** The `account` entry as it stands. */
export type AccountEntry = { readonly id: string; readonly body: string | null };

/** Sets up and takes down the ledger object. Its properties are the schema port's like others. Every method throws `CrmError`. */
export type LedgerSetupPort = {
  readonly createLedger: (properties: readonly PropertyDefinition[]) => Promise<void>;
  readonly removeLedger: () => Promise<void>;
  readonly accountEntry: () => Promise<AccountEntry | null>;
  readonly createAccountEntry: (body: string, writtenAt: string) => Promise<void>;
  readonly updateAccountEntry: (id: string, body: string, writtenAt: string) => Promise<void>;
  /** Ids of up to 100 entries. */
  readonly someEntries: () => Promise<readonly string[]>;
  readonly archiveEntries: (ids: readonly string[]) => Promise<void>;
};

const recordSchema = z.object({ id: z.string(), properties: z.object({ body: z.optional(z.nullable(z.string())) }) });
const schemasPath = '/crm-object-schemas/v3/schemas';
const recordsPath = `/crm/v3/objects/${ledgerObjectType}`;
const author = 'crm:install';

/**
 * @param transport - where the calls go
 */
export function createLedgerSetupPort(transport: Transport): LedgerSetupPort {
  const { read, readOrNull, write } = createJsonApi(transport);
  return {
    createLedger: (properties) =>
      write('POST', schemasPath, { ...ledgerObject, associatedObjects: [], properties: properties.map(wireProperty) }),
    removeLedger: () => write('DELETE', `${schemasPath}/${ledgerObjectType}`),
    accountEntry: async () => {
      const entry = await readOrNull(`${recordsPath}/${accountKey}?idProperty=entry_key&properties=body`, recordSchema);
      return entry === null ? null : { id: entry.id, body: entry.properties.body ?? null };
    },
    createAccountEntry: (body, writtenAt) =>
      write('POST', recordsPath, {
        properties: { entry_key: accountKey, kind: 'account', body, author, written_at: writtenAt },
      }),
    updateAccountEntry: (id, body, writtenAt) =>
      write('PATCH', `${recordsPath}/${id}`, { properties: { body, author, written_at: writtenAt } }),
    someEntries: async () =>
      (
        await read(`${recordsPath}?limit=100`, z.object({ results: z.array(z.object({ id: z.string() })) }))
      ).results.map(({ id }) => id),
    archiveEntries: (ids) => write('POST', `${recordsPath}/batch/archive`, { inputs: ids.map((id) => ({ id })) }),
  };
}
