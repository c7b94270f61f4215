import { createAdaptorServer } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { createFunctionPool, functionLimits } from './functions/function-pool.ts';
import type { FunctionLimits } from './functions/function-pool.ts';
import { openProject } from './project.ts';
import type { ProjectFolders } from './project.ts';
import { apiRoutes } from './server/api-routes.ts';
import { createBackEndFetch } from './server/back-end-fetch.ts';
import { createCallStream } from './server/call-stream.ts';
import { crmRoutes } from './server/crm-routes.ts';
import { onlyOwnOrigin } from './server/own-origin.ts';
import type { ShownAccount } from './server/shown-account.ts';
import { pageRoutes } from './server/page-routes.ts';

const loopback = '127.0.0.1';
const rememberedCalls = 200;

export type WorkbenchOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly account: ShownAccount;
  readonly folders: ProjectFolders & {
    /** Holds `index.html` and the files it asks for. */
    readonly page: string;
  };
  /** Values of secrets that functions declare. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly limits?: FunctionLimits;
};

export type Workbench = {
  readonly origin: string;
  readonly close: () => Promise<void>;
};

/**
 * A local HubSpot on one origin: the emulated API, the app's functions, the page that shows its extensions. Loopback only.
 *
 * @throws {Error} with code `EADDRINUSE` when the port is taken; when the project cannot be read
 */
export async function createWorkbench({
  port,
  account,
  folders,
  secrets = {},
  limits = functionLimits,
}: WorkbenchOptions): Promise<Workbench> {
  const project = openProject(folders);
  // A project that is not built is told now, not at the first call.
  project.app();
  const calls = createCallStream(rememberedCalls);
  let origin = '';
  const functions = createFunctionPool({
    find: (wanted) => project.app().functions.find(({ uid }) => uid === wanted),
    secrets,
    apiOrigin: () => origin,
    crm: (path, token) =>
      Promise.resolve(account.api(new Request(origin + path, { headers: { authorization: `Bearer ${token}` } }))),
    tokens: { issue: () => account.tokens.issue(project.app()), revoke: account.tokens.revoke },
    requestsWith: account.requestsWith,
    onCall: calls.add,
    limits,
  });
  const app = new Hono();
  app.use(onlyOwnOrigin());
  app.route('/', crmRoutes(account.api));
  app.route(
    '/workbench/api',
    apiRoutes({
      ...account,
      project,
      functions,
      calls,
      askBackEnd: createBackEndFetch({
        portal: account.portal,
        app: project.app,
        apiOrigin: () => origin,
        secrets,
      }),
    }),
  );
  app.route('/', pageRoutes(folders.page, project));
  // Such as a project that cannot be read while it is being rebuilt.
  app.onError((error, context) => context.json({ status: 'error', message: error.message }, 500));
  const server = createAdaptorServer({ fetch: app.fetch });
  const close = async () => {
    calls.close();
    await Promise.all([functions.close(), stop(server)]);
  };
  try {
    origin = await listen(server, port);
  } catch (error) {
    await functions.close();
    throw error;
  }
  return { origin, close };
}

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}

function listen(server: ServerType, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      const address = server.address();
      if (address === null || typeof address === 'string')
        reject(new Error(`expected an address with a port, got ${String(address)}`));
      else resolve(`http://${loopback}:${address.port}`);
    });
  });
}
