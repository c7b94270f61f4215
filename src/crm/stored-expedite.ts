import type { ExpediteStatus } from './deal-facts.ts';
import { expediteStatuses } from './deal-facts.ts';
import type { ExpeditePropertyName } from './deal-property-names.ts';
import { readChoice, readDate, readNumber, writeNumber } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';

/** Field of `StoredExpedite` → deal property: what searches sort and filter by. */
export const expeditePropertyOf = {
  status: 'terms_expedite_status',
  date: 'terms_expedite_date',
  daysSaved: 'terms_expedite_days_saved',
  cost: 'terms_expedite_cost',
} as const satisfies Record<string, ExpeditePropertyName>;

/** The deal's copy of its request for an expedited shipment; the ticket is the truth. */
export type StoredExpedite = {
  readonly status: ExpediteStatus;
  /** ISO date operations promised or countered with. */
  readonly date: string | null;
  readonly daysSaved: number | null;
  /** In the deal's currency. */
  readonly cost: number | null;
};

/**
 * What a deal says of its request. Never throws: what is malformed is "not filled in".
 *
 * @param properties - deal properties by name; others are ignored
 */
export function decodeExpedite(properties: PropertyValues): StoredExpedite {
  return {
    status: readChoice(expediteStatuses, properties[expeditePropertyOf.status]) ?? 'none',
    date: readDate(properties[expeditePropertyOf.date]),
    daysSaved: readNumber(properties[expeditePropertyOf.daysSaved]),
    cost: readNumber(properties[expeditePropertyOf.cost]),
  };
}

/** The same as deal properties, HubSpot's strings; "" clears. */
export function encodeExpedite({
  status,
  date,
  daysSaved,
  cost,
}: StoredExpedite): Record<ExpeditePropertyName, string> {
  return {
    [expeditePropertyOf.status]: status,
    [expeditePropertyOf.date]: date ?? '',
    [expeditePropertyOf.daysSaved]: writeNumber(daysSaved),
    [expeditePropertyOf.cost]: writeNumber(cost),
  };
}
