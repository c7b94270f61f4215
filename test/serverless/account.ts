import { serve as serveHttp } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Libsql from 'libsql';
import { attestedDealPropertyNames, decodeCustomerProfile } from '@deal-terms/core/crm';
import type { CustomerProfile } from '@deal-terms/core/crm';
import manifest from '../../extensions/app-hsmeta.json' with { type: 'json' };
import { apiCallOf, apiCalls } from '../../serverless/runtime/api-calls.ts';
import { installCrm } from '../../commands/crm/install.ts';
import { production, serve, servePage, serveTicket } from '../../serverless/runtime/app-function.ts';
import type { AppFunction, PageFunction, Runtime, TicketFunction } from '../../serverless/runtime/app-function.ts';
import { createTransport } from '../../serverless/ports/transport.ts';
import type { PathFamily } from '../../serverless/ports/path-family.ts';
import { answerOrCut, createEmulator } from '../../workbench/emulator/index.ts';
import type { LoggedRequest } from '../../workbench/emulator/index.ts';

export const nowMs = Date.parse('2026-11-23T10:00:00Z');

/** Scopes of the app's manifest, the optional ones among them, and those the installation needs beside them. */
export const appScopes: string[] = [...manifest.config.auth.requiredScopes, ...manifest.config.auth.optionalScopes];
export const installScopes = [
  ...appScopes,
  'crm.objects.companies.write',
  'crm.objects.custom.write',
  'crm.schemas.deals.read',
  'crm.schemas.deals.write',
  'crm.schemas.custom.read',
  'crm.schemas.custom.write',
];

/** What else it takes to set a scene. */
const commerceScopes = ['line_items', 'quotes', 'invoices'].map((kind) => `crm.objects.${kind}.write`);

type Properties = Record<string, string | null>;
/** Answers instead of the emulator, or null to let the request through. */
export type Fault = (request: Request) => Response | Promise<Response> | null;

let installedFile: Promise<string> | undefined;
/** An account the app was installed in, for others to start from: to install takes four times as long as to copy. */
function fileOfInstalled(): Promise<string> {
  const make = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'account-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const [written, file] = [join(folder, 'written.db'), join(folder, 'installed.db')];
    const account = await openAccount(written, () => nowMs);
    if (!(await account.install()).complete) throw new Error('the app could not be installed');
    // What was written last is in SQLite's log, not in its file.
    new Libsql(written).exec(`VACUUM INTO '${file}'`);
    await account.stop();
    return file;
  };
  installedFile ??= make();
  return installedFile;
}

/** A HubSpot account over HTTP, with the app installed unless told otherwise; everything a test needs to set a scene and to look behind it. */
export async function startAccount({
  installed = true,
  clock = () => nowMs,
}: { installed?: boolean; clock?: () => number } = {}) {
  if (!installed) return openAccount(':memory:', clock);
  const template = await fileOfInstalled();
  const file = join(dirname(template), `${randomUUID()}.db`);
  await copyFile(template, file);
  const account = await openAccount(file, clock);
  const stop = async () => {
    await account.stop();
    await Promise.all(['', '-wal', '-shm'].map((part) => rm(file + part, { force: true })));
  };
  return { ...account, stop };
}

