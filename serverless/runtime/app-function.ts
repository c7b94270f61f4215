import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Failure } from '@deal-terms/core/contracts';
import { isCrmError } from '../ports/crm-error.ts';
import type { Properties } from '../ports/deal-port.ts';
import { pathFamily } from '../ports/path-family.ts';
import { ledgerKeyName } from '../ports/seal.ts';
import type { PathFamily } from '../ports/path-family.ts';
import { propertyLabels } from '../ports/property-labels.ts';
import { createTransport } from '../ports/transport.ts';
import type { Transport } from '../ports/transport.ts';
import type { WriteWarning } from '../ports/write-warnings.ts';
import { loggable, objectTypeOf, refusalOf, refuse, requiredPropertyRefusal } from './reply.ts';
import type { Refusal } from './reply.ts';

/** What HubSpot hands to a function of platform 2026.09. */
export type FunctionContext = {
  /** Properties of the record the card is on, read by HubSpot itself. */
  readonly propertiesToSend?: Properties;
  /** Whatever the card sent. */
  readonly parameters?: unknown;
};

/** One call as the inside of a page's function sees it: HubSpot attests no record there. */
export type PageCall<Request, Port> = {
  readonly request: Request;
  readonly crm: Port;
  readonly nowMs: number;
  /** A secret the function declares in its metadata; null when it is not set or empty. */
  readonly secret: (name: string) => string | null;
};

/** One call as the inside of a card's function sees it. */
export type Call<Request, Port> = PageCall<Request, Port> & {
  /** The deal HubSpot attests; the only record a function may act on. */
  readonly dealId: string;
  readonly attested: Properties;
};

/** One call as the inside of a ticket card's function sees it. */
export type TicketCall<Request, Port> = PageCall<Request, Port> & {
  /** The ticket HubSpot attests; the only one the function may act on. */
  readonly ticketId: string;
};

type Definition<Request, Port, Success extends { ok: true }, OneCall> = {
  readonly uid: string;
  readonly request: z.ZodMiniType<Request>;
  /** The part of the CRM the function needs, and no more: it is what gets bundled. */
  readonly connect: (transport: Transport, ledgerKey: string | null) => Port;
  readonly run: (call: OneCall) => Promise<Success | Refusal>;
};

/** A function of a card on a deal. */
export type AppFunction<Request, Port, Success extends { ok: true }> = Definition<
  Request,
  Port,
  Success,
  Call<Request, Port>
>;

/** A function of a card on a ticket. */
export type TicketFunction<Request, Port, Success extends { ok: true }> = Definition<
  Request,
  Port,
  Success,
  TicketCall<Request, Port>
>;

/** A function of a page. It changes nothing but scores, the policy and ledger entries that grant nothing, adds tasks for owners of records, and returns no customer's data (docs/architecture.md section 4). */
export type PageFunction<Request, Port, Success extends { ok: true }> = Definition<
  Request,
  Port,
  Success,
  PageCall<Request, Port>
>;

/** Everything a function takes from outside its arguments. */
export type Runtime = {
  readonly environment: () => Readonly<Record<string, string | undefined>>;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: (line: string) => void;
  /** Time for all calls to HubSpot: two seconds less than the ten a function may take (docs/architecture.md section 5). */
  readonly budgetMs: number;
  readonly family: PathFamily;
};

export const production: Runtime = {
  environment: () => process.env,
  nowMs: () => Date.now(),
  random: () => Math.random(),
  newId: () => randomUUID(),
  // eslint-disable-next-line no-console -- what a function prints is its log in HubSpot
  log: (line) => console.log(line),
  budgetMs: 8_000,
  family: pathFamily,
};

/**
 * A HubSpot entry point (`exports.main`) for a card's function: parses, runs, turns everything thrown into a reply and logs one line without customer data.
 *
 * @param definition - the function
 * @param runtime - clock, environment and limits
 * @returns main; it never rejects
 */
export function serve<Request, Port, Success extends { ok: true }>(
  definition: AppFunction<Request, Port, Success>,
  runtime: Runtime = production,
) {
  return entryPoint(definition, runtime, attestedDeal);
}

/** A HubSpot entry point for a ticket card's function; as `serve`, for the ticket. */
export function serveTicket<Request, Port, Success extends { ok: true }>(
  definition: TicketFunction<Request, Port, Success>,
  runtime: Runtime = production,
) {
  return entryPoint(definition, runtime, attestedTicket);
}

