import type { ExpediteRequest } from './expedite-request.ts';
import type { ExpediteTicketPropertyName } from './expedite-ticket.ts';
import type { Account } from './ledger.ts';
import { readDate, readInstant, readNumber, readText, writeNumber } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';

type Stages = NonNullable<Account['expedite']>['stages'];

/** HubSpot's own ticket properties the app reads. */
export const nativeTicketPropertyOf = {
  pipelineId: 'hs_pipeline',
  stageId: 'hs_pipeline_stage',
  ownerId: 'hubspot_owner_id',
  changedAt: 'hs_lastmodifieddate',
} as const;

/** Field of `ExpediteRequest` → ticket property, and the unique key: what searches sort, filter and look up by. */
export const requestPropertyOf = {
  key: 'expedite_request_key',
  revision: 'expedite_revision',
  dealName: 'expedite_deal',
  company: 'expedite_company',
  neededBy: 'expedite_needed_by',
  daysSaved: 'expedite_days_saved',
  askedDate: 'expedite_asked_date',
  paymentPlan: 'expedite_payment_plan',
  forecast: 'expedite_forecast',
  discount: 'expedite_discount',
  customerWhy: 'expedite_customer_why',
  offerExpires: 'expedite_offer_expires',
  gives: 'expedite_gives',
  currency: 'expedite_currency',
  amount: 'expedite_amount',
  gain: 'expedite_gain',
  costEstimate: 'expedite_cost_estimate',
  promisedDate: 'expedite_promised_date',
  daysPromised: 'expedite_days_promised',
  cost: 'expedite_cost',
  week: 'expedite_week',
  holdUntilMs: 'expedite_hold_until',
  actualCost: 'expedite_cost_actual',
  reason: 'expedite_reason',
  requestedBy: 'expedite_requested_by',
  requestedAtMs: 'expedite_requested_at',
  decidedBy: 'expedite_decided_by',
  decidedAtMs: 'expedite_decided_at',
} as const satisfies Record<string, ExpediteTicketPropertyName>;

/** What a list of requests reads of each ticket; the definitions, with their labels, stay out of a page's bundle. */
export const listedTicketPropertyNames: readonly string[] = [
  nativeTicketPropertyOf.stageId,
  nativeTicketPropertyOf.ownerId,
  requestPropertyOf.key,
  requestPropertyOf.dealName,
  requestPropertyOf.company,
  requestPropertyOf.neededBy,
  requestPropertyOf.daysSaved,
  requestPropertyOf.askedDate,
  requestPropertyOf.gives,
  requestPropertyOf.currency,
  requestPropertyOf.amount,
  requestPropertyOf.costEstimate,
  requestPropertyOf.promisedDate,
  requestPropertyOf.cost,
  requestPropertyOf.actualCost,
  requestPropertyOf.week,
  requestPropertyOf.offerExpires,
  requestPropertyOf.holdUntilMs,
  requestPropertyOf.requestedBy,
  requestPropertyOf.requestedAtMs,
];

/** Key of a deal's request: unique, so that one request makes one ticket. */
export function requestKey(dealId: string, attempt: number): string {
  return `${dealId}/${attempt}`;
}

/** Numbers a new request tries for, one after the other: HubSpot may keep the key of a ticket somebody deleted. */
export const attemptsTried = 3;

/** Keys a request that followed another one can have. */
export function keysAfter({ dealId, attempt }: { readonly dealId: string; readonly attempt: number }): string[] {
  return Array.from({ length: attemptsTried }, (_, index) => requestKey(dealId, attempt + index + 1));
}

/**
 * A request from its ticket. Never throws.
 *
 * @param ticketId - record id
 * @param properties - ticket properties by name
 * @param stages - HubSpot's stage ids by the app's keys
 * @returns null for a ticket that is no request of the app; one moved to a stage the app does not know counts as requested
 */
