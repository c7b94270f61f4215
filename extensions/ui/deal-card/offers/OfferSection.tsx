import { useState } from 'react';
import { Alert, Button, Flex, Heading, StatusTag, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type { Captured } from '@deal-terms/core/crm';
import { isPossible } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import type { CardProps } from '../../shared/card-props.ts';
import { actorName } from '../../shared/actor-name.ts';
import type { Session } from '../session/session.ts';
import { isDirty } from '../session/session.ts';
import { AgreedPanel } from './AgreedPanel.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { ApprovalForm } from './ApprovalForm.tsx';
import { Contradictions } from './Contradictions.tsx';
import { OfferForm } from './OfferForm.tsx';
import { OfferHistory } from './OfferHistory.tsx';
import { offerFailure, standingInWords, statusView } from '../../shared/offer-words.ts';
import { useOffers } from './use-offers.ts';

type OfferSectionProps = {
  readonly session: Session;
  readonly locale: string;
  readonly actions: CardProps['actions'];
  readonly onChange: (change: Partial<Captured>) => void;
};

/** What is open on the screen beside where the offer stands. */
type Doing = 'nothing' | 'offering' | 'answering';

/** The offer on this deal: what was offered, who approves, what the customer said, what came of it. */
export function OfferSection({ session, locale, actions, onChange }: OfferSectionProps) {
  const { user } = useExtensionContext<'crm.record.tab'>();
  const [doing, setDoing] = useState<Doing>('nothing');
  const calls = useOffers(session.record, actorName(user), actions, () => {
    setDoing('nothing');
  });
  const { negotiation, events, isSending } = calls;
  const { status, proposal, offer } = negotiation;
  const view = statusView(status);
  const failure = calls.failure === null ? null : offerFailure(calls.failure);
  const approvers = approversOf(events);
  const isApprover = status === 'awaiting_approval' && approvers.some(({ userId }) => userId === String(user.id));
  const asksAnswer = doing === 'answering' || (status === 'offered' && doing === 'nothing');
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="sm" wrap={true} align="center">
        <Heading>Offer and answer</Heading>
        {status !== 'none' && <StatusTag variant={view.tone}>{view.label}</StatusTag>}
      </Flex>
      {failure !== null && (
        <Alert title={failure.title} variant="warning">
          {failure.text}
        </Alert>
      )}
      <Text>{standingInWords(negotiation, approvers, locale)}</Text>
      {isApprover && proposal !== null && (
        <ApprovalForm
          key={negotiation.revision}
          proposal={proposal}
          userId={String(user.id)}
          locale={locale}
          isSending={isSending}
          onDecide={calls.decide}
        />
      )}
      {(status === 'approved' || status === 'countered') && proposal !== null && doing === 'nothing' && (
        <Flex direction="row">
          <Button
            variant="primary"
            disabled={isSending}
            onClick={() => {
              calls.send({ action: 'offer', terms: proposal.terms });
            }}
          >
            We offered this
          </Button>
        </Flex>
      )}
      {asksAnswer && offer !== null && (
        <AnswerForm
          key={negotiation.revision}
          today={session.basis.today}
          isSending={isSending}
          onAnswer={calls.send}
          onCancel={
            doing === 'answering'
              ? () => {
                  setDoing('nothing');
                }
              : null
          }
        />
      )}
      {offer !== null && (
        <Contradictions negotiation={negotiation} offer={offer} session={session} locale={locale} onChange={onChange} />
      )}
      {status === 'agreed' && offer !== null && doing === 'nothing' && (
        <AgreedPanel
          negotiation={negotiation}
          agreed={offer}
          session={session}
          locale={locale}
          isSending={isSending}
          onRecord={calls.send}
        />
      )}
      {doing === 'offering' && (
        <OfferForm
          key={negotiation.revision}
          session={session}
          negotiation={negotiation}
          hasChanges={isDirty(session)}
          locale={locale}
          isSending={isSending}
          onSend={calls.send}
          onCancel={() => {
            setDoing('nothing');
          }}
        />
      )}
      {doing === 'nothing' && (
        <Flex direction="row" gap="sm" wrap={true}>
          {isPossible(negotiation, 'offer') && (
            <Button
              disabled={isSending}
              onClick={() => {
                setDoing('offering');
              }}
            >
              {status === 'none' ? 'Record an offer' : 'Offer something else'}
            </Button>
          )}
          {status !== 'offered' && isPossible(negotiation, 'answer') && (
            <Button
              variant="secondary"
              disabled={isSending}
              onClick={() => {
                setDoing('answering');
              }}
            >
              Correct the answer
            </Button>
          )}
        </Flex>
      )}
      <OfferHistory events={events} account={session.basis.account} locale={locale} />
    </Flex>
  );
}

/** Whom the last request for approval went to. */
function approversOf(events: readonly OfferEvent[]) {
  const asked = events.findLast((event) => event.action === 'ask');
  return asked?.action === 'ask' ? asked.approvers : [];
}
