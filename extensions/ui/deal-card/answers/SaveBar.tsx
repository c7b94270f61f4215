import { Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import type { Freshness } from '@deal-terms/core/crm';
import { conflictsOf, fieldErrorsOf, isDirty } from '../session/session.ts';
import type { Session } from '../session/session.ts';
import { DiscardButton } from './DiscardButton.tsx';
import { Outcome } from '../session/Outcome.tsx';

type SaveBarProps = {
  readonly session: Session;
  readonly freshness: Freshness;
  readonly locale: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly closeOverlay: (id: string) => void;
};

/** Storing the answers, and what came of it. */
export function SaveBar({ session, freshness, locale, onSave, onDiscard, closeOverlay }: SaveBarProps) {
  const hasChanges = isDirty(session);
  const obstacle = obstacleOf(session);
  const isSaving = session.saving.kind === 'sending' && session.saving.purpose === 'save';
  const canSave =
    obstacle === null && session.saving.kind !== 'sending' && (hasChanges || freshness.state === 'unscored');
  return (
    <Flex direction="column" gap="sm">
      <Outcome saving={session.saving} of="save" locale={locale} />
      <Flex direction="row" gap="sm" wrap={true} align="center">
        <LoadingButton variant="primary" loading={isSaving} disabled={!canSave} onClick={onSave}>
          Save
        </LoadingButton>
        <DiscardButton isDisabled={!hasChanges || isSaving} onDiscard={onDiscard} closeOverlay={closeOverlay} />
        <Text variant="microcopy" inline={true}>
          {obstacle ?? (hasChanges ? 'Unsaved changes' : 'Nothing to save')}
        </Text>
      </Flex>
    </Flex>
  );
}

function obstacleOf(session: Session): string | null {
  if (conflictsOf(session).length > 0) return 'Choose between theirs and mine first.';
  return Object.keys(fieldErrorsOf(session)).length > 0 ? 'Correct the marked fields first.' : null;
}
