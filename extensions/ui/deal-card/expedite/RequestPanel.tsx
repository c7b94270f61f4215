import { useEffect, useState } from 'react';
import { Alert, Button, Flex, Heading, LoadingSpinner } from '@hubspot/ui-extensions';
import { decodeDeal } from '@deal-terms/core/crm';
import type { CustomerProfile } from '@deal-terms/core/crm';
import { isOpen as isOpenState } from '@deal-terms/core/expedite';
import type { tradeBasis } from '@deal-terms/core/expedite';
import { isPossible } from '@deal-terms/core/offers';
import type { Approver, OfferedTerms } from '@deal-terms/core/offers';
import { FailedCall } from '../../shared/Failed.tsx';
import { expediteFailure } from '../../shared/expedite-words.ts';
import type { DealProps } from '../deal-props.ts';
import type { OfferCalls } from '../offers/use-offers.ts';
import { counterOfferOf } from './counter-offer.ts';
import { RequestForm } from './RequestForm.tsx';
import { RequestStanding } from './RequestStanding.tsx';
import { useOpenRequest } from './use-request.ts';
import type { RequestCalls } from './use-request.ts';

type RequestPanelProps = Pick<DealProps, 'record' | 'opened' | 'locale'> & {
  readonly captured: CustomerProfile;
  readonly trade: ReturnType<typeof tradeBasis>;
  /** What was offered, agreed or is advised: what is asked for unless the rep changes it. */
  readonly terms: OfferedTerms | null;
  readonly offers: OfferCalls;
  readonly approvers: readonly Approver[];
  readonly calls: RequestCalls;
  readonly by: string;
  readonly onClose: () => void;
};

/** The deal's latest request with what can be done about it, or the form of a new one. */
export function RequestPanel({
  record,
  captured,
  trade,
  terms,
  offers,
  approvers,
  calls,
  by,
  opened,
  locale,
  onClose,
}: RequestPanelProps) {
  const [isEditing, setEditing] = useState(false);
  const reading = useOpenRequest(calls.answered);
  useEffect(() => {
    setEditing(false);
  }, [calls.answered]);
  if (reading.kind === 'failed') return <FailedCall failure={reading.failure} retry={reading.retry} />;
  if (reading.kind === 'loading')
    return <LoadingSpinner label="Reading the request" showLabel={true} layout="centered" />;
  const { request, state, weeks, asOf, hasOperations } = reading.reply;
  const failure = calls.failure === null ? null : expediteFailure(calls.failure, locale);
  const isOngoing = request !== null && isOpenState(state);
  const showsForm = isEditing || request === null;
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="xs" align="center" justify="between">
        <Heading>Request to operations</Heading>
        <Button size="xs" variant="transparent" onClick={onClose}>
          Close
        </Button>
      </Flex>
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
          counter={
            state !== 'countered'
              ? null
              : counterOfferOf(request, {
                  basis: trade.ok ? trade.basis : null,
                  policy: opened.policy,
                  ownerId: decodeDeal(record, opened.account).facts.ownerId ?? '',
                  negotiation: offers.negotiation,
                  today: opened.today,
                  locale,
                })
          }
          approvers={approvers}
          onAskApproval={
            isPossible(offers.negotiation, 'ask')
              ? (asked) => {
                  offers.send({ action: 'ask', terms: asked });
                }
              : null
          }
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
          terms={terms}
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
