import * as React from 'react';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain } from '@remote-ui/rpc';
import type { MessageEndpoint } from '@remote-ui/rpc';
import type { RemoteChannel } from '@remote-ui/core';
import { CrashBoundary, toCrash } from './CrashBoundary.tsx';
import {
  createActions,
  createBackEndFetch,
  createDataDoors,
  createLegacyRunner,
  createServerless,
} from './extension-api.ts';
import { inBatches } from './in-batches.ts';
import { closeSandbox } from './sandbox.ts';
import { createValueStore } from './value-store.ts';
import type { ExtensionContext, HostApi, LogLevel, PageLocation, WorkerApi } from './worker-contract.ts';

/** What HubSpot's worker offers a bundle, and the one thing of a worker this script uses. */
type WorkerScope = MessageEndpoint & { importScripts: (url: string) => void; [global: string]: unknown };
type ExtensionApi = {
  readonly context: ExtensionContext;
  readonly actions: object;
  readonly runServerlessFunction: unknown;
};
type RenderExtension = (api: ExtensionApi) => React.ReactElement;

const scope = globalThis as unknown as WorkerScope;
const endpoint = createEndpoint<HostApi>(inBatches(scope, 'all'));
const host = endpoint.call;
const pageLocation = createValueStore<PageLocation>({ path: '/', params: {} });
const api: WorkerApi = { run, moveTo: pageLocation.set, ping: () => true };
let render: RenderExtension | undefined;

endpoint.expose(api);

async function run(
  { bundleUrl, context, ...start }: Parameters<WorkerApi['run']>[0],
  channel: RemoteChannel,
): Promise<void> {
  retain(channel);
  pageLocation.set(start.pageLocation);
  const extensionApi: ExtensionApi = {
    context,
    actions: createActions(host, context.location),
    runServerlessFunction: createLegacyRunner(host),
  };
  try {
    const load = scope.importScripts.bind(scope);
    installGlobals(extensionApi);
    closeSandbox(scope);
    load(bundleUrl);
    if (render === undefined) throw new Error('The bundle ran to its end without calling hubspot.extend.');
    await mount(render(extensionApi), channel);
  } catch (error) {
    await host.crashed(toCrash('start', error));
  }
}

function installGlobals(extensionApi: ExtensionApi): void {
  const useContext = () => extensionApi.context;
  const log = (level: LogLevel) => (data: unknown) => void host.log(level, String(data));
  Object.assign(scope, {
    __HUBSPOT_EXTENSION_WORKER__: true,
    __useExtensionContext: useContext,
    React,
    RemoteUI,
    logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    extend_V2: (callback: RenderExtension) => {
      render = callback;
    },
    serverless: createServerless(host),
    hsFetch: createBackEndFetch(host),
    hsWorkerAPI: {
      useExtensionContext: useContext,
      useExtensionActions: () => extensionApi.actions,
      useExtensionApi: () => extensionApi,
      useAppPageLocation: pageLocation.use,
      ...createDataDoors(host),
    },
  });
}

async function mount(element: React.ReactElement, channel: RemoteChannel): Promise<void> {
  const root = RemoteUI.createRemoteRoot(channel);
  const onCrash = (crash: Parameters<HostApi['crashed']>[0]) => void host.crashed(crash);
  RemoteUI.createRoot(root).render(React.createElement(CrashBoundary, { onCrash }, element));
  await root.mount();
}
