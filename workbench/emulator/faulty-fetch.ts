import { setTimeout as pause } from 'node:timers/promises';
import { BrokenConnection } from './broken-connection.ts';
import { ApiError, invalidPropertyValues, invalidRequest, unauthenticated } from './errors.ts';
import type { FaultBook, FaultKind } from './faults.ts';
import { tooMany } from './rate-limits.ts';
import type { RequestLog } from './request-log.ts';

/** Longer than a client waits with pleasure, shorter than it waits at all. */
const slowMs = 2_000;

type Answer = (request: Request, refusal?: ApiError) => Promise<Response>;

export type FaultyFetchParts = {
  /** Answers a request; refuses it with `refusal`, if there is one, as soon as it knows who asks. */
  readonly answer: Answer;
  readonly faults: FaultBook;
  readonly log: Pick<
    RequestLog & { readonly add: (entry: Parameters<Parameters<RequestLog['subscribe']>[0]>[0]) => void },
    'add'
  >;
  readonly clock: () => number;
  readonly portalId: () => number;
  /** Whether an app asks, going by the authorization header. */
  readonly isApp: (authorization: string | null) => boolean;
};

/** The account's API with the faults that were asked for. */
export function faultyFetch({
  answer,
  faults,
  log,
  clock,
  portalId,
  isApp,
}: FaultyFetchParts): (request: Request) => Promise<Response> {
  /** What the app never sees is logged here, with status 0 when there is no answer at all. */
  const unseen = (request: Request, status: number) => {
    const { pathname, search } = new URL(request.url);
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
    log.add({ token, method: request.method, path: pathname + search, status, startedAt: clock(), durationMs: 0 });
  };
  const happen: Record<FaultKind, (request: Request) => Promise<Response>> = {
    burst_limit: (request) =>
      answer(request, tooMany('TEN_SECONDLY_ROLLING', 'You have reached your ten_secondly_rolling limit.')),
    secondly_limit: (request) => answer(request, tooMany('SECONDLY', 'You have reached your secondly limit.')),
    daily_limit: (request) => answer(request, tooMany('DAILY', 'You have reached your daily limit.')),
    request_timeout: (request) =>
      answer(request, new ApiError(408, { message: 'The request took too long.', category: 'REQUEST_TIMEOUT' })),
    conflict: (request) =>
      answer(
        request,
        new ApiError(409, { message: 'The record is being changed by another request.', category: 'CONFLICT' }),
      ),
    locked: (request) =>
      answer(request, new ApiError(423, { message: 'The resource is locked.', category: 'RESOURCE_LOCKED' })),
    migrating: (request) =>
      answer(
        request,
        new ApiError(477, { message: 'The account is being migrated.', category: 'MIGRATION_IN_PROGRESS' }),
      ),
    server_error: (request) =>
      answer(request, new ApiError(500, { message: 'internal error', category: 'INTERNAL_ERROR' })),
    unavailable: (request) =>
      answer(
        request,
        new ApiError(503, { message: 'The service is temporarily unavailable.', category: 'SERVICE_UNAVAILABLE' }),
      ),
    unauthorized: (request) => answer(request, unauthenticated()),
    refused_value: async (request) => {
      const name = propertyWritten(
        await request
          .clone()
          .json()
          .catch(() => null),
      );
      return name === null
        ? answer(request)
        : answer(
            request,
            invalidPropertyValues(
              [
                {
                  name,
                  error: 'PROPERTY_VALIDATION_RULE',
                  message: 'A rule of this account does not allow this value.',
                },
              ],
              portalId(),
            ),
          );
    },
    bad_gateway: async (request) => {
      unseen(request, 502);
      return Promise.resolve(
        new Response(
          '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>',
          { status: 502, headers: { 'content-type': 'text/html' } },
        ),
      );
    },
    partial_batch: async (request) => partOf(request, answer),
    reset_before: (request) => {
      unseen(request, 0);
      return Promise.reject(new BrokenConnection());
    },
    reset_after: async (request) => {
      await answer(request);
      throw new BrokenConnection();
    },
    truncated: async (request) => {
      const whole = await answer(request);
      const body = await whole.text();
      throw new BrokenConnection({
        status: whole.status,
        headers: Object.fromEntries(whole.headers),
        contentLength: Buffer.byteLength(body),
        body: body.slice(0, body.length / 2),
      });
    },
    empty_answer: async (request) => {
      const { status, headers } = await answer(request);
      return new Response(null, { status: status < 300 ? 200 : status, headers });
    },
    hang: (request) => {
      unseen(request, 0);
      return new Promise(() => undefined);
    },
    slow: async (request) => {
      await pause(slowMs);
      return answer(request);
    },
  };
  return (request) => {
    const kind = isApp(request.headers.get('authorization'))
      ? faults.due(request.method, new URL(request.url).pathname)
      : null;
    return kind === null ? answer(request) : happen[kind](request);
  };
}

/** The first property a write is about. */
function propertyWritten(body: unknown): string | null {
  const { properties, inputs } = (body ?? {}) as {
    readonly properties?: unknown;
    readonly inputs?: readonly { readonly properties?: unknown }[];
  };
  const values = properties ?? inputs?.[0]?.properties;
  return typeof values === 'object' && values !== null && !Array.isArray(values)
    ? (Object.keys(values)[0] ?? null)
    : null;
}

/** Does the first half of a batch and says of the rest that it was not done. */
async function partOf(request: Request, answer: Answer): Promise<Response> {
  const body = (await request
    .clone()
    .json()
    .catch(() => null)) as { readonly inputs?: readonly { readonly id?: string }[] } | null;
  const inputs = body?.inputs ?? [];
  if (!request.url.includes('/batch/') || inputs.length < 2) return answer(request);
  const done = Math.floor(inputs.length / 2);
  const part = await answer(
    new Request(request.url, {
      method: request.method,
      headers: request.headers,
      body: JSON.stringify({ ...body, inputs: inputs.slice(0, done) }),
    }),
  );
  if (part.status >= 300) return part;
  const left = inputs.slice(done).map(({ id }) => id ?? '');
  const { body: refusal } = invalidRequest('The service could not take these just now.', { context: { ids: left } });
  const answered = (await part.json()) as { readonly numErrors?: number; readonly errors?: readonly unknown[] };
  const errors = [...(answered.errors ?? []), { status: 'error', ...refusal }];
  return Response.json({ ...answered, numErrors: errors.length, errors }, { status: 207 });
}
