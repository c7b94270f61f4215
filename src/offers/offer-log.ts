import * as z from 'zod/mini';
import { parseJson } from '../crm/parse-json.ts';
import { readText } from '../crm/property-values.ts';
import { offerEventSchema } from './offer-event.ts';
import type { OfferEvent } from './offer-event.ts';

/** HubSpot keeps 65,536 characters of a text; what is beyond is in the ledger. */
const longestLog = 60_000;

const logSchema = z.array(z.unknown());

/** A deal's events as its property keeps them: the latest, as many as fit. */
export function encodeOfferLog(events: readonly OfferEvent[]): string {
  const texts = events.map((event) => JSON.stringify(event));
  let first = texts.length;
  let length = 2;
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    length += (texts[index] ?? '').length + 1;
    if (length > longestLog) break;
    first = index;
  }
  return texts.length === 0 ? '' : `[${texts.slice(first).join(',')}]`;
}

/** The events of a log, by revision; what cannot be read is left out: people can type into any property. */
export function decodeOfferLog(log: string | null | undefined): OfferEvent[] {
  const list = logSchema.safeParse(parseJson(readText(log) ?? '[]'));
  const events = (list.data ?? []).flatMap((entry) => offerEventSchema.safeParse(entry).data ?? []);
  return events.sort((one, other) => one.revision - other.revision);
}
