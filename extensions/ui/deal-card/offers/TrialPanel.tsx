import type { DealCard } from '../use-deal-card.ts';
import { correctionDraft, trialDraft } from './trial-draft.ts';
import { TrialForm } from './TrialForm.tsx';

/** The answer to the trial question of the score, or the correction of the last one; nothing where there is none. */
export function TrialPanel({ card, isCorrection }: { readonly card: DealCard; readonly isCorrection: boolean }) {
  const { trial, score, reader, offers } = card;
  const { trial: answered, revision } = offers.negotiation;
  const draft = isCorrection
    ? answered && correctionDraft(answered, reader)
    : score.kind === 'scored'
      ? trial && trialDraft(trial, score.resolved.input.deal.amount)
      : null;
  return draft === null ? null : (
    <TrialForm
      key={revision}
      draft={draft}
      reader={reader}
      isSending={offers.isSending}
      onSend={offers.send}
      onCancel={card.closePanel}
    />
  );
}
