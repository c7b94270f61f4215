import { useState } from 'react';
import { Button, Flex } from '@hubspot/ui-extensions';
import type { Negotiation, PutForward } from '@deal-terms/core/offers';
import { decodeDealFacts, localDate } from '@deal-terms/core/crm';
import type { Session } from '../session/session.ts';
import { HandoverPanel } from './HandoverPanel.tsx';
import { OutcomeForm } from './OutcomeForm.tsx';
import { OutcomeResult } from './OutcomeResult.tsx';
import type { RepAction } from './use-offers.ts';

type AgreedPanelProps = {
  readonly negotiation: Negotiation;
  readonly agreed: PutForward;
  readonly session: Session;
  readonly locale: string;
  readonly isSending: boolean;
  readonly onRecord: (action: RepAction) => void;
};

/** Agreed terms: what goes into the quote, and what became of what both sides promised. */
export function AgreedPanel({
  negotiation: { outcome, answer },
  agreed,
  session,
  locale,
  isSending,
  onRecord,
}: AgreedPanelProps) {
  const { account, today } = session.basis;
  const [isRecording, setRecording] = useState(false);
  const { closesAtMs } = decodeDealFacts(session.record);
  const orderedOn =
    outcome?.orderedOn ?? (closesAtMs === null ? (answer?.answeredOn ?? today) : localDate(closesAtMs, account));
  return (
    <Flex direction="column" gap="md">
      <HandoverPanel agreed={agreed} orderedOn={orderedOn} locale={locale} />
      {outcome !== null && <OutcomeResult agreed={agreed} outcome={outcome} today={today} locale={locale} />}
      {isRecording ? (
        <OutcomeForm
          agreed={agreed}
          outcome={outcome}
          orderedOn={orderedOn}
          today={today}
          isSending={isSending}
          onRecord={(recorded) => {
            onRecord({ action: 'record', outcome: recorded });
          }}
          onCancel={() => {
            setRecording(false);
          }}
        />
      ) : (
        <Flex direction="row">
          <Button
            disabled={isSending}
            onClick={() => {
              setRecording(true);
            }}
          >
            {outcome === null ? 'Record delivery and payment' : 'Change what is recorded'}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
