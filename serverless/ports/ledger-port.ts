import { accountKey, accountSchema, ledgerObjectType, missingKinds } from '@deal-terms/core/crm';
import type { Account, LedgerKind } from '@deal-terms/core/crm';
import type { JsonRecord, JsonRecords } from './json-records.ts';
import { inBatches } from './batches.ts';
import { parseBody } from './entry-body.ts';
import { createJsonRecords } from './json-records.ts';
import { createSealer, madeAt } from './seal.ts';
import type { Sealer } from './seal.ts';
import type { Transport } from './transport.ts';

/** An entry of the ledger. */
export type LedgerEntry = {
  readonly key: string;
  readonly kind: LedgerKind;
  /** JSON text. */
  readonly body: string;
  readonly author: string;
  /** ISO 8601. */
  readonly writtenAt: string;
};

/** An entry as it is in HubSpot. */
export type StoredEntry = LedgerEntry & {
  readonly recordId: string;
  /** ISO 8601; "" when HubSpot does not say. */
  readonly createdAt: string;
  readonly seal: string;
  /** Whether the app wrote it, as far as can be told. An entry that grants something and is not genuine counts for nothing. */
  readonly isGenuine: boolean;
  /** Whether it was changed in HubSpot after the app sealed it: then it may be what the app wrote once, put back by somebody. */
  readonly isChangedSince: boolean;
};

/** The app's one object of its own. Every method throws `CrmError` and nothing else that is expected. */
export type LedgerPort = {
  /** Entries by key; a key without an entry is absent. One call for each hundred keys. */
  readonly readEntries: (keys: readonly string[]) => Promise<ReadonlyMap<string, StoredEntry>>;
  /** HubSpot's only compare-and-swap: record id of the new entry, null when there was one before. One call. */
  readonly createEntry: (entry: LedgerEntry) => Promise<string | null>;
  /** Writes an entry whether or not it is there. One call. */
  readonly putEntry: (entry: LedgerEntry) => Promise<void>;
  /** Whether forged entries can be told. */
  readonly isProtected: boolean;
};

/** Kinds of entries that grant something, so that somebody could have a reason to forge them. */
const grantingKinds: ReadonlySet<string> = new Set<LedgerKind>(['policy', 'decision', 'offer']);
const entryProperties = ['entry_key', 'kind', 'body', 'author', 'written_at', 'seal'];
/** What a seal is made before it is stored, at most: a call's time, and clocks that differ. */
const sealedBeforeMs = 30_000;

/**
 * @param transport - where the calls go
 * @param ledgerKey - value of the secret `LEDGER_KEY`, null for none
 * @param account - where it is known already; else it is learnt when its entry is read
 */
export function connectLedger(
  transport: Transport,
  ledgerKey: string | null,
  account: Account | null = null,
): LedgerPort {
  return createLedgerPort(createJsonRecords(transport), createSealer(ledgerKey), account);
}

/**
 * @param records - of the account
 * @param sealer - with the account's keys
 * @param account - where it is known already; else it is learnt when its entry is read
 */
export function createLedgerPort(records: JsonRecords, sealer: Sealer, account: Account | null = null): LedgerPort {
  let known = account;
  const propertiesIn = (entry: LedgerEntry) => propertiesOf(entry, sealer, known === null ? [] : missingKinds(known));
  return {
    isProtected: sealer.isProtecting,
    readEntries: async (keys) => {
      const found = await Promise.all(
        inBatches(keys).map((batch) => records.readBatch(ledgerObjectType, batch, entryProperties, 'entry_key')),
      );
      const entries = new Map(
        found
          .flat()
          .map((record) => entryOf(record, sealer))
          .map((entry) => [entry.key, entry]),
      );
      known = parseBody(entries.get(accountKey)?.body, accountSchema) ?? known;
      return entries;
    },
    createEntry: (entry) => records.create(ledgerObjectType, { entry_key: entry.key, ...propertiesIn(entry) }),
    putEntry: (entry) => records.put(ledgerObjectType, entry.key, 'entry_key', propertiesIn(entry)),
  };
}

/** Accounts that were set up before entries had seals lack the property: it is only written where there is a key. */
function propertiesOf(
  entry: LedgerEntry,
  sealer: Sealer,
  withoutChoice: readonly LedgerKind[],
): Record<string, string> {
  const { kind, body, author, writtenAt } = entry;
  const isSealed = sealer.isProtecting && grantingKinds.has(kind);
  return {
    ...(withoutChoice.includes(kind) ? {} : { kind }),
    body,
    author,
    written_at: writtenAt,
    ...(isSealed ? { seal: sealer.sealOf(entry, Date.parse(writtenAt)) } : {}),
  };
}

function entryOf({ id, properties, createdAt, updatedAt }: JsonRecord, sealer: Sealer): StoredEntry {
  const text = (name: string) => properties[name] ?? '';
  const sealed = { key: text('entry_key'), kind: text('kind'), body: text('body'), author: text('author') };
  return {
    ...sealed,
    // Whatever kind somebody typed, the key says what is read as what.
    kind: sealed.kind as LedgerKind,
    writtenAt: text('written_at'),
    recordId: id,
    createdAt: createdAt ?? '',
    seal: text('seal'),
    isGenuine: !isGranting(sealed.key) || sealer.isGenuine(sealed, text('seal')),
    isChangedSince: sealer.isProtecting && isGranting(sealed.key) && isAfter(updatedAt, madeAt(text('seal'))),
  };
}

/** A seal that does not say when it was made, or a record that does not say when it was changed, proves nothing. */
function isAfter(updatedAt: string | undefined, sealedAtMs: number | null): boolean {
  return updatedAt === undefined || sealedAtMs === null || Date.parse(updatedAt) - sealedAtMs > sealedBeforeMs;
}

/** Whether an entry grants something: by its key, because a forger is free to type any kind. */
export function isGranting(key: string): boolean {
  return /^(?:policy|decision|offer)\//.test(key);
}
