import { ledgerObjectType } from '@deal-terms/core/crm';
import { CrmError } from './crm-error.ts';
import { connectRecords } from './records.ts';
import type { Transport } from './transport.ts';

export type LedgerEntry = {
  readonly key: string;
  readonly kind: string;
  /** JSON text. */ readonly body: string;
  readonly author: string;
  /** ISO 8601. */ readonly writtenAt: string;
};

/** Single entries of the ledger. Every method throws `CrmError` and nothing else that is expected. */
export type LedgerEntryPort = {
  /** Bodies of entries by key, and when each was created, in ISO 8601; a key without an entry is absent. One call. */
  readonly readCreated: (
    keys: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly body: string | null; readonly createdAt: string }>>;
  /** Entries by key, at most 100; a key without an entry is absent. One call. */
  readonly readEntries: (keys: readonly string[]) => Promise<ReadonlyMap<string, LedgerEntry>>;
  /** Creates an entry: HubSpot's only compare-and-swap. False when it was there before. One call. */
  readonly createEntry: (entry: LedgerEntry) => Promise<boolean>;
  /** Writes an entry nobody else writes, whether or not it is there. One call. */
  readonly putEntry: (entry: LedgerEntry) => Promise<void>;
};

/**
 * @param transport - where the calls go
 */
export function createLedgerEntryPort(transport: Transport): LedgerEntryPort {
  const records = connectRecords(transport);
  return {
    readEntries: async (keys) => {
      const entries = await records.readBatch(
        ledgerObjectType,
        keys,
        ['entry_key', 'kind', 'body', 'author', 'written_at'],
        'entry_key',
      );
      return new Map(entries.map(({ properties }) => entryOf(properties)).map((entry) => [entry.key, entry]));
    },
    readCreated: async (keys) => {
      const entries = await records.readBatch(ledgerObjectType, keys, ['entry_key', 'body'], 'entry_key');
      return new Map(
        entries.map(({ properties, createdAt }) => [
          properties['entry_key'] ?? '',
          { body: properties['body'] ?? null, createdAt: createdAt.toISOString() },
        ]),
      );
    },
    createEntry: async ({ key, ...entry }) => {
      try {
        await records.create(ledgerObjectType, { entry_key: key, ...propertiesOf(entry) });
        return true;
      } catch (error) {
        if (error instanceof CrmError && error.kind === 'conflict') return false;
        throw error;
      }
    },
    putEntry: async ({ key, ...entry }) => {
      await records.upsert(ledgerObjectType, key, 'entry_key', propertiesOf(entry));
    },
  };
}

function propertiesOf({ kind, body, author, writtenAt }: Omit<LedgerEntry, 'key'>) {
  return { kind, body, author, written_at: writtenAt };
}

function entryOf(properties: Readonly<Record<string, string | null>>): LedgerEntry {
  const text = (name: string) => properties[name] ?? '';
  return {
    key: text('entry_key'),
    kind: text('kind'),
    body: text('body'),
    author: text('author'),
    writtenAt: text('written_at'),
  };
}
