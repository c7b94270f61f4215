import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Failure } from '@deal-terms/core/contracts';
import type { Properties } from './ports/deal-port.ts';
import { pathFamily } from './ports/path-family.ts';
import type { PathFamily } from './ports/path-family.ts';
import { createTransport } from './ports/transport.ts';
import type { Transport } from './ports/transport.ts';
import { loggable, refusalOf, refuse } from './reply.ts';
import type { Refusal } from './reply.ts';

/** What HubSpot hands to a function of platform 2026.03. */
export type FunctionContext = {
  /** Properties of the record the card is on, read by HubSpot itself. */
  readonly propertiesToSend?: Properties;
  /** Whatever the card sent. */
  readonly parameters?: unknown;
};

/** One call as a function's inside sees it. */
export type Call<Request, Port> = {
  readonly request: Request;
  /** The deal HubSpot attests; the only record a function may act on. */
  readonly dealId: string;
  readonly attested: Properties;
  readonly crm: Port;
  readonly nowMs: number;
};

export type AppFunction<Request, Port, Success extends { ok: true }> = {
  readonly uid: string;
  readonly request: z.ZodMiniType<Request>;
  /** The part of the CRM the function needs, and no more: it is what gets bundled. */
  readonly connect: (transport: Transport) => Port;
  readonly run: (call: Call<Request, Port>) => Promise<Success | Refusal>;
};

/** Everything a function takes from outside its arguments. */
export type Runtime = {
  readonly environment: () => Readonly<Record<string, string | undefined>>;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: (line: string) => void;
  /** Time for all calls to HubSpot: two seconds less than the ten a function may take (design: limits). */
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
 * A HubSpot entry point (`exports.main`) for a function: parses, runs, turns everything thrown into a reply and logs one line without customer data.
 *
 * @param definition - the function
 * @param runtime - clock, environment and limits
 * @returns main; it never rejects
 */
export function serve<Request, Port, Success extends { ok: true }>(definition: AppFunction<Request, Port, Success>, runtime: Runtime = production) {
  return async (context: FunctionContext): Promise<Success | Failure> => {
    const startedAtMs = runtime.nowMs();
    const correlationId = runtime.newId();
    const { reply, ...notes } = await answer(definition, context, runtime);
    const outcome = reply.ok ? 'ok' : reply.code;
    runtime.log(JSON.stringify({ function: definition.uid, correlationId, outcome, durationMs: runtime.nowMs() - startedAtMs, ...notes }));
    return reply.ok ? reply : { ...reply, correlationId };
  };
}

type Answer<Success> = { readonly reply: Success | Refusal; readonly apiCalls: number; readonly error?: Record<string, unknown> };

async function answer<Request, Port, Success extends { ok: true }>(definition: AppFunction<Request, Port, Success>, context: FunctionContext, runtime: Runtime): Promise<Answer<Success>> {
  const request = definition.request.safeParse(context.parameters ?? {});
  if (!request.success) return { reply: refuse('invalid_request'), apiCalls: 0 };
  const attested = context.propertiesToSend ?? {};
  const dealId = attested['hs_object_id'] ?? '';
  if (!/^\d+$/.test(dealId)) return { reply: refuse('unknown_deal'), apiCalls: 0 };
  const environment = runtime.environment();
  const accessToken = environment['PRIVATE_APP_ACCESS_TOKEN'];
  if (accessToken === undefined || accessToken === '') return { reply: refuse('forbidden', { message: 'The app has no access token in this account.' }), apiCalls: 0 };
  const origin = environment['HUBSPOT_API_ORIGIN'] ?? 'https://api.hubapi.com';
  const transport = createTransport({ origin, accessToken, family: runtime.family, budgetMs: runtime.budgetMs, random: runtime.random });
  try {
    const reply = await definition.run({ request: request.data, dealId, attested, crm: definition.connect(transport), nowMs: runtime.nowMs() });
    return { reply, apiCalls: transport.calls() };
  } catch (error) {
    return { reply: refusalOf(error), apiCalls: transport.calls(), error: loggable(error) };
  }
}
