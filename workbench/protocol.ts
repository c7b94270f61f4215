import * as z from 'zod/mini';

/**
 * The contract between the workbench's page (host) and its server: the only file both import.
 * HubSpot's own API is not in here: the page reads records from `/crm/...` with the acting user's token, as HubSpot's page does.
 */

/** Where an extension shows up; HubSpot's own location names (docs/hubspot.md section 8). */
export const extensionLocationSchema = z.enum([
  'crm.record.tab',
  'crm.record.sidebar',
  'crm.preview',
  'helpdesk.sidebar',
  'crm.bulkActions',
  'home',
  'pages',
  'settings',
]);
export type ExtensionLocation = z.infer<typeof extensionLocationSchema>;

/** One built extension, read from the project's `*-hsmeta.json` and the bundle HubSpot's builder made of it. */
export const extensionSchema = z.object({
  uid: z.string(),
  name: z.string(),
  location: extensionLocationSchema,
  /** CRM object types a card is shown on or a bulk action is for, as the metadata spells them (`deals`); empty for pages and settings. */
  objectTypes: z.array(z.string()),
  /** How a bulk action opens. */
  displayMode: z.optional(z.enum(['PANEL', 'MODAL'])),
  /** Same-origin URL of the bundle; carries a content hash so that a rebuild is never served stale. */
  bundleUrl: z.string(),
});
export type Extension = z.infer<typeof extensionSchema>;

/** Someone who can look at the account; the header switches between them. */
export const userSchema = z.object({
  id: z.number(),
  ownerId: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  /** Shown in the header switch: `Sales rep`, `Sales manager`, `Operations`. */
  title: z.string(),
  teams: z.array(z.object({ id: z.number(), name: z.string(), teammates: z.array(z.number()) })),
  /** BCP 47, e.g. `en-GB`. */
  locale: z.string(),
  /** Access token that reads and writes the emulated CRM as this user, with this user's record permissions. */
  token: z.string(),
});
export type User = z.infer<typeof userSchema>;

/** `GET /workbench/api/session` */
export const sessionSchema = z.object({
  portal: z.object({ id: z.number(), name: z.string(), timeZone: z.string(), homeCurrency: z.string() }),
  app: z.object({ id: z.number(), name: z.string() }),
  users: z.array(userSchema),
  extensions: z.array(extensionSchema),
});
export type Session = z.infer<typeof sessionSchema>;

/** `POST /workbench/api/functions/{uid}` with the acting user's token. Answers HubSpot's bodies: 200 `{logId, response}` or 400 (docs/hubspot.md section 3). */
export const functionRequestSchema = z.object({
  parameters: z.record(z.string(), z.unknown()),
  /** Of the deprecated `payload`. */
  event: z.optional(z.object({ type: z.literal('SERVERLESS_ACTION_HOOK'), payload: z.unknown() })),
  /** The record of the page the card is on; HubSpot fetches these properties for the function. Absent on pages. */
  objectQuery: z.optional(
    z.object({ objectId: z.string(), objectTypeId: z.string(), objectPropertyNames: z.array(z.string()) }),
  ),
});
export type FunctionRequest = z.infer<typeof functionRequestSchema>;

/**
 * `POST /workbench/api/fetch` with the acting user's token: what an extension asks of its own back end by `hubspot.fetch`.
 * Answered with what came of it, whatever it was; 400 with `{message}` for a request HubSpot would not pass on.
 */
export const backEndRequestSchema = z.object({
  url: z.string(),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** HubSpot passes on `Authorization` and no other. */
  headers: z.record(z.string(), z.string()),
  body: z.optional(z.unknown()),
  timeoutMs: z.number(),
});
export type BackEndRequest = z.infer<typeof backEndRequestSchema>;

export const backEndAnswerSchema = z.object({ status: z.number(), contentType: z.string(), body: z.string() });
export type BackEndAnswer = z.infer<typeof backEndAnswerSchema>;

/** One app function call as the developer panel shows it; `GET /workbench/api/calls` streams them as server-sent events named `call`. */
export const functionCallSchema = z.object({
  logId: z.string(),
  uid: z.string(),
  startedAt: z.number(),
  durationMs: z.number(),
  outcome: z.enum(['ok', 'failed', 'timeout']),
  /** Requests the function made to the CRM API, in order, without HubSpot's own fetch of `propertiesToSend`. */
  apiCalls: z.array(z.object({ method: z.string(), path: z.string(), status: z.number(), durationMs: z.number() })),
  requestBytes: z.number(),
  responseBytes: z.number(),
  /** What the function wrote to its log, one line an entry; a call over the 10 s limit adds a warning here. */
  log: z.array(z.string()),
  /** Message of the error that ended a failed call. */
  error: z.optional(z.string()),
});
export type FunctionCall = z.infer<typeof functionCallSchema>;

/** A fault of HubSpot's API to happen to apps; the emulator says which kinds there are and what the fields mean. */
export const faultSchema = z.object({
  kind: z.string(),
  method: z.optional(z.string()),
  pathHas: z.optional(z.string()),
  every: z.optional(z.number()),
  times: z.optional(z.number()),
});
export type Fault = z.infer<typeof faultSchema>;

/** What the developer makes apps put up with; `PUT /workbench/api/trouble` replaces all of it. */
export const troubleRequestSchema = z.object({
  faults: z.array(faultSchema),
  /** Whether HubSpot's rate limits hold. */
  limitsRates: z.boolean(),
  /** How long a write stays unseen by search. */
  searchLagMs: z.number(),
});
export type TroubleRequest = z.infer<typeof troubleRequestSchema>;

/** `GET /workbench/api/trouble`, and the answer to a `PUT`; a `PUT` that cannot be taken is answered 422 with `{message}`, and nothing changes. */
export const troubleSchema = z.extend(troubleRequestSchema, {
  kinds: z.array(z.string()),
  faults: z.array(z.extend(faultSchema, { happened: z.number() })),
});
export type Trouble = z.infer<typeof troubleSchema>;
