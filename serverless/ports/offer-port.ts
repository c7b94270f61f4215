import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import type { Properties } from './deal-port.ts';
import { createEvidencePort } from './evidence-port.ts';
import type { EvidencePort, Links } from './evidence-port.ts';
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

/** A deal with what is linked to it. */
export type DealWithLinks = { readonly properties: Properties; readonly links: Links };

/** The part of the CRM that offers need. Every method throws `CrmError` and nothing else that is expected. */
export type OfferPort = LedgerPort &
  TimelinePort &
  Pick<EvidencePort, 'withLinks' | 'recordsOf'> & {
    /** A deal with all that decides on offers, the ids of its tasks, and of its lines if wanted; null when there is none. One call, one more where the app may not see lines. */
    readonly readDeal: (dealId: string, withLines: boolean) => Promise<DealWithLinks | null>;
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
  const evidence = createEvidencePort(transport);
  const records = createJsonRecords(transport);
  return {
    ...createLedgerPort(records, createSealer(ledgerKey)),
    ...createTimelinePort(records),
    ...evidence,
    readDeal: (id, withLines) =>
      evidence.withLinks('deals', id, attestedDealPropertyNames, withLines ? ['tasks', 'line_items'] : ['tasks']),
    updateDeal: (dealId, properties) => records.update('deals', dealId, properties),
    people: async () => (await readOwners(api)).people,
  };
}
