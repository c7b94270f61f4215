import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoSecrets } from '../../commands/start/demo-secrets.ts';
import { startAppWorkbench } from '../../commands/start/app-workbench.ts';

const run = promisify(execFile);

const startIn = (dataFolder: string, generatedDeals: number, asHubSpot = false) =>
  startAppWorkbench({
    root: process.cwd(),
    dataFolder,
    port: 0,
    reset: false,
    isEmpty: false,
    generatedDeals,
    hasHistory: false,
    asHubSpot,
    secrets: demoSecrets,
    clock: Date.now,
    onProgress: () => undefined,
  });

/** `npm run test:hubspot` runs every journey that does not say otherwise with HubSpot's limits of requests, and its search that lags. */
const runsAsHubSpot = process.env['AS_HUBSPOT'] === '1';

let seededFolder: Promise<string> | undefined;
/** The data of a demo account nobody has worked with, for others to start from: to seed takes four times as long as to copy. */
function seeded(): Promise<string> {
  const seed = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workbench-seeded-'));
    process.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
    await (await startIn(folder, 0)).close();
    return folder;
  };
  seededFolder ??= seed();
  return seededFolder;
}

/**
 * A workbench of its own with the demo account, from what `npm run build` wrote; `read` looks at its CRM as one of its users.
 *
 * @param asHubSpot - with HubSpot's limits of requests, and its search that lags
 */
export async function demoWorkbench({
  generatedDeals = 0,
  asHubSpot = runsAsHubSpot,
}: { readonly generatedDeals?: number; readonly asHubSpot?: boolean } = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'workbench-'));
  if (generatedDeals === 0) cpSync(await seeded(), dataFolder, { recursive: true });
  const { origin, holdUntil, close } = await startIn(dataFolder, generatedDeals, asHubSpot);
  const call = async (path: string, token: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(origin + path, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    origin,
    dataFolder,
    holdUntil,
    /** What apps have to put up with from now on; nothing when nothing is said. */
    trouble: (
      faults: readonly { readonly kind: string; readonly pathHas?: string; readonly times?: number }[] = [],
      searchLagMs = 0,
    ) =>
      call('/workbench/api/trouble', '', {
        method: 'PUT',
        body: JSON.stringify({ faults, limitsRates: false, searchLagMs }),
      }),
    createDeal: async (token: string, properties: Record<string, string>) =>
      (
        (await call('/crm/v3/objects/deals', token, {
          method: 'POST',
          body: JSON.stringify({ properties, associations: [] }),
        })) as { id: string }
      ).id,
    /** An app function as a card calls it from a record. */
    callFunction: async (
      uid: string,
      token: string,
      parameters: object,
      record: {
        readonly objectTypeId: '0-3' | '0-5';
        readonly objectId: string;
        readonly objectPropertyNames: readonly string[];
      },
    ) =>
      (
        (await call(`/workbench/api/functions/${uid}`, token, {
          method: 'POST',
          body: JSON.stringify({ parameters, objectQuery: record }),
        })) as { response: unknown }
      ).response,
    /** `npm run rescore` on every open deal. */
    rescore: () =>
      run(process.execPath, [join(process.cwd(), 'build', 'commands', 'rescore.mjs'), '--all'], {
        cwd: dataFolder,
        env: { ...process.env, HUBSPOT_ACCESS_TOKEN: 'pat-local-workbench', HUBSPOT_API_ORIGIN: origin },
      }),
    searchDeals: async (request: object, token: string) =>
      (await call('/crm/v3/objects/deals/search', token, { method: 'POST', body: JSON.stringify(request) })) as {
        total: number;
        results: { id: string; properties: Record<string, string | null> }[];
      },
    dealNamed: async (name: string, token: string): Promise<{ id: string; properties: Record<string, string> }> => {
      const { results } = (await call('/crm/v3/objects/deals/search', token, {
        method: 'POST',
        body: JSON.stringify({ query: name, properties: ['closedate'], limit: 1 }),
      })) as { results: { id: string; properties: Record<string, string> }[] };
      if (!results[0]) throw new Error(`no deal ${name}`);
      return results[0];
    },
    readDeal: async (id: string, token: string, properties: readonly string[]) =>
      (
        (await call(`/crm/v3/objects/deals/${id}?properties=${properties.join(',')}`, token)) as {
          properties: Record<string, string | null>;
        }
      ).properties,
    updateDeal: (id: string, token: string, properties: Record<string, string>) =>
      call(`/crm/v3/objects/deals/${id}`, token, { method: 'PATCH', body: JSON.stringify({ properties }) }),
    /** An entry of the app's ledger as somebody with the right to write it could make it. */
    writeLedger: (key: string, kind: string, body: string) =>
      call('/crm/v3/objects/p_terms_ledger', 'pat-local-workbench', {
        method: 'POST',
        body: JSON.stringify({ properties: { entry_key: key, kind, body }, associations: [] }),
      }),
    /** Subjects of the tasks that begin so. */
    tasksBeginning: async (beginning: string) => {
      const { results } = (await call(
        '/crm/v3/objects/tasks?limit=100&properties=hs_task_subject',
        'pat-local-workbench',
      )) as { results: { properties: Record<string, string | null> }[] };
      return results
        .map(({ properties }) => properties['hs_task_subject'] ?? '')
        .filter((subject) => subject.startsWith(beginning));
    },
    /** Deals as another tool would make them, at most a hundred. */
    createDeals: (deals: readonly Record<string, string>[]) =>
      call('/crm/v3/objects/deals/batch/create', 'pat-local-workbench', {
        method: 'POST',
        body: JSON.stringify({ inputs: deals.map((properties) => ({ properties })) }),
      }),
    stop: async () => {
      await close();
      rmSync(dataFolder, { recursive: true });
    },
  };
}
export type DemoWorkbench = Awaited<ReturnType<typeof demoWorkbench>>;
