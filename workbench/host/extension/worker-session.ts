import { createRemoteReceiver } from '@remote-ui/core';
import type { RemoteReceiver } from '@remote-ui/core';
import { createEndpoint } from '@remote-ui/rpc';
import { developerConsole } from '../developer-console.ts';
import { inBatches } from '../../remote/in-batches.ts';
import type { ExtensionContext, HostApi, PageLocation, WorkerApi } from '../../remote/worker-contract.ts';

const pingEveryMs = 2_000;
/** Pings in a row without an answer after which a worker counts as hung; counted instead of timed, so that a sleeping computer is no hang. */
const pingsMissedAtMost = 3;

export type Failure = { readonly title: string; readonly message: string; readonly stack: string };

/** Everything a worker may ask of the page, except what its session answers; `end` stops what still goes on for it. */
export type HostServices = { readonly services: Omit<HostApi, 'log' | 'crashed'>; readonly end: () => void };

export type WorkerSession = {
  readonly receiver: RemoteReceiver;
  readonly moveTo: (location: PageLocation) => void;
  readonly end: () => void;
};

type WorkerSessionOptions = {
  readonly scriptUrl: string;
  readonly bundleUrl: string;
  readonly name: string;
  readonly context: ExtensionContext;
  readonly pageLocation: PageLocation;
  readonly host: HostServices;
  /** The first component tree arrived. */
  readonly onReady: () => void;
  /** The extension cannot go on; its worker is gone. Called once. */
  readonly onFailure: (failure: Failure) => void;
};

/** Runs one extension in a worker of its own until it ends, fails, or stops answering. */
export function startWorker({
  scriptUrl,
  bundleUrl,
  name,
  context,
  pageLocation,
  host,
  onReady,
  onFailure,
}: WorkerSessionOptions): WorkerSession {
  const worker = new Worker(scriptUrl, { name });
  const endpoint = createEndpoint<WorkerApi>(inBatches(worker, 'all but the first'));
  const receiver = createRemoteReceiver();
  let isOver = false;
  let missed = 0;

  const end = () => {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    worker.terminate();
    host.end();
  };
  const fail = (failure: Failure) => {
    if (isOver) return;
    end();
    developerConsole.warn(`${name}: ${failure.title} ${failure.message}\n${failure.stack}`);
    onFailure(failure);
  };
  const ping = async () => {
    missed += 1;
    await endpoint.call.ping();
    missed = 0;
  };
  const timer = setInterval(() => {
    if (missed >= pingsMissedAtMost)
      fail({
        title: 'The extension stopped responding.',
        message: `It kept its worker busy for more than ${(pingsMissedAtMost * pingEveryMs) / 1_000} seconds.`,
        stack: '',
      });
    else void ping();
  }, pingEveryMs);

  endpoint.expose({
    ...host.services,
    log: (level, text) => developerConsole[level](`${name}: ${text}`),
    crashed: ({ phase, message, stack }) =>
      fail({
        title: phase === 'start' ? 'The extension could not start.' : 'The extension crashed while rendering.',
        message,
        stack,
      }),
  } satisfies HostApi);
  // Errors outside of rendering (a timer, a handler) leave the component tree as it is, in HubSpot too; the browser has reported them already.
  worker.addEventListener('error', (event) => {
    if (event.filename === '')
      fail({
        title: 'The extension could not start.',
        message: `Its worker could not be loaded: ${event.message}`,
        stack: '',
      });
  });
  receiver.on('mount', () => {
    if (!isOver) onReady();
  });
  void endpoint.call.run(
    { bundleUrl: new URL(bundleUrl, window.location.href).href, context, pageLocation },
    receiver.receive,
  );
  return { receiver, moveTo: (location) => void endpoint.call.moveTo(location), end };
}
