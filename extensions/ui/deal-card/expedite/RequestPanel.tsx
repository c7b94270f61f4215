import { useState } from 'react';
import { Alert, Flex, LoadingSpinner, useExtensionContext } from '@hubspot/ui-extensions';
import type { Captured } from '@deal-terms/core/crm';
import { isOpen as isOpenState } from '@deal-terms/core/expedite';
import type { tradeBasis } from '@deal-terms/core/expedite';
import { FailedCall } from '../../shared/Failed.tsx';
import { actorName } from '../../shared/actor-name.ts';
import { expediteFailure } from '../../shared/expedite-words.ts';
import type { DealProps } from '../deal-props.ts';
import { RequestForm } from './RequestForm.tsx';
import { RequestStanding } from './RequestStanding.tsx';
import { useRequest } from './use-request.ts';

type RequestPanelProps = DealProps & {
  readonly captured: Captured;
  readonly trade: ReturnType<typeof tradeBasis>;
  /** Whether the rep came to ask, not to look. */ readonly startsAsking: boolean;
  readonly onClose: () => void;
};

/** The deal's latest request with what can be done about it, or the form of a new one. */
export function RequestPanel({
  record,
  captured,
  trade,
  startsAsking,
  opened,
  locale,
  actions,
  onClose,
}: RequestPanelProps) {
  const { user } = useExtensionContext<'crm.record.tab'>();
  const [isEditing, setEditing] = useState(false);
  const [isAsking, setAsking] = useState(startsAsking);
  const calls = useRequest(actions, () => {
    setEditing(false);
    setAsking(false);
  });
  const by = actorName(user);
  if (calls.opened.kind === 'failed') return <FailedCall failure={calls.opened.failure} retry={calls.opened.retry} />;
  if (calls.opened.kind === 'loading')
    return <LoadingSpinner label="Reading the request" showLabel={true} layout="centered" />;
  const { request, state, weeks, asOf, hasOperations } = calls.opened.reply;
  const failure = calls.failure === null ? null : expediteFailure(calls.failure);
  const isOngoing = request !== null && isOpenState(state);
  const showsForm = isEditing || request === null || (isAsking && !isOngoing);
  return (
    <Flex direction="column" gap="sm">
      {!hasOperations && (
        <Alert title="Nobody is set to receive requests" variant="warning">
          The ticket will have no owner. Ask an administrator to name somebody in the app’s settings.
        </Alert>
      )}
      {failure !== null && (
        <Alert title={failure.title} variant="warning">
          {failure.text}
        </Alert>
      )}
      {request !== null && !showsForm && (
        <RequestStanding
          request={request}
          state={state}
          weeks={weeks}
          asOf={asOf}
          account={opened.account}
          locale={locale}
          isSending={calls.isSending}
          canAsk={trade.ok}
          by={by}
          onSend={calls.send}
          onEdit={() => {
            setEditing(true);
          }}
        />
      )}
      {showsForm && trade.ok && (
        <RequestForm
          key={request?.revision ?? 0}
          record={record}
          captured={captured}
          basis={trade.basis}
          request={isOngoing ? request : null}
          weeks={weeks}
          opened={opened}
          locale={locale}
          isSending={calls.isSending}
          onSend={(terms) => {
            calls.send(
              isOngoing
                ? { action: 'update', terms, revision: request.revision, by }
                : { action: 'request', terms, by },
            );
          }}
          onCancel={() => {
            if (isEditing) setEditing(false);
            else onClose();
          }}
        />
      )}
    </Flex>
  );
}