async function openAccount(file: string, clock: () => number) {
  const emulator = createEmulator({ file, clock });
  const setup = emulator.issueToken({ scopes: [...installScopes, ...commerceScopes], sees: 'all', label: 'setup' });
  let fault: Fault = () => null;
  const appTokens: string[] = [];
  const server = serveHttp({
    fetch: (request, line) => answerOrCut(fault(request) ?? emulator.fetch(request), (line as HttpBindings).outgoing),
    port: 0,
    hostname: '127.0.0.1',
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const api = async (method: string, path: string, body?: unknown) => {
    const init = {
      method,
      headers: { authorization: `Bearer ${setup}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const response = await emulator.fetch(new Request(origin + path, init));
    const answer: unknown = response.status === 204 ? null : await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer as {
      id: string;
      properties: Properties;
      propertiesWithHistory?: Record<string, { value: string }[]>;
    };
  };
  const linked = async (
    objectType: string,
    properties: Record<string, string>,
    id: string,
    type: number,
    others: readonly { readonly id: string; readonly type: number }[] = [],
  ) => {
    const associations = [{ id, type }, ...others].map((link) => ({
      to: { id: link.id },
      types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: link.type }],
    }));
    return (await api('POST', `/crm/v3/objects/${objectType}`, { properties, associations })).id;
  };
  /** A transport with everything an administrator's key may do. */
  const installer = () =>
    createTransport({ origin, accessToken: setup, family: 'v3', budgetMs: 10_000, random: () => 0 });
  const install = async (family: PathFamily = 'v3', accessToken = setup, { dryRun = false, atMs = nowMs } = {}) => {
    const lines: string[] = [];
    const complete = await installCrm({
      origin,
      accessToken,
      nowIso: new Date(atMs).toISOString(),
      print: (line) => lines.push(line),
      family,
      dryRun,
      newLedgerKey: () => 'a-key-made-for-this-test',
    });
    // What is said of a new key comes last, and is looked at by itself.
    const keyAt = lines.findIndex((line) => line.startsWith('The app signs'));
    return {
      complete,
      lines: keyAt < 0 ? lines : lines.slice(0, keyAt),
      ...(keyAt < 0 ? {} : { keyLines: lines.slice(keyAt) }),
    };
  };
  /** What the app called, as `apiCalls` lists it. */
  const appCalls = () =>
    new Set(
      appTokens
        .flatMap((token) => emulator.requestLog.entries(token))
        .map(({ method, path }) => apiCallOf(method, path)),
    );

  return {
    emulator,
    origin,
    api,
    installer,
    install,
    setupToken: setup,
    appTokens,
    appCalls,
    injectFault: (next: Fault | null) => {
      fault = next ?? (() => null);
    },
    createDeal: async (properties: Record<string, string>, companyId?: string) => {
      const associations =
        companyId === undefined
          ? []
          : [{ to: { id: companyId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }] }];
      return (
        await api('POST', '/crm/v3/objects/deals', {
          properties: { dealname: 'Deal', dealstage: 'appointmentscheduled', ...properties },
          associations,
        })
      ).id;
    },
    createDeals: async (count: number, properties: Record<string, string>) => [
      ...(await emulator.bulkLoad(
        'deals',
        Array.from({ length: count }, (_, index) => ({
          properties: {
            dealname: `Deal ${index}`,
            dealstage: 'appointmentscheduled',
            pipeline: 'default',
            ...properties,
          },
        })),
      )),
    ],
    createCompany: async (name: string) =>
      (await api('POST', '/crm/v3/objects/companies', { properties: { name } })).id,
    /** A contact of a deal. */
    createContact: async (dealId: string, properties: Record<string, string>) =>
      (
        await api('POST', '/crm/v3/objects/contacts', {
          properties,
          associations: [
            { to: { id: dealId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 4 }] },
          ],
        })
      ).id,
    /** A line of a deal. */
    createLineItem: (dealId: string, properties: Record<string, string>) =>
      linked('line_items', { name: 'Clock', ...properties }, dealId, 20),
    /** A quote of a deal, published and good until the end of the year, unless told otherwise. */
    createQuote: (dealId: string, properties: Record<string, string>) =>
      linked(
        'quotes',
        {
          hs_title: 'Quote',
          hs_status: 'APPROVAL_NOT_NEEDED',
          hs_expiration_date: '2026-12-31',
          hs_currency: 'EUR',
          ...properties,
        },
        dealId,
        64,
      ),
    /** An invoice of a company over 1,000, due on the first of October, unless told otherwise. */
    createInvoice: (companyId: string, properties: Record<string, string>, dealId?: string) =>
      linked(
        'invoices',
        {
          hs_invoice_status: 'open',
          hs_invoice_date: '2026-09-01T00:00:00Z',
          hs_due_date: '2026-10-01T00:00:00Z',
          hs_amount_billed: '1000',
          hs_currency: 'EUR',
          ...properties,
        },
        companyId,
        179,
        dealId === undefined ? [] : [{ id: dealId, type: 175 }],
      ),
    updateDeal: (id: string, properties: Record<string, string>) =>
      api('PATCH', `/crm/v3/objects/deals/${id}`, { properties }),
    readDeal: async (id: string, names: readonly string[] = attestedDealPropertyNames) =>
      (await api('GET', `/crm/v3/objects/deals/${id}?properties=${names.join(',')}`)).properties,
    writeLedger: (key: string, kind: string, body: string) =>
      api('POST', '/crm/v3/objects/p_terms_ledger', { properties: { entry_key: key, kind, body } }),
    /** Writes an entry whether or not it is there. */
    putLedger: (key: string, properties: Record<string, string>) =>
      api('POST', '/crm/v3/objects/p_terms_ledger/batch/upsert', {
        inputs: [{ id: key, idProperty: 'entry_key', properties }],
      }),
    /** The ledger's first hundred entries. */
    readLedger: async () =>
      (
        (await api(
          'GET',
          '/crm/v3/objects/p_terms_ledger?limit=100&properties=entry_key,kind,body,author,written_at',
        )) as unknown as { results: { properties: Record<string, string> }[] }
      ).results.map(({ properties: { entry_key: key = '', kind, body, author, written_at: writtenAt } }) => ({
        key,
        kind,
        body,
        author,
        writtenAt,
      })),
    deleteLedger: async (key: string) => {
      const { id } = await api('GET', `/crm/v3/objects/p_terms_ledger/${encodeURIComponent(key)}?idProperty=entry_key`);
      await api('DELETE', `/crm/v3/objects/p_terms_ledger/${id}`);
    },
    stop: async () => {
      const unlisted = [...appCalls()].filter((call) => !apiCalls.some((listed) => listed.call === call));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      emulator.close();
      if (unlisted.length > 0)
        throw new Error(
          `serverless/runtime/api-calls.ts does not list ${unlisted.join(', ')}: add it with its scope and the reason for it.`,
        );
    },
  };
}
export type Account = Awaited<ReturnType<typeof startAccount>>;

/** Whether a request changes something: reads are GETs, searches and batch reads. */
export function isWrite({ method, path }: Pick<LoggedRequest, 'method' | 'path'>): boolean {
  return method !== 'GET' && !/\/(search|batch\/read)$/.test(path.split('?')[0] ?? '');
}

/** The app as it runs in an account: a token of its own, a log, and HubSpot's fetch of the attested properties before each call. */
export function runApp(
  account: Account,
  {
    scopes = appScopes,
    family = 'v3',
    budgetMs = 8_000,
    secrets = {},
    clock = () => nowMs,
  }: {
    scopes?: string[];
    family?: PathFamily;
    budgetMs?: number;
    secrets?: Record<string, string>;
    clock?: () => number;
  } = {},
) {
  const token = account.emulator.issueToken({
    scopes,
    sees: 'all',
    label: 'app',
    app: { id: 77, name: 'Strategic Deal Terms' },
  });
  account.appTokens.push(token);
  const log: string[] = [];
  const answered: LoggedRequest[] = [];
  account.emulator.requestLog.subscribe((entry) => {
    if (entry.token === token) answered.push(entry);
  });
  const environment = { ...secrets, PRIVATE_APP_ACCESS_TOKEN: token, HUBSPOT_API_ORIGIN: account.origin };
  const runtime: Runtime = {
    ...production,
    environment: () => environment,
    nowMs: clock,
    random: () => 0,
    log: (line) => log.push(line),
    budgetMs,
    family,
  };
  const attest = async (dealId: string) => await account.readDeal(dealId);
  return {
    token,
    log,
    attest,
    /** Requests the app made, as `METHOD path` without query. */
    requests: () =>
      account.emulator.requestLog.entries(token).map(({ method, path }) => `${method} ${path.split('?')[0]}`),
    /** Requests the app made, with HubSpot's answers, however many there are. */
    answered,
    main: <Request, Port, Success extends { ok: true }>(definition: AppFunction<Request, Port, Success>) =>
      serve(definition, runtime),
    ticket: <Request, Port, Success extends { ok: true }>(definition: TicketFunction<Request, Port, Success>) =>
      serveTicket(definition, runtime),
    page: <Request, Port, Success extends { ok: true }>(definition: PageFunction<Request, Port, Success>) =>
      servePage(definition, runtime),
    captured: async (dealId: string): Promise<CustomerProfile> => decodeCustomerProfile(await attest(dealId)),
  };
}
