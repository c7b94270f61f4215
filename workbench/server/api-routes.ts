import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { FunctionPool } from '../functions/function-pool.ts';
import type { Project } from '../project.ts';
import { backEndRequestSchema, functionRequestSchema, troubleRequestSchema } from '../protocol.ts';
import type { Session, User } from '../protocol.ts';
import type { createBackEndFetch } from './back-end-fetch.ts';
import type { CallStream } from './call-stream.ts';
import type { ShownAccount } from './shown-account.ts';

export type ApiRoutesOptions = {
  readonly portal: Session['portal'];
  readonly users: readonly User[];
  readonly project: Project;
  readonly functions: FunctionPool;
  readonly calls: CallStream;
  readonly trouble: ShownAccount['trouble'];
  readonly behaviour: ShownAccount['behaviour'];
  readonly askBackEnd: ReturnType<typeof createBackEndFetch>;
};

/** No card sends a hundredth of it. */
const mostBodyBytes = 20_000_000;

const nobody = { status: 'error', message: 'No user of this account has this access token.' } as const;

/** `/workbench/api/...`: what the page asks of the server besides HubSpot's API (protocol.ts). */
export function apiRoutes({
  portal,
  users,
  project,
  functions,
  calls,
  trouble,
  behaviour,
  askBackEnd,
}: ApiRoutesOptions): Hono {
  const routes = new Hono();
  routes.use(
    bodyLimit({
      maxSize: mostBodyBytes,
      onError: (context) => context.json({ status: 'error', message: 'The request body is too large.' }, 413),
    }),
  );

  routes.get('/session', (context) => {
    const { id, name } = project.app();
    const session: Session = {
      portal,
      app: { id, name },
      users: [...users],
      extensions: project.extensions().map(({ uid, name, location, objectTypes, displayMode, hash }) => ({
        uid,
        name,
        location,
        objectTypes,
        ...(displayMode === undefined ? {} : { displayMode }),
        bundleUrl: `/workbench/bundles/${encodeURIComponent(uid)}.js?${hash}`,
      })),
    };
    return context.json(session, 200, { 'cache-control': 'no-store' });
  });

  const viewerOf = (authorization: string | undefined) =>
    users.find(({ token }) => `Bearer ${token}` === authorization);

  routes.post('/functions/:uid', async (context) => {
    const viewer = viewerOf(context.req.header('authorization'));
    if (viewer === undefined) return context.json(nobody, 401);
    const request = functionRequestSchema.safeParse(await context.req.json().catch(() => null));
    if (!request.success)
      return context.json({ status: 'error', message: `Not a function request: ${request.error.message}` }, 422);
    const { status, body } = await functions.call({
      ...request.data,
      uid: context.req.param('uid'),
      viewerToken: viewer.token,
    });
    return context.json(body, status);
  });

  routes.post('/fetch', async (context) => {
    const viewer = viewerOf(context.req.header('authorization'));
    if (viewer === undefined) return context.json(nobody, 401);
    const request = backEndRequestSchema.safeParse(await context.req.json().catch(() => null));
    if (!request.success)
      return context.json({ status: 'error', message: `Not a request to a back end: ${request.error.message}` }, 422);
    const outcome = await askBackEnd(request.data, viewer);
    return outcome.ok
      ? context.json(outcome.answer)
      : context.json({ status: 'error', message: outcome.message }, outcome.status);
  });

  routes.get('/trouble', (context) => context.json(trouble.read()));
  routes.put('/trouble', async (context) => {
    const request = troubleRequestSchema.safeParse(await context.req.json().catch(() => null));
    const refused = request.success
      ? trouble.set(request.data)
      : { message: `Not a request for trouble: ${request.error.message}` };
    return refused === null ? context.json(trouble.read()) : context.json(refused, 422);
  });
  routes.get('/behaviour', (context) => context.json(behaviour.read()));
  routes.patch('/behaviour', async (context) => {
    const refused = behaviour.set(await context.req.json().catch(() => null));
    return refused === null ? context.json(behaviour.read()) : context.json(refused, 422);
  });
  routes.get('/calls', (context) => calls.listen(context));
  routes.all('*', (context) =>
    context.json({ status: 'error', message: `The workbench has no ${context.req.method} ${context.req.path}.` }, 404),
  );
  return routes;
}
