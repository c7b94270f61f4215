import { Alert, Flex, LoadingSpinner, useExtensionContext } from '@hubspot/ui-extensions';
import type { CardProps } from '../shared/card-props.ts';
import { FailedCall } from '../shared/Failed.tsx';
import { localeOf } from '../shared/reader.ts';
import { actorName } from '../shared/actor-name.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { expediteFailure } from '../shared/expedite-words.ts';
import { TicketStory } from './TicketStory.tsx';
import { useTicket } from './use-ticket.ts';

/** The card on a ticket: what a customer gives for speed, and operations' answer. */
export function ExpediteTicketTab({ locale, actions }: CardProps) {
  const { user, portal } = useExtensionContext<'crm.record.tab'>();
  const reading = localeOf(locale);
  const calls = useTicket(actions, reading);
  const { ticket, problem } = calls;
  if (ticket === null && problem !== null)
    return (
      <FailedCall
        failure={problem}
        retry={() => {
          calls.consider(null);
        }}
      />
    );
  if (ticket === null) return <LoadingSpinner label="Reading the request" showLabel={true} layout="centered" />;
  const failure = calls.failure ?? problem;
  const view = failure === null ? null : expediteFailure(failure, reading);
  return (
    <Flex direction="column" gap="md">
      {view !== null && (
        <Alert title={view.title} variant="warning">
          {view.reference === null ? view.text : `${view.text} Reference: ${view.reference}`}
        </Alert>
      )}
      <TicketStory ticket={ticket} portalId={portal.id} locale={reading} />
      {ticket.request !== null && (
        <DecisionForm
          key={`${ticket.request.revision}/${ticket.state}`}
          ticket={ticket}
          request={ticket.request}
          calls={calls}
          by={actorName(user)}
          locale={reading}
        />
      )}
    </Flex>
  );
}
