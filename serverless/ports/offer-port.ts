import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import type { Properties } from './deal-port.ts';
import { createEvidencePort } from './evidence-port.ts';
import type { EvidencePort } from './evidence-port.ts';
import { createJsonApi } from './json-api.ts';
import { createJsonRecords } from './json-records.ts';
import { createLedgerPort } from './ledger-port.ts';
import type { LedgerPort } from './ledger-port.ts';
import { readOwners } from './owners.ts';
import type { Person } from './owners.ts';
import { createSealer } from './seal.ts';
import { createTimelinePort } from './timeline-port.ts';
import type { TimelinePort } from './timeline-port.ts';
import type { Transport } from './transport.ts';

/** The part of the CRM that offers need. Every method throws `CrmError` and nothing else that is expected. */
export type OfferPort = LedgerPort &
  TimelinePort &
  Pick<EvidencePort, 'withLinks' | 'recordsOf'> & {
    /** A deal with all that decides on offers; null when there is none. One call. */
    readonly readDeal: (dealId: string) => Promise<Properties | null>;
    /** One call. */
    readonly updateDeal: (dealId: string, properties: Readonly<Record<string, string>>) => Promise<void>;
    /** Everybody deals can belong to; the first 500. One call. */
    readonly people: () => Promise<readonly Person[]>;
  };

/**
 * @param transport - where the calls go
 * @param ledgerKey - value of the secret `LEDGER_KEY`, null for none
 */
export function connectOffers(transport: Transport, ledgerKey: string | null): OfferPort {
  const api = createJsonApi(transport);
  const records = createJsonRecords(transport);
  return {
    ...createLedgerPort(records, createSealer(ledgerKey)),
    ...createTimelinePort(records),
    ...createEvidencePort(transport),
    readDeal: async (id) => (await records.read('deals', id, attestedDealPropertyNames))?.properties ?? null,
    updateDeal: (dealId, properties) => records.update('deals', dealId, properties),
    people: async () => (await readOwners(api)).people,
  };
}
