import * as objects from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { ledgerObjectType } from '@deal-terms/core/crm';
import { CrmError } from './crm-error.ts';
import { connectRecords } from './records.ts';
import type { Transport } from './transport.ts';

export type LedgerEntry = { readonly key: string; readonly kind: string; /** JSON text. */ readonly body: string; readonly author: string; /** ISO 8601. */ readonly writtenAt: string };

/** Single entries of the ledger. Every method throws `CrmError` and nothing else that is expected. */
export type LedgerEntryPort = {
  /** When an entry was created, ISO 8601; null when there is none. One call. */
  readonly entryCreatedAt: (key: string) => Promise<string | null>;
  /** Writes an entry nobody else writes, whether or not it is there. One call. */
  readonly putEntry: (entry: LedgerEntry) => Promise<void>;
};

/**
 * @param transport - where the calls go
 */
export function createLedgerEntryPort(transport: Transport): LedgerEntryPort {
  const { single, batch } = connectRecords(transport);
  return {
    entryCreatedAt: async (key) => {
      try {
        return (await single.getById(ledgerObjectType, key, undefined, undefined, undefined, false, 'entry_key')).createdAt.toISOString();
      } catch (error) {
        if (error instanceof CrmError && (error.kind === 'not_found' || error.kind === 'not_installed')) return null;
        throw error;
      }
    },
    putEntry: async ({ key, kind, body, author, writtenAt }) => {
      const input = Object.assign(new objects.SimplePublicObjectBatchInputUpsert(), { id: key, idProperty: 'entry_key', properties: { kind, body, author, written_at: writtenAt } });
      await batch.upsert(ledgerObjectType, Object.assign(new objects.BatchInputSimplePublicObjectBatchInputUpsert(), { inputs: [input] }));
    },
  };
}
