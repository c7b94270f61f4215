import type { RemoteCallable } from '@remote-ui/rpc';
import type { ExtensionPlace, HostApi, Outcome, ServerlessOptions } from './worker-contract.ts';

/** Calls into the page; all asynchronous. */
export type Host = RemoteCallable<HostApi>;

const usualTimeoutMs = 15_000;

/** `actions` of the extension's API: what every location has, and on the page of a record what is about that record. */
export function createActions(host: Host, location: ExtensionPlace) {
  const actions = {
    addAlert: (alert: Parameters<HostApi['addAlert']>[0]) => void host.addAlert(alert),
    reloadPage: () => void host.reloadPage(),
    copyTextToClipboard: async (text: string) => {
      await valueOf(host.copyTextToClipboard(text));
    },
    closeOverlay: (id: string) => void host.closeOverlay(id),
    openIframeModal: (...args: Parameters<HostApi['openIframeModal']>) => void host.openIframeModal(...args),
    navigateToPage: (target: Parameters<HostApi['navigateToPage']>[0]) => void host.navigateToPage(target),
  };
  return isRecordPlace(location) ? { ...actions, ...recordActions(host) } : actions;
}

function isRecordPlace(location: ExtensionPlace): boolean {
  return location.startsWith('crm.') ? location !== 'crm.bulkActions' : location === 'helpdesk.sidebar';
}

function recordActions(host: Host) {
  return {
    refreshObjectProperties: () => void host.refreshObjectProperties(),
    onCrmPropertiesUpdate: (...args: Parameters<HostApi['onCrmPropertiesUpdate']>) =>
      void host.onCrmPropertiesUpdate(...args),
    fetchCrmObjectProperties: (names: readonly string[] | '*') => valueOf(host.fetchCrmObjectProperties(names)),
  };
}

/** `hubspot.serverless`: the function's return value, or an Error. */
export function createServerless(host: Host) {
  return (name: string, options?: ServerlessOptions) => valueOf(host.serverless(name, options));
}

type FetchOptions = {
  readonly method?: string;
  readonly timeout?: number;
  readonly body?: unknown;
  readonly headers?: Headers | Readonly<Record<string, string>>;
};

/** `hubspot.fetch`: the back end's answer as a `Response`, or an Error for what HubSpot does not pass on. */
export function createBackEndFetch(host: Host) {
  return async (
    url: string | URL,
    { method = 'GET', timeout = usualTimeoutMs, body, headers = {} }: FetchOptions = {},
  ): Promise<Response> => {
    const {
      status,
      contentType,
      body: text,
    } = await valueOf(
      host.askBackEnd({
        url: String(url),
        method,
        headers: Object.fromEntries(new Headers(headers)),
        timeoutMs: timeout,
        ...(body === undefined || body === null ? {} : { body }),
      }),
    );
    const isBodiless = status === 204 || status === 205 || status === 304;
    return new Response(isBodiless ? null : text, { status, headers: { 'content-type': contentType } });
  };
}

/** The deprecated `runServerlessFunction` of the extension's API: failures are values. */
export function createLegacyRunner(host: Host) {
  return async ({ name, ...options }: ServerlessOptions & { readonly name: string }) => {
    const outcome = await host.serverless(name, options);
    return outcome.ok ? { status: 'SUCCESS', response: outcome.value } : { status: 'ERROR', message: outcome.message };
  };
}

/** Data doors of the SDK's hooks, which expect something with a `json()` like a Response. */
export function createDataDoors(host: Host) {
  return {
    fetchCrmProperties: async (...args: Parameters<HostApi['fetchCrmProperties']>) => {
      const outcome = await host.fetchCrmProperties(...args);
      return jsonOf(outcome.ok ? outcome.value : { error: outcome.message });
    },
    fetchAssociations: async (...args: Parameters<HostApi['fetchAssociations']>) =>
      jsonOf(wrapped(await host.fetchAssociations(...args))),
    fetchCrmSearch: async (...args: Parameters<HostApi['fetchCrmSearch']>) =>
      jsonOf(wrapped(await host.fetchCrmSearch(...args))),
    formatCrmProperties: async (...args: Parameters<HostApi['formatCrmProperties']>) =>
      jsonOf(await valueOf(host.formatCrmProperties(...args))),
    fetchHubSpotApi: () =>
      Promise.reject(new Error('fetchHubSpotApi is experimental; the workbench does not have it.')),
  };
}

function wrapped(outcome: Outcome<unknown>) {
  return outcome.ok ? { data: outcome.value } : { error: outcome.message };
}

function jsonOf<T>(value: T) {
  return { json: () => Promise.resolve(value) };
}

async function valueOf<T>(answer: Promise<Outcome<T>>): Promise<T> {
  const outcome = await answer;
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}
