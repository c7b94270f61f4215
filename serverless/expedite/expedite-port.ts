import { createDecisionPort } from '../ports/decision-port.ts';
import type { DecisionPort } from '../ports/decision-port.ts';
import { createJsonRecords } from '../ports/json-records.ts';
import { createSlotPort } from '../ports/slot-port.ts';
import type { SlotPort } from '../ports/slot-port.ts';
import { createTimelinePort } from '../ports/timeline-port.ts';
import type { TimelinePort } from '../ports/timeline-port.ts';
import { createTicketPort } from '../ports/ticket-port.ts';
import type { TicketPort } from '../ports/ticket-port.ts';
import type { Transport } from '../ports/transport.ts';

/** The part of the CRM that requests for expedited shipments need. */
export type ExpeditePort = DecisionPort & SlotPort & TicketPort & TimelinePort;

/**
 * @param transport - where the calls go
 */
export function connectExpedite(transport: Transport): ExpeditePort {
  const records = createJsonRecords(transport);
  return {
    ...createDecisionPort(records),
    ...createSlotPort(records),
    ...createTicketPort(records),
    ...createTimelinePort(records),
  };
}
