import { createJsonRecords } from '../ports/json-records.ts';
import { createLedgerPort } from '../ports/ledger-port.ts';
import type { LedgerPort } from '../ports/ledger-port.ts';
import { createSealer } from '../ports/seal.ts';
import { createTimelinePort } from '../ports/timeline-port.ts';
import type { TimelinePort } from '../ports/timeline-port.ts';
import { createTicketPort } from '../ports/ticket-port.ts';
import type { TicketPort } from '../ports/ticket-port.ts';
import type { Transport } from '../ports/transport.ts';

/** The part of the CRM that requests for expedited shipments need. */
export type ExpeditePort = LedgerPort & TicketPort & TimelinePort;

/**
 * @param transport - where the calls go
 * @param ledgerKey - value of the secret `LEDGER_KEY`, null for none
 */
export function connectExpedite(transport: Transport, ledgerKey: string | null): ExpeditePort {
  const records = createJsonRecords(transport);
  return {
    ...createLedgerPort(records, createSealer(ledgerKey)),
    ...createTicketPort(records),
    ...createTimelinePort(records),
  };
}
