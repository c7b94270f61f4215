import { parseJson } from '@deal-terms/core/crm';
import * as z from 'zod/mini';
import { CrmError } from './crm-error.ts';
import type { CrmErrorKind } from './crm-error.ts';

type Context = Readonly<Record<string, readonly string[]>>;
type Detail = { readonly code: string; readonly context: Context };

/** HubSpot's error body; its docs ask to treat every field as optional, so each is read for itself. */
type Body = {
  readonly message: string;
  readonly correlationId: string | null;
  readonly category: string;
  readonly policyName: string;
  readonly context: Context;
  readonly errors: readonly Detail[];
};

const objectSchema = z.record(z.string(), z.unknown());

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return objectSchema.safeParse(value).data ?? {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function contextOf(value: unknown): Context {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).map(([key, values]) => [
      key,
      Array.isArray(values) ? values.filter((one) => typeof one === 'string') : [],
    ]),
  );
}

function bodyOf(value: unknown): Body {
  const { message, correlationId, category, policyName, context, errors } = fieldsOf(value);
  return {
    message: textOf(message),
    correlationId: typeof correlationId === 'string' ? correlationId : null,
    category: textOf(category),
    policyName: textOf(policyName),
    context: contextOf(context),
    errors: (Array.isArray(errors) ? errors : []).map((error) => ({
      code: textOf(fieldsOf(error)['code']),
      context: contextOf(fieldsOf(error)['context']),
    })),
  };
}

/** What HubSpot says without a code of its own: an object type the account does not have; a unique value another record has. */
const unknownObjectType = /unable to infer object type/i;
const uniqueValueTaken = /already has that value/i;

/** Rules of the account on what a record must have, alone or once another property has a certain value. */
const requiredByRule = /^MISSING_(CONDITIONAL_)?REQUIRED_PROPERTY$/;

/** HubSpot's name of the limit that waiting for seconds does not lift. */
export const dailyPolicy = 'DAILY';

/** Refused values stand as JSON in the message; older bodies have them nowhere else. */
const refusedName = /"name":"(\w+)"/g;
const unknownProperty = 'PROPERTY_DOESNT_EXIST';

/**
 * Reads HubSpot's error body leniently.
 *
 * @param text - body as received, of any shape
 */
export function readErrorBody(text: string): Body {
  return bodyOf(parseJson(text));
}

/**
 * The error to throw for an answer that is none.
 *
 * @param request - method and path for the log
 * @param status - HTTP status, 400 or more
 * @param text - body as received
 */
export function crmErrorOf(request: string, status: number, text: string): CrmError {
  const body = readErrorBody(text);
  const contexts = [body.context, ...body.errors.map((error) => error.context)];
  const named = (keys: readonly string[]) => [
    ...new Set(contexts.flatMap((context) => keys.flatMap((key) => context[key] ?? []))),
  ];
  return new CrmError(kindOf(status, body), {
    request,
    status,
    hubspotCorrelationId: body.correlationId,
    scopes: named(['requiredScopes', 'requiredGranularScopes', 'missingScopes']),
    properties: [
      ...new Set([...named(['propertyName']), ...[...body.message.matchAll(refusedName)].map(([, name = '']) => name)]),
    ],
    required: [
      ...new Set(
        body.errors
          .filter(({ code }) => requiredByRule.test(code))
          .flatMap(({ context }) => context['propertyName'] ?? []),
      ),
    ],
    usedBy: body.errors.flatMap(({ context }) =>
      (context['parentName'] ?? []).map((name, place) => ({ type: context['parentType']?.[place] ?? '', name })),
    ),
    // Ids stand one by one or as one text: "[12, 13]".
    records: named(['objectIds', 'objectId']).flatMap((text) => text.match(/\d+/g) ?? []),
  });
}

function kindOf(status: number, body: Body): CrmErrorKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  if (status === 429) return body.policyName === dailyPolicy ? 'daily_limit' : 'rate_limited';
  if (status === 408 || status === 423 || status === 477 || status >= 500) return 'unavailable';
  if (uniqueValueTaken.test(body.message)) return 'conflict';
  const missing =
    unknownObjectType.test(body.message) ||
    body.message.includes(unknownProperty) ||
    body.errors.some((error) => error.code === unknownProperty);
  return missing ? 'not_installed' : 'validation';
}
