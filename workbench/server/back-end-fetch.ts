import { createHmac } from 'node:crypto';
import type { App } from '../project.ts';
import type { BackEndAnswer, BackEndRequest, Session, User } from '../protocol.ts';

/** HubSpot's limits of `hubspot.fetch`. */
const longestMs = 15_000;
const mostBytes = 1024 * 1024;
const mostAtOnce = 20;
/** HubSpot's API, with the names of its regions, as `functions/api-detour.mjs` has it, which runs in functions and imports no TypeScript. */
const apiHost = /^api(-[a-z0-9]+)?\.(hubapi|hubspot)\.com$/i;

export type BackEndFetchOptions = {
  readonly portal: Session['portal'];
  readonly app: () => App;
  /** Where the workbench answers for HubSpot's API: an extension that asks for that must not reach a real account. */
  readonly apiOrigin: () => string;
  /** `CLIENT_SECRET` among them signs the requests, as HubSpot's own dev server does it. */
  readonly secrets: Readonly<Record<string, string>>;
};

/** What came of a request, or why HubSpot would not have passed it on. */
export type BackEndOutcome =
  | { readonly ok: true; readonly answer: BackEndAnswer }
  | { readonly ok: false; readonly status: 400 | 429 | 502 | 504; readonly message: string };

/**
 * Passes on what extensions ask of their own back end (`hubspot.fetch`), as HubSpot's proxy does: to permitted addresses only, with who is looking in the
 * query, signed, following no redirect.
 */
export function createBackEndFetch({ portal, app, apiOrigin, secrets }: BackEndFetchOptions) {
  let running = 0;
  return async (request: BackEndRequest, viewer: User): Promise<BackEndOutcome> => {
    const { permittedFetchUrls, localProxy, id } = app();
    const refused = refusalOf(request, permittedFetchUrls);
    if (refused !== null) return { ok: false, status: 400, message: refused };
    if (running >= mostAtOnce)
      return { ok: false, status: 429, message: `hubspot.fetch takes ${mostAtOnce} requests at once.` };
    running += 1;
    try {
      const address = addressed(request.url, portal, viewer, id);
      const target = apiHost.test(address.hostname)
        ? apiOrigin()
        : (localProxy[address.origin] ?? localProxy[`${address.origin}/`]);
      return await send(target === undefined ? address : at(target, address), request, secrets);
    } finally {
      running -= 1;
    }
  };
}

function refusalOf({ url, method, headers, body }: BackEndRequest, permitted: readonly string[]): string | null {
  if (!URL.canParse(url)) return `hubspot.fetch needs a whole address, got ${url}.`;
  if (!permitted.some((beginning) => isWithin(url, beginning)))
    return `${url} is not among permittedUrls.fetch of app-hsmeta.json.`;
  if (Object.keys(headers).some((name) => name.toLowerCase() !== 'authorization'))
    return "Invalid Request Headers provided. Only 'Authorization' header is allowed from hubspot.fetch()";
  if (method === 'GET' && body !== undefined) return 'hubspot.fetch sends no body with GET.';
  return Buffer.byteLength(JSON.stringify(body ?? null)) > mostBytes ? 'The request is larger than 1 MB.' : null;
}

/** An address is permitted with what follows it, but not as the beginning of another host's name. */
function isWithin(url: string, beginning: string): boolean {
  if (!URL.canParse(beginning)) return false;
  const [asked, permitted] = [new URL(url), new URL(beginning)];
  return asked.origin === permitted.origin && asked.pathname.startsWith(permitted.pathname);
}

function addressed(url: string, portal: Session['portal'], viewer: User, appId: number): URL {
  const address = new URL(url);
  address.searchParams.set('userId', String(viewer.id));
  address.searchParams.set('portalId', String(portal.id));
  address.searchParams.set('userEmail', viewer.email);
  address.searchParams.set('appId', String(appId));
  return address;
}

/** The same address on another server, below whatever path it has. */
function at(target: string, address: URL): URL {
  const local = new URL(target);
  return new URL(`${local.origin}${local.pathname.replace(/\/$/, '')}${address.pathname}${address.search}`);
}

async function send(
  address: URL,
  { method, headers, body, timeoutMs }: BackEndRequest,
  secrets: Readonly<Record<string, string>>,
): Promise<BackEndOutcome> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  try {
    const answer = await fetch(address, {
      method,
      headers: {
        ...headers,
        ...signature(secrets['CLIENT_SECRET'], method, address, text ?? ''),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(text === undefined ? {} : { body: text }),
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.min(timeoutMs, longestMs)),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (bytes.length > mostBytes)
      return { ok: false, status: 502, message: `${address.origin} answered more than 1 MB.` };
    return {
      ok: true,
      answer: {
        status: answer.status,
        contentType: answer.headers.get('content-type') ?? 'text/plain',
        body: bytes.toString('utf8'),
      },
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      return { ok: false, status: 504, message: `${address.origin} took too long.` };
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, status: 502, message: `${address.origin} could not be reached: ${reasonOf(error)}.` };
  }
}

function reasonOf(error: TypeError): string {
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** HubSpot's signature of version 3, where the app's client secret is known. */
function signature(secret: string | undefined, method: string, address: URL, body: string): Record<string, string> {
  if (secret === undefined) return {};
  const timestamp = String(Date.now());
  const signed = createHmac('sha256', secret).update(`${method}${address.href}${body}${timestamp}`).digest('base64');
  return { 'x-hubspot-signature-v3': signed, 'x-hubspot-request-timestamp': timestamp };
}
