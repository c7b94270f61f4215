import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Context } from 'hono';
import type { Barriers } from './barriers.ts';
import { ApiError, notEmulated, tooLarge } from './errors.ts';
import type { ErrorBody } from './errors.ts';
import { limits } from './limits.ts';
import type { Operation, Reply } from './operation.ts';
import { isDatedPath } from './paths.ts';
import type { RateGate } from './rate-limits.ts';
import type { LoggedRequest } from './request-log.ts';
import type { SearchLag } from './store/search-lag.ts';
import type { Store } from './store/store.ts';
import type { TokenBook } from './tokens.ts';

/** What the HTTP side stands on. */
export type AppParts = {
  readonly operations: readonly Operation[];
  /** The store now; it is another one after a reset. */
  readonly store: () => Store;
  readonly tokens: TokenBook;
  readonly barriers: Barriers;
  readonly rates: RateGate;
  readonly searchLag: SearchLag;
  readonly log: (entry: LoggedRequest) => void;
  /** Epoch milliseconds, for the data. */
  readonly clock: () => number;
};

/** What comes with a request from inside the workbench. */
type Bindings = { readonly refusal?: ApiError | undefined };

/** Routes every operation and answers in HubSpot's manner. Order of what happens to a request: log, token, limits, barrier, operation. */
export function createApp(parts: AppParts): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>({ strict: false });
  const correlationIds = countingUuids();
  app.use(async (context, next) => {
    const startedAt = parts.clock();
    const start = performance.now();
    await next();
    const { pathname, search } = new URL(context.req.url);
    const token = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    parts.log({
      token,
      method: context.req.method,
      path: pathname + search,
      status: context.res.status,
      startedAt,
      durationMs: performance.now() - start,
    });
  });
  app.use(
    bodyLimit({
      maxSize: limits.requestBodyBytes,
      onError: (context) => refuse(context, tooLarge(), correlationIds()),
    }),
  );
  app.use(async (context, next) => {
    const actor = parts.tokens.actorOf(context.req.header('authorization'));
    if (context.env.refusal !== undefined) throw context.env.refusal;
    const isSearch = context.req.method === 'POST' && context.req.path.endsWith('/search');
    const headers = parts.rates.pass(actor, isSearch);
    if (isSearch) parts.searchLag.catchUp();
    await parts.barriers.pass(context.req.method, context.req.path);
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  });
  for (const { method, paths, handle } of parts.operations) {
    app.on(method, [...paths], async (context) => {
      const bodyText = await context.req.text();
      const actor = parts.tokens.actorOf(context.req.header('authorization'));
      const query = new URL(context.req.url).searchParams;
      const parameter = (name: string) => context.req.param(name) ?? '';
      return answer(
        context,
        handle({
          store: parts.store(),
          actor,
          now: parts.clock(),
          isDated: isDatedPath(context.req.path),
          parameter,
          query,
          bodyText,
        }),
        correlationIds(),
      );
    });
  }
  app.notFound((context) =>
    refuse(context, notEmulated(`${context.req.method} ${context.req.path}`), correlationIds()),
  );
  app.onError((error, context) => {
    if (error instanceof ApiError) return refuse(context, error, correlationIds());
    return refuse(
      context,
      new ApiError(500, {
        message: `The emulator failed: ${error.stack ?? error.message}`,
        category: 'INTERNAL_ERROR',
      }),
      correlationIds(),
    );
  });
  return app;
}

function answer(context: Context, { status, body }: Reply, correlationId: string): Response {
  const headers = { 'X-HubSpot-Correlation-Id': correlationId };
  if (body === undefined) return new Response(null, { status, headers });
  return context.newResponse(JSON.stringify(body), {
    status: status as 200,
    headers: { ...headers, 'Content-Type': 'application/json;charset=utf-8' },
  });
}

function refuse(context: Context, { status, body }: ApiError, correlationId: string): Response {
  const { message, ...rest }: ErrorBody = body;
  return answer(context, { status, body: { status: 'error', message, correlationId, ...rest } }, correlationId);
}

/** Ids in HubSpot's form that are the same in every run. */
function countingUuids(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  };
}
