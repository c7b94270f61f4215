import { Alert, Button, Code, Skeleton, Stack, Text } from '@mantine/core';
import { RemoteRenderer } from '@remote-ui/react/host';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ExtensionContext, PageLocation } from '../../remote/worker-contract.ts';
import { ExtensionScopeProvider } from '../components/extension-scope.ts';
import type { ExtensionScope } from '../components/extension-scope.ts';
import { componentController } from './controller.tsx';
import { FrameBoundary } from './FrameBoundary.tsx';
import { startWorker } from './worker-session.ts';
import type { Failure, HostServices, WorkerSession } from './worker-session.ts';

const scriptUrl = '/workbench/assets/remote.js';

type FrameState =
  | { readonly status: 'loading' | 'ready'; readonly session: WorkerSession | null }
  | { readonly status: 'failed'; readonly failure: Failure };

type ExtensionFrameProps = {
  readonly name: string;
  readonly bundleUrl: string;
  readonly context: ExtensionContext;
  readonly pageLocation: PageLocation;
  readonly scope: ExtensionScope;
  /** Must stay the same function as long as record and user stay the same: a new one starts the extension again. */
  readonly createHost: () => HostServices;
};

/** One extension on the page: its worker, what it draws, and what happened when it cannot go on. */
export function ExtensionFrame({ name, bundleUrl, context, pageLocation, scope, createHost }: ExtensionFrameProps) {
  const [state, setState] = useState<FrameState>({ status: 'loading', session: null });
  const [attempt, setAttempt] = useState(0);
  const start = useRef({ context, pageLocation });
  start.current = { context, pageLocation };

  useEffect(() => {
    const session = startWorker({
      scriptUrl,
      bundleUrl,
      name,
      ...start.current,
      host: createHost(),
      onReady: () => setState({ status: 'ready', session }),
      onFailure: (failure) => setState({ status: 'failed', failure }),
    });
    setState({ status: 'loading', session });
    return session.end;
  }, [bundleUrl, name, createHost, attempt]);

  const session = state.status === 'ready' ? state.session : null;
  const { path, params } = pageLocation;
  const query = JSON.stringify(params);
  useEffect(() => {
    session?.moveTo({ path, params: JSON.parse(query) as PageLocation['params'] });
  }, [session, path, query]);

  if (state.status === 'failed')
    return <FailedFrame name={name} failure={state.failure} onRetry={() => setAttempt(attempt + 1)} />;
  if (session === null) return <LoadingFrame name={name} />;
  return (
    <ExtensionScopeProvider value={scope}>
      <FrameBoundary
        key={attempt}
        onFailure={(message) => {
          session.end();
          setState({
            status: 'failed',
            failure: { title: 'The workbench could not draw the extension.', message, stack: '' },
          });
        }}
      >
        <div className="wb-stack">
          <RemoteRenderer receiver={session.receiver} controller={componentController} />
        </div>
      </FrameBoundary>
    </ExtensionScopeProvider>
  );
}

function LoadingFrame({ name }: { readonly name: string }) {
  return (
    <Stack gap="sm" role="status" aria-label={`Loading ${name}`}>
      <Skeleton height={18} width="45%" />
      <Skeleton height={14} />
      <Skeleton height={14} width="80%" />
    </Stack>
  );
}

function FailedFrame({
  name,
  failure,
  onRetry,
}: {
  readonly name: string;
  readonly failure: Failure;
  readonly onRetry: () => void;
}) {
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={failure.title} role="alert">
      <Text size="sm">{failure.message}</Text>
      {failure.stack !== '' && (
        <details>
          <summary>For the developer of {name}</summary>
          <Code block>{failure.stack}</Code>
        </details>
      )}
      <Button mt="sm" size="xs" variant="outline" color="red.8" onClick={onRetry}>
        Try again
      </Button>
    </Alert>
  );
}
