import { useCallback } from 'react';
import { Alert, Divider, Flex } from '@hubspot/ui-extensions';
import { decodeDealFacts, figuresOf } from '@deal-terms/core/crm';
import type { CustomerProfile, ProfileField, PropertyValues } from '@deal-terms/core/crm';
import type { CardProps } from '../shared/card-props.ts';
import { localeOf } from '../shared/reader.ts';
import { OffersCompared } from './advice/OffersCompared.tsx';
import { ScoreBasis } from './advice/ScoreBasis.tsx';
import { AnswerRows } from './answers/AnswerRows.tsx';
import { DealLine } from './answers/DealLine.tsx';
import { MoreAnswers } from './answers/MoreAnswers.tsx';
import { EvidencePanel } from './evidence/EvidencePanel.tsx';
import { DecisionNotice } from './DecisionNotice.tsx';
import type { DealProps, OpenedDeal } from './deal-props.ts';
import { LoadDeal } from './LoadDeal.tsx';
import { ApprovalForm } from './offers/ApprovalForm.tsx';
import { Contradictions } from './offers/Contradictions.tsx';
import { HistorySection } from './offers/HistorySection.tsx';
import { conflictsOf } from './session/session.ts';
import { Overlaps } from './session/Overlaps.tsx';
import { NotSetUp } from './NotSetUp.tsx';
import { StepPanel } from './StepPanel.tsx';
import { CardStrip } from './strip/CardStrip.tsx';
import { useDealCard } from './use-deal-card.ts';

/** The card on the deal's tab: one next step on top, the customer's answers, the offers, what they rest on. */
export function DealTermsTab({ locale, actions }: CardProps) {
  return (
    <LoadDeal>
      {(record: PropertyValues, opened: OpenedDeal) => (
        <Tab record={record} opened={opened} locale={localeOf(locale)} actions={actions} />
      )}
    </LoadDeal>
  );
}

function Tab({ record, opened, locale, actions }: DealProps) {
  const card = useDealCard({ record, opened, locale, actions });
  const { session, dispatch, score, state, offers } = card;
  const { policy, today } = session.basis;
  // The same functions for the card's life: inputs that did not change are not drawn again.
  const edit = useCallback(
    (change: Partial<CustomerProfile>) => {
      dispatch({ type: 'edited', change });
    },
    [dispatch],
  );
  const decide = useCallback(
    (fields: readonly ProfileField[], keep: 'mine' | 'theirs') => {
      dispatch({ type: 'conflictDecided', fields, keep });
    },
    [dispatch],
  );
  const typePaymentTerms = useCallback(() => {
    dispatch({ type: 'paymentTermsTyped' });
  }, [dispatch]);
  const figures =
    score.kind === 'scored'
      ? score.resolved.figures
      : figuresOf(
          session.draft,
          decodeDealFacts(session.record, session.basis.account, session.basis.evidence).evidence,
        );
  const answers = { session, conflicts: conflictsOf(session), locale, onChange: edit, onDecide: decide };
  return (
    <Flex direction="column" gap="sm">
      {policy.warning !== null && (
        <Alert title="Our policy could not be read" variant="warning">
          {policy.warning}
        </Alert>
      )}
      <NotSetUp account={session.basis.account} />
      {card.isApprover && offers.negotiation.proposal !== null && (
        <ApprovalForm
          key={offers.negotiation.revision}
          proposal={offers.negotiation.proposal}
          userId={card.userId}
          locale={locale}
          isSending={offers.isSending}
          isCodeWrong={offers.failure?.code === 'wrong_key'}
          onDecide={offers.decide}
        />
      )}
      <CardStrip card={card} />
      <DecisionNotice decisions={opened.decisions} locale={locale} />
      <Overlaps saving={session.saving} locale={locale} />
      <StepPanel card={card} opened={opened} locale={locale} opensEmail={true} />
      <AnswerRows {...answers} />
      <MoreAnswers {...answers} suggestions={opened.suggestions} evidence={opened.evidence} themes={opened.themes} />
      <DealLine {...answers} figures={figures} onWritePaymentTerms={typePaymentTerms} />
      {score.kind === 'scored' && (
        <EvidencePanel resolved={score.resolved} basis={session.basis} locale={locale} onChange={edit} />
      )}
      <Divider />
      {offers.negotiation.offer !== null && (
        <Contradictions
          negotiation={offers.negotiation}
          offer={offers.negotiation.offer}
          session={session}
          locale={locale}
          onChange={edit}
        />
      )}
      {score.kind === 'scored' && state.kind !== 'nothing_known' && !state.isTradeClosed && (
        <OffersCompared
          proposals={card.proposals}
          chosen={card.proposal}
          resolved={score.resolved}
          reader={card.reader}
          isOffered={state.kind === 'offered' || state.kind === 'awaiting_approval'}
          onChoose={card.choosePackage}
          onStep={card.step}
        />
      )}
      {score.kind === 'scored' && state.kind !== 'nothing_known' && (
        <ScoreBasis
          score={score}
          customer={opened.customer}
          captured={session.draft}
          policy={policy}
          today={today}
          locale={locale}
        />
      )}
      <HistorySection card={card} locale={locale} />
    </Flex>
  );
}