/** A HubSpot entry point for a page's function; as `serve`, without a record. */
export function servePage<Request, Port, Success extends { ok: true }>(
  definition: PageFunction<Request, Port, Success>,
  runtime: Runtime = production,
) {
  return entryPoint(definition, runtime, () => ({}));
}

/** What HubSpot vouches for, or the refusal when it is not what the function needs. */
type Attest<Attested> = (context: FunctionContext) => Attested | 'unknown_deal' | 'unknown_ticket';

function attestedDeal({
  propertiesToSend: attested = {},
}: FunctionContext): Pick<Call<unknown, unknown>, 'dealId' | 'attested'> | 'unknown_deal' {
  const dealId = attested['hs_object_id'] ?? '';
  return isRecordId(dealId) ? { dealId, attested } : 'unknown_deal';
}

/** Ids count by object type: only a ticket has a ticket's stage. */
function attestedTicket({
  propertiesToSend: attested = {},
}: FunctionContext): Pick<TicketCall<unknown, unknown>, 'ticketId'> | 'unknown_ticket' {
  const ticketId = attested['hs_object_id'] ?? '';
  return isRecordId(ticketId) && (attested['hs_pipeline_stage'] ?? '') !== '' ? { ticketId } : 'unknown_ticket';
}

function isRecordId(text: string): boolean {
  return /^\d+$/.test(text);
}

function entryPoint<Request, Port, Success extends { ok: true }, Attested extends object>(
  definition: Definition<Request, Port, Success, PageCall<Request, Port> & Attested>,
  runtime: Runtime,
  attest: Attest<Attested>,
) {
  return async (context: FunctionContext): Promise<Success | Failure> => {
    const startedAtMs = runtime.nowMs();
    const correlationId = runtime.newId();
    const { reply, ...notes } = await answer(definition, context, runtime, attest);
    const outcome = reply.ok ? 'ok' : reply.code;
    runtime.log(
      JSON.stringify({
        function: definition.uid,
        correlationId,
        outcome,
        durationMs: runtime.nowMs() - startedAtMs,
        ...notes,
      }),
    );
    return reply.ok ? reply : { ...reply, correlationId };
  };
}

type Answer<Success> = {
  readonly reply: Success | Refusal;
  readonly apiCalls: number;
  readonly warnings?: readonly WriteWarning[];
  readonly error?: Record<string, unknown>;
};

async function answer<Request, Port, Success extends { ok: true }, Attested extends object>(
  definition: Definition<Request, Port, Success, PageCall<Request, Port> & Attested>,
  context: FunctionContext,
  runtime: Runtime,
  attest: Attest<Attested>,
): Promise<Answer<Success>> {
  const request = definition.request.safeParse(context.parameters ?? {});
  if (!request.success) return { reply: refuse('invalid_request'), apiCalls: 0 };
  const attested = attest(context);
  if (typeof attested === 'string') return { reply: refuse(attested), apiCalls: 0 };
  const environment = runtime.environment();
  const accessToken = environment['PRIVATE_APP_ACCESS_TOKEN'];
  if (accessToken === undefined || accessToken === '')
    return { reply: refuse('forbidden', { message: 'The app has no access token in this account.' }), apiCalls: 0 };
  const origin = environment['HUBSPOT_API_ORIGIN'] ?? 'https://api.hubapi.com';
  const transport = createTransport({
    origin,
    accessToken,
    family: runtime.family,
    budgetMs: runtime.budgetMs,
    random: runtime.random,
  });
  const secret = (name: string) => environment[name] || null;
  try {
    const reply = await definition.run({
      request: request.data,
      crm: definition.connect(transport, secret(ledgerKeyName)),
      nowMs: runtime.nowMs(),
      secret,
      ...attested,
    });
    return { reply, ...notesOf(transport) };
  } catch (error) {
    const reply = await refusalFor(error, transport);
    return { reply, ...notesOf(transport), error: loggable(error) };
  }
}

/** Names of properties a rule demands are put into the words people know them by. */
async function refusalFor(error: unknown, transport: Transport): Promise<Refusal> {
  if (!isCrmError(error) || error.details.required.length === 0) return refusalOf(error);
  const { request, required } = error.details;
  const objectType = objectTypeOf(request);
  // Of other records, notes or the ledger, the app may not read what properties are called.
  const isNamed = objectType === 'deals' || objectType === 'tickets';
  return requiredPropertyRefusal(request, isNamed ? await propertyLabels(transport, objectType, required) : required);
}

function notesOf({ calls, warnings }: Transport): Omit<Answer<never>, 'reply'> {
  const changed = warnings();
  return { apiCalls: calls(), ...(changed.length === 0 ? {} : { warnings: changed }) };
}
