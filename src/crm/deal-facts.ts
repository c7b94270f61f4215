import { decodeEvidence } from '../evidence/evidence-schema.ts';
import type { Evidence } from '../evidence/evidence-schema.ts';
import { withFrozenTerms } from '../evidence/frozen-evidence.ts';
import { localDate } from './calendar.ts';
import type { Place } from './calendar.ts';
import { readChoice, readInstant, readNumber, readText } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';
import { decodeSaid } from './said-answers.ts';
import type { Said } from './said-answers.ts';

/** Where a request for an expedited shipment stands, as the deal's copy of it says. */
export const expediteStatuses = [
  'none',
  'requested',
  'held',
  'countered',
  'approved',
  'declined',
  'shipped',
  'expired',
] as const;
export type ExpediteStatus = (typeof expediteStatuses)[number];

/** What HubSpot itself knows of a deal and the score depends on; null is "not filled in". */
export type DealFacts = {
  /** `hs_object_id`; "" when the record has none. */
  readonly dealId: string;
  readonly dealName: string | null;
  /** What terms are traded on, in the deal's currency: the amount, or what it was when terms were first offered. */
  readonly amount: number | null;
  /** What the deal says now, in its currency: an agreed discount may be in it. */
  readonly amountNow: number | null;
  /** ISO 4217; null means the account's home currency. */
  readonly currency: string | null;
  /** Home money = deal money × rate. */
  readonly exchangeRate: number | null;
  /** ISO date in the account's time zone. */
  readonly closesOn: string | null;
  readonly isClosed: boolean;
  readonly companyId: string | null;
  /** What HubSpot knows of the deal and its customer: as of now where it was looked up, else when the deal was scored last. */
  readonly evidence: Evidence;
  /** What the customer said to offers so far. */
  readonly said: Said;
  readonly expedite: {
    readonly status: ExpediteStatus;
    readonly daysSaved: number | null;
    /** In the deal's currency. */
    readonly cost: number | null;
  };
};

/**
 * The deal's own facts from its HubSpot properties. Never throws: what is malformed is "not filled in".
 *
 * @param properties - deal properties by name; others are ignored
 * @param place - the account: the close date is a day in its time zone
 * @param found - evidence as it is now; from the first offer on (`terms_offered_at`), the deal's own terms and cost stay as they were stored
 */
export function decodeDealFacts(properties: PropertyValues, place: Place, found?: Evidence): DealFacts {
  const closesAtMs = readInstant(properties['closedate']);
  const stored = decodeEvidence(properties['terms_evidence']);
  const isOffered = readText(properties['terms_offered_at']) !== null;
  return {
    dealId: readText(properties['hs_object_id']) ?? '',
    dealName: readText(properties['dealname']),
    amount: tradedAmount(properties),
    amountNow: readNumber(properties['amount']),
    currency: readText(properties['deal_currency_code'])?.toUpperCase() ?? null,
    exchangeRate: readNumber(properties['hs_exchange_rate']),
    closesOn: closesAtMs === null ? null : localDate(closesAtMs, place),
    isClosed: readText(properties['hs_is_closed']) === 'true',
    companyId: readText(properties['hs_primary_associated_company']),
    evidence: found === undefined ? stored : isOffered ? withFrozenTerms(stored, found) : found,
    said: decodeSaid(properties['terms_offer_log']),
    expedite: {
      status: readChoice(expediteStatuses, properties['terms_expedite_status']) ?? 'none',
      daysSaved: readNumber(properties['terms_expedite_days_saved']),
      cost: readNumber(properties['terms_expedite_cost']),
    },
  };
}

/** What terms are traded on: the deal's amount, or what it was when terms were first offered. */
export function tradedAmount(properties: PropertyValues): number | null {
  return readNumber(properties['terms_list_amount']) ?? readNumber(properties['amount']);
}
