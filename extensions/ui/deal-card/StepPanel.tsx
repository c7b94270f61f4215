import { Alert, Flex, Heading } from '@hubspot/ui-extensions';
import { scoreLocally } from './session/local-score.ts';
import { FigureForm } from './answers/FigureForm.tsx';
import { AnswerForm } from './offers/AnswerForm.tsx';
import { MessagePanel } from './offers/MessagePanel.tsx';
import { OfferForm } from './offers/OfferForm.tsx';
import { OutcomeForm } from './offers/OutcomeForm.tsx';
import { TrialPanel } from './offers/TrialPanel.tsx';
import { RequestPanel } from './expedite/RequestPanel.tsx';
import type { DealProps } from './deal-props.ts';
import { stepLabels } from './strip/steps.ts';
import type { DealCard } from './use-deal-card.ts';

type StepPanelProps = Pick<DealProps, 'opened' | 'locale'> & {
  readonly card: DealCard;
  /** Whether HubSpot opens its own e-mail window from here. */
  readonly opensEmail: boolean;
};

/** What the step under way needs, right under the strip: a form, the e-mail, the request. Nothing where a click was enough. */
export function StepPanel({ card, ...rest }: StepPanelProps) {
  return (
    <>
      {card.problem !== null && (
        <Alert title={card.problem.title} variant="warning">
          {card.problem.text}
        </Alert>
      )}
      {card.panel !== 'none' && <Open card={card} {...rest} />}
    </>
  );
}

function Open({ card, opened, locale, opensEmail }: StepPanelProps) {
  const { offers, session, score, terms } = card;
  const { negotiation, isSending } = offers;
  const { today } = session.basis;
  switch (card.panel) {
    case 'offer':
      return (
        <Flex direction="column" gap="xs">
          <Heading>Another offer</Heading>
          <OfferForm
            key={negotiation.revision}
            session={session}
            negotiation={negotiation}
            approvers={card.approvers}
            score={score.kind === 'scored' ? score : scoreLocally(session.record, session.loaded, session.basis)}
            start={terms}
            locale={locale}
            isSending={isSending}
            onSend={offers.send}
            onCancel={card.closePanel}
          />
        </Flex>
      );
    case 'answer':
      return (
        <AnswerForm
          key={negotiation.revision}
          offer={negotiation.offer}
          locale={locale}
          today={today}
          isSending={isSending}
          onAnswer={offers.send}
          onCancel={card.closePanel}
        />
      );
    case 'trial':
    case 'correct_trial':
      return <TrialPanel card={card} isCorrection={card.panel === 'correct_trial'} />;
    case 'figure':
      return card.figure === null ? null : (
        <FigureForm
          key={card.figure}
          figure={card.figure}
          reader={card.reader}
          onChange={(change) => {
            card.dispatch({ type: 'edited', change });
          }}
          onCancel={card.closePanel}
        />
      );
    case 'message':
      return (
        <MessagePanel
          state={card.message.state}
          next={messageNext(card)}
          isSending={isSending}
          opensEmail={opensEmail}
          onRetry={() => {
            card.step(card.state.isTradeClosed ? 'copy_terms' : 'copy_email');
          }}
          onLeaveWhyOut={card.message.leaveWhyOut}
          onClose={card.closePanel}
        />
      );
    case 'request':
      return (
        <RequestPanel
          record={session.record}
          captured={session.draft}
          trade={card.trade}
          terms={terms}
          offers={offers}
          approvers={card.approvers}
          calls={card.request}
          by={card.by}
          opened={opened}
          locale={locale}
          onClose={card.closePanel}
        />
      );
    case 'result':
      return negotiation.offer === null ? null : (
        <Flex direction="column" gap="xs">
          <Heading>Result</Heading>
          <OutcomeForm
            agreed={negotiation.offer}
            outcome={negotiation.outcome}
            orderedOn={card.orderedOn}
            paid={opened.paid}
            today={today}
            isSending={isSending}
            onRecord={(outcome) => {
              offers.send({ action: 'record', outcome });
            }}
            onCancel={card.closePanel}
          />
        </Flex>
      );
    case 'none':
      return null;
  }
}

/** An offer that is said is recorded; a yes that is confirmed becomes the deal's amount. */
function messageNext({ strip: { steps }, step }: DealCard) {
  const next = (['record_offer', 'ask_approval', 'set_amount'] as const).find((one) => steps.includes(one));
  return next === undefined
    ? null
    : {
        label: stepLabels[next],
        isApproval: next === 'ask_approval',
        onClick: () => {
          step(next);
        },
      };
}
