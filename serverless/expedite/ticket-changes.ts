import { encodeTicket } from '@deal-terms/core/expedite';
import type { ExpediteRequest } from '@deal-terms/core/expedite';

/** Ticket properties that differ between two states of a request, the stage apart. */
export function ticketChanges(before: ExpediteRequest, after: ExpediteRequest): Record<string, string> {
  const old: Readonly<Record<string, string>> = encodeTicket(before, isoInstant);
  return Object.fromEntries(
    Object.entries(encodeTicket(after, isoInstant)).filter(([name, value]) => old[name] !== value),
  );
}

/** Epoch milliseconds as ISO 8601. */
export function isoInstant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
