import type { Failure, FailureCode } from '@deal-terms/core/contracts';
import { profileFields, profilePropertyOf } from '@deal-terms/core/crm';
import { isCrmError } from '../ports/crm-error.ts';
import type { CrmError, CrmErrorKind } from '../ports/crm-error.ts';

/** A failure before it has a correlation id: what the inside of a function returns when it cannot do what was asked. */
export type Refusal = Omit<Failure, 'correlationId'>;

/** One plain sentence a code; nothing in them comes from a request, a record or HubSpot. */
const messages: Record<FailureCode, string> = {
  invalid_request: 'The card and the function do not speak the same version. Reload the page.',
  invalid_field: 'A field holds a value that cannot be scored.',
  missing_amount: 'The deal has no amount above zero, so there is nothing to score.',
  no_exchange_rate: 'The deal is in a foreign currency and has no exchange rate.',
  unknown_deal: 'HubSpot did not say which deal this is.',
  conflict: 'Somebody else changed fields since this card was loaded.',
  not_installed: 'The app is not set up in this account. Run crm:install.',
  forbidden: 'The app is not allowed to do this in this account.',
  wrong_key: 'This is not the key that guards the policy.',
  no_key: 'No key guards the policy yet, so nobody can change it. Set the secret POLICY_EDIT_KEY.',
  short_key: 'The key that guards the policy is shorter than 12 characters. Set POLICY_EDIT_KEY to a longer one.',
  unknown_ticket: 'HubSpot did not say which request this is.',
  not_possible: 'The request stands where this cannot be done.',
  already_decided: 'Somebody else changed this request first.',
  week_full: 'Every slot of that week is taken.',
  over_limit: 'This offer goes beyond what may be offered without approval.',
  not_approver: 'Only approvers named in the policy can decide this.',
  required_property: 'A rule of the account demands a property that is empty.',
  limits_unknown:
    'The policy cannot be read, so nobody knows what may be offered. An administrator has to save it anew.',
  wait: 'Too many tries with the approval code. Try again in a minute.',
  proposal_pending: 'Somebody else’s proposal waits in the settings. It has to be looked at first.',
  refused: 'HubSpot refused to store this: a rule of the account forbids a value the app writes.',
  rate_limited: 'HubSpot takes no more calls at the moment. Try again shortly.',
  daily_limit: 'Today’s calls to HubSpot are used up. It works again tomorrow.',
  unavailable: 'HubSpot did not answer. Try again shortly.',
  deadline: 'HubSpot took too long to answer. Trying again is safe.',
  unexpected: 'Something went wrong in the app.',
};

const codeOf: Record<CrmErrorKind, FailureCode> = {
  not_installed: 'not_installed',
  not_found: 'unknown_deal',
  conflict: 'unavailable',
  validation: 'invalid_field',
  unauthorized: 'forbidden',
  forbidden: 'forbidden',
  rate_limited: 'rate_limited',
  daily_limit: 'daily_limit',
  unavailable: 'unavailable',
  unintelligible: 'unavailable',
  deadline: 'deadline',
};

/**
 * A refusal with the code's sentence.
 *
 * @param code - why
 * @param rest - fields, conflicts, what was saved
 */
export function refuse(code: FailureCode, rest: Partial<Omit<Refusal, 'ok' | 'code'>> = {}): Refusal {
  return { ok: false, code, message: messages[code], ...rest };
}

/**
 * The only place where something thrown becomes a reply: what HubSpot refused keeps its code, everything else is shown as generic.
 *
 * @param error - whatever was thrown
 */
export function refusalOf(error: unknown): Refusal {
  if (!isCrmError(error)) return refuse('unexpected');
  const { scopes } = error.details;
  if (error.kind === 'forbidden' && scopes.length > 0)
    return refuse('forbidden', {
      message: `${messages.forbidden} Missing: ${scopes.join(', ')}.`,
      scopes: [...scopes],
    });
  if (error.kind === 'validation') return refusedValue(error);
  return refuse(codeOf[error.kind]);
}

/**
 * The refusal of a write that leaves properties empty which a rule of the account demands (docs/hubspot.md section 5).
 *
 * @param request - method and path of the write
 * @param labels - of the properties
 */
export function requiredPropertyRefusal(request: string, labels: readonly string[]): Refusal {
  const record = recordOf(request);
  const where =
    record === 'other' ? 'Ask an administrator.' : `Fill ${labels.length === 1 ? 'it' : 'them'} in on the ${record}.`;
  return refuse('required_property', {
    message: `A rule of the account demands ${labels.join(', ')}. ${where} Then try again: nothing is lost.`,
    required: { record, properties: [...labels] },
  });
}

/** @returns the object type of a write, as in API paths: `deals` */
export function objectTypeOf(request: string): string {
  return /\/objects\/(?:\d{4}-\d{2}\/)?([^/]+)/.exec(request)?.[1] ?? '';
}

function recordOf(request: string): 'deal' | 'ticket' | 'other' {
  const objectType = objectTypeOf(request);
  return objectType === 'deals' ? 'deal' : objectType === 'tickets' ? 'ticket' : 'other';
}

/** HubSpot can refuse a value we think fine: an administrator's rule, an option taken away. A property without a field on the card is for an administrator; a refusal that names none is a fault of ours. */
function refusedValue(error: CrmError): Refusal {
  const fields = profileFields.filter((field) => error.details.properties.includes(profilePropertyOf[field]));
  if (fields.length === 0) return refuse(error.details.properties.length === 0 ? 'unexpected' : 'refused');
  return refuse('invalid_field', {
    fields: fields.map((field) => ({
      field,
      message: 'HubSpot does not accept this value: a rule or the choices of the property forbid it.',
    })),
  });
}

/**
 * What of an error may be logged: never a token, a property's value or a message that could quote one.
 *
 * @param error - whatever was thrown
 */
export function loggable(error: unknown): Record<string, unknown> {
  if (isCrmError(error)) {
    const { request, status, hubspotCorrelationId, scopes, properties, required } = error.details;
    return { kind: error.kind, request, status, hubspotCorrelationId, scopes, properties, required };
  }
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { kind: error.name, at: frames.slice(0, 5).map((line) => line.trim()) };
}
