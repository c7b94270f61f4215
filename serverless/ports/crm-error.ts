/**
 * Why HubSpot did not do what was asked.
 * - `not_installed` a property or object type of the app does not exist in the account
 * - `not_found` no such record · `conflict` a unique value is taken · `validation` a value was refused
 * - `unauthorized` the token is not accepted · `forbidden` the token lacks a scope
 * - `rate_limited` too many calls at the moment · `daily_limit` today's calls are used up · `unavailable` HubSpot or the way to it failed · `deadline` our own time is up
 * - `unintelligible` the answer is not what HubSpot documents
 */
export type CrmErrorKind =
  | 'not_installed'
  | 'not_found'
  | 'conflict'
  | 'validation'
  | 'unauthorized'
  | 'forbidden'
  | 'rate_limited'
  | 'daily_limit'
  | 'unavailable'
  | 'deadline'
  | 'unintelligible';

export type CrmErrorDetails = {
  /** Method and path, without query: fit for a log. */
  readonly request: string;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** HubSpot's own id of the failure, for its support. */
  readonly hubspotCorrelationId: string | null;
  /** Scopes HubSpot names as missing. */
  readonly scopes: readonly string[];
  /** Properties HubSpot names as refused or unknown. */
  readonly properties: readonly string[];
  /** Properties a rule of the account demands and the write leaves empty (docs/hubspot.md section 5). */
  readonly required: readonly string[];
  /** What in the account keeps something from being deleted: a workflow, a list, a form (docs/hubspot.md section 7). */
  readonly usedBy: readonly Use[];
  /** Ids of records that keep something from being deleted. */
  readonly records: readonly string[];
};

/** A use of a definition, as HubSpot names it: `{ type: 'WORKFLOW', name: 'Large deals' }`. */
export type Use = { readonly type: string; readonly name: string };

const nothingNamed = { hubspotCorrelationId: null, scopes: [], properties: [], required: [], usedBy: [], records: [] };

/**
 * A failed call of the CRM port. Neither message nor fields hold the token, a property's value or HubSpot's own text: values may be customer data.
 * `cause` is not kept for the same reason.
 */
export class CrmError extends Error {
  override readonly name = 'CrmError';

  readonly details: CrmErrorDetails;

  /** @param details - what HubSpot did not name may be left out */
  constructor(
    readonly kind: CrmErrorKind,
    details: Pick<CrmErrorDetails, 'request' | 'status'> & Partial<CrmErrorDetails>,
  ) {
    super(`${details.request} failed: ${kind}${details.status === null ? '' : ` (HTTP ${details.status})`}`);
    this.details = { ...nothingNamed, ...details };
  }
}

/** Whether something thrown is a `CrmError`, also when it comes from another copy of this module. */
export function isCrmError(error: unknown): error is CrmError {
  return error instanceof Error && error.name === 'CrmError';
}