export function decodeTicket(ticketId: string, properties: PropertyValues, stages: Stages): ExpediteRequest | null {
  const [, dealId, attempt] = /^(\d+)\/(\d{1,4})$/.exec(readText(properties['expedite_request_key']) ?? '') ?? [];
  if (dealId === undefined || attempt === undefined) return null;
  const number = (name: ExpediteTicketPropertyName) => readNumber(properties[name]);
  const text = (name: ExpediteTicketPropertyName) => readText(properties[name]);
  const date = (name: ExpediteTicketPropertyName) => readDate(properties[name]);
  const instant = (name: ExpediteTicketPropertyName) => readInstant(properties[name]);
  const stage = readText(properties[nativeTicketPropertyOf.stageId]);
  return {
    ticketId,
    ownerId: readText(properties[nativeTicketPropertyOf.ownerId]),
    dealId,
    attempt: Number(attempt),
    status: (Object.entries(stages).find(([, id]) => id === stage)?.[0] ?? 'requested') as ExpediteRequest['status'],
    revision: Math.trunc(number('expedite_revision') ?? 0),
    dealName: text('expedite_deal'),
    company: text('expedite_company'),
    neededBy: date('expedite_needed_by'),
    daysSaved: number('expedite_days_saved'),
    askedDate: date('expedite_asked_date'),
    paymentPlan: text('expedite_payment_plan'),
    forecast: text('expedite_forecast') === 'true',
    discount: number('expedite_discount') ?? 0,
    customerWhy: text('expedite_customer_why'),
    offerExpires: date('expedite_offer_expires'),
    gives: text('expedite_gives') ?? '',
    currency: text('expedite_currency'),
    amount: number('expedite_amount'),
    gain: number('expedite_gain'),
    costEstimate: number('expedite_cost_estimate'),
    promisedDate: date('expedite_promised_date'),
    daysPromised: number('expedite_days_promised'),
    cost: number('expedite_cost'),
    week: text('expedite_week'),
    holdUntilMs: instant('expedite_hold_until'),
    actualCost: number('expedite_cost_actual'),
    reason: text('expedite_reason'),
    requestedBy: text('expedite_requested_by'),
    requestedAtMs: instant('expedite_requested_at'),
    decidedBy: text('expedite_decided_by'),
    decidedAtMs: instant('expedite_decided_at'),
  };
}

/**
 * The same as ticket properties, HubSpot's strings; "" clears a property. The stage is not among them.
 *
 * @param request - money is rounded to cents
 * @param isoInstant - writes epoch milliseconds as ISO 8601
 */
export function encodeTicket(
  request: Omit<ExpediteRequest, 'ticketId'>,
  isoInstant: (epochMs: number) => string,
): Record<ExpediteTicketPropertyName, string> {
  const instant = (epochMs: number | null) => (epochMs === null ? '' : isoInstant(epochMs));
  const money = (value: number | null) => writeNumber(value === null ? null : Number(value.toFixed(2)));
  return {
    expedite_request_key: requestKey(request.dealId, request.attempt),
    expedite_revision: writeNumber(request.revision),
    expedite_deal: request.dealName ?? '',
    expedite_company: request.company ?? '',
    expedite_needed_by: request.neededBy ?? '',
    expedite_days_saved: writeNumber(request.daysSaved),
    expedite_asked_date: request.askedDate ?? '',
    expedite_payment_plan: request.paymentPlan ?? '',
    expedite_forecast: String(request.forecast),
    expedite_discount: writeNumber(request.discount),
    expedite_customer_why: request.customerWhy ?? '',
    expedite_offer_expires: request.offerExpires ?? '',
    expedite_gives: request.gives,
    expedite_currency: request.currency ?? '',
    expedite_amount: money(request.amount),
    expedite_gain: money(request.gain),
    expedite_cost_estimate: money(request.costEstimate),
    expedite_promised_date: request.promisedDate ?? '',
    expedite_days_promised: writeNumber(request.daysPromised),
    expedite_cost: money(request.cost),
    expedite_week: request.week ?? '',
    expedite_hold_until: instant(request.holdUntilMs),
    expedite_cost_actual: money(request.actualCost),
    expedite_reason: request.reason ?? '',
    expedite_requested_by: request.requestedBy ?? '',
    expedite_requested_at: instant(request.requestedAtMs),
    expedite_decided_by: request.decidedBy ?? '',
    expedite_decided_at: instant(request.decidedAtMs),
  };
}
