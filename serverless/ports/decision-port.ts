import { ledgerObjectType } from '@deal-terms/core/crm';
import type { LedgerPort } from './deal-port.ts';
import type { JsonRecords } from './json-records.ts';

/** What was decided, an entry of the ledger each. */
export type Decision = {
  readonly key: string;
  /** JSON text. */ readonly body: string;
  readonly author: string;
  /** ISO 8601. */ readonly writtenAt: string;
};

/** Ledger and decisions. Every method throws `CrmError` and nothing else that is expected. */
export type DecisionPort = LedgerPort & {
  /** The decision there is of this key. One call. */
  readonly readDecision: (key: string) => Promise<Omit<Decision, 'key'> | null>;
  /** HubSpot's only compare-and-swap: false when there was one before. One call. */
  readonly createDecision: (decision: Decision) => Promise<boolean>;
  /** Changes the body of a decision that is its writer's own. One call. */
  readonly amendDecision: (key: string, body: string) => Promise<void>;
};

/**
 * @param records - of the account
 */
export function createDecisionPort(records: JsonRecords): DecisionPort {
  return {
    readLedger: async (keys) => {
      const entries = await records.readBatch(ledgerObjectType, keys, ['entry_key', 'body'], 'entry_key');
      return new Map(
        entries.flatMap(({ properties }) =>
          properties['entry_key'] == null ? [] : [[properties['entry_key'], properties['body'] ?? null]],
        ),
      );
    },
    readDecision: async (key) => {
      const [entry] = await records.readBatch(ledgerObjectType, [key], ['body', 'author', 'written_at'], 'entry_key');
      return entry === undefined
        ? null
        : {
            body: entry.properties['body'] ?? '',
            author: entry.properties['author'] ?? '',
            writtenAt: entry.properties['written_at'] ?? '',
          };
    },
    createDecision: async ({ key, body, author, writtenAt }) =>
      (await records.create(ledgerObjectType, {
        entry_key: key,
        kind: 'decision',
        body,
        author,
        written_at: writtenAt,
      })) !== null,
    amendDecision: (key, body) => records.put(ledgerObjectType, key, 'entry_key', { body }),
  };
}
