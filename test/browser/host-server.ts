import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { createEmulator } from '../../workbench/emulator/index.ts';
import { bundleHost } from '../../workbench/host/bundle.ts';
import { backEndRequestSchema, functionRequestSchema } from '../../workbench/protocol.ts';
import type {
  BackEndAnswer,
  BackEndRequest,
  Extension,
  FunctionCall,
  FunctionRequest,
  Session,
  User,
} from '../../workbench/protocol.ts';

/** An extension of the test, with its source instead of its bundle. */
export type TestExtension = Omit<Extension, 'bundleUrl'> & { readonly entry: string };

/** What an app function of the test does: the answer's status and body. */
export type TestFunction = (request: FunctionRequest) => { readonly status: 200 | 400; readonly body: unknown };

/** What the back end of the test's app answers; null is an address that is not permitted. */
export type TestBackEnd = (request: BackEndRequest) => BackEndAnswer | null;

export type HostServer = {
  readonly origin: string;
  /** Requests to HubSpot's API, as the acting user. */
  readonly crm: (path: string, body?: unknown, method?: string) => Promise<unknown>;
  /** Has the developer panel told of a call. */
  readonly announce: (call: FunctionCall) => void;
  readonly close: () => Promise<void>;
};

const scopes = [
  'tickets',
  ...['deals', 'companies', 'contacts', 'custom', 'owners'].flatMap((type) => [
    `crm.objects.${type}.read`,
    `crm.objects.${type}.write`,
    `crm.schemas.${type}.read`,
    `crm.schemas.${type}.write`,
  ]),
];

const rep: User = {
  id: 501,
  ownerId: '9001',
  email: 'rita@example.com',
  firstName: 'Rita',
  lastName: 'Rep',
  title: 'Sales rep',
  teams: [{ id: 7, name: 'Sales', teammates: [501, 502] }],
  locale: 'en-GB',
  token: 'token-of-rita',
};
const manager: User = {
  ...rep,
  id: 502,
  ownerId: '9002',
  email: 'max@example.com',
  firstName: 'Max',
  lastName: 'Manager',
  title: 'Sales manager',
  token: 'token-of-max',
};

const stages = [
  { id: 'appointment', label: 'Appointment', metadata: { probability: '0.2', isClosed: 'false' } },
  { id: 'contract', label: 'Contract sent', metadata: { probability: '0.9', isClosed: 'false' } },
  { id: 'won', label: 'Closed won', metadata: { probability: '1.0', isClosed: 'true' } },
];

/** The page with the emulated API behind it, and functions that are one line each: what the real server adds is not what is tested here. */
export async function startHostServer(
  extensions: readonly TestExtension[],
  functions: Readonly<Record<string, TestFunction>>,
  backEnd: TestBackEnd = () => null,
): Promise<HostServer> {
  const folder = await mkdtemp(join(tmpdir(), 'host-'));
  await bundleHost(join(folder, 'page'), { isDevelopment: true });
  for (const { uid, entry } of extensions) {
    await remoteBuild({
      root: dirname(entry),
      entryPoint: entry,
      outputDir: join(folder, uid),
      logLevel: 'error',
      appConfig: { variables: {} },
    });
  }
  const bundleOf = ({ uid, entry }: TestExtension) => join(folder, uid, `${basename(entry, extname(entry))}.js`);
  const emulator = createEmulator({ file: ':memory:', clock: () => Date.now() });
  emulator.setUp({
    account: { portalId: 42, timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
    owners: [rep, manager].map(({ ownerId, id, email, firstName, lastName }) => ({
      id: ownerId,
      userId: id,
      email,
      firstName,
      lastName,
    })),
    pipelines: [{ objectType: 'deals', id: 'default', label: 'Sales', stages }],
  });
  for (const user of [rep, manager])
    emulator.issueToken({
      token: user.token,
      scopes,
      user: { id: user.id, ownerId: user.ownerId },
      sees: user === rep ? 'own' : 'all',
      label: user.email,
    });

  const session: Session = {
    portal: { id: 42, name: 'Test account', timeZone: 'Europe/Berlin', homeCurrency: 'EUR' },
    app: { id: 1, name: 'Test app' },
    users: [rep, manager],
    extensions: extensions.map((extension) => ({
      ...extension,
      bundleUrl: `/workbench/bundles/${extension.uid}.js`,
    })),
  };
  const calls: FunctionCall[] = [];
  const listeners = new Set<(call: FunctionCall) => void>();

  const app = new Hono();
  app.all('/crm/*', (context) => emulator.fetch(context.req.raw));
  app.get('/workbench/api/session', (context) => context.json(session));
  app.get('/workbench/api/calls', (context) =>
    streamSSE(context, async (stream) => {
      const send = (call: FunctionCall) => void stream.writeSSE({ event: 'call', data: JSON.stringify(call) });
      calls.forEach(send);
      listeners.add(send);
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      listeners.delete(send);
    }),
  );
  app.post('/workbench/api/functions/:uid', async (context) => {
    const answer = functions[context.req.param('uid')]?.(functionRequestSchema.parse(await context.req.json())) ?? {
      status: 400,
      body: { status: 'error', message: 'no such function' },
    };
    return context.json(answer.body as Record<string, unknown>, answer.status);
  });
  app.post('/workbench/api/fetch', async (context) => {
    const request = backEndRequestSchema.parse(await context.req.json());
    const answer = backEnd(request);
    return answer === null
      ? context.json({ status: 'error', message: `${request.url} is not permitted.` }, 400)
      : context.json(answer);
  });
  app.get('/workbench/bundles/:file', async (context) => {
    const extension = extensions.find(({ uid }) => `${uid}.js` === context.req.param('file'));
    return extension === undefined
      ? context.notFound()
      : context.body(await readFile(bundleOf(extension), 'utf8'), 200, { 'content-type': 'text/javascript' });
  });
  app.get('/workbench/assets/:file', async (context) => {
    const file = context.req.param('file');
    return context.body(await readFile(join(folder, 'page', file), 'utf8'), 200, {
      'content-type': file.endsWith('.css') ? 'text/css' : 'text/javascript',
    });
  });
  app.get('*', async (context) => context.html(await readFile(join(folder, 'page', 'index.html'), 'utf8')));

  const server = createAdaptorServer({ fetch: app.fetch });
  const origin = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${String(typeof address === 'object' ? address?.port : '')}`);
    });
  });
  return {
    origin,
    crm: async (path, body, method = body === undefined ? 'GET' : 'POST') => {
      const init = {
        method,
        headers: { authorization: `Bearer ${manager.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      const response = await fetch(origin + path, init);
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return response.status === 204 ? null : ((await response.json()) as unknown);
    },
    announce: (call) => {
      calls.push(call);
      for (const send of listeners) send(call);
    },
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      emulator.close();
      await rm(folder, { recursive: true });
    },
  };
}
