import { Alert } from '@hubspot/ui-extensions';
import { capturedFields } from '@deal-terms/core/crm';
import type { Purpose, Saving } from './session.ts';
import { failureView } from '../../shared/failure-view.ts';
import { answerInWords, fieldView } from '../../shared/field-view.ts';

type OutcomeProps = { readonly saving: Saving; readonly of: Purpose; readonly locale: string };

/** What came of the last call of a kind, as long as there is something to do about it. */
export function Outcome({ saving, of, locale }: OutcomeProps) {
  if (saving.kind === 'refused' && saving.purpose === of) {
    const { title, text, reference } = failureView(saving.failure);
    return (
      <Alert title={title} variant={saving.failure.saved === undefined ? 'danger' : 'warning'}>
        {reference === null ? text : `${text} Reference: ${reference}`}
      </Alert>
    );
  }
  if (saving.kind !== 'saved' || of !== 'save' || saving.overlaps.length === 0) return null;
  const theirs = new Map(saving.overlaps.map((overlap) => [overlap.field, overlap.theirs]));
  const changed = capturedFields
    .filter((field) => theirs.has(field))
    .map((field) => `${fieldView(field).label}: ${answerInWords(field, theirs.get(field), locale)}`);
  return (
    <Alert
      title="Somebody else saved at the same moment"
      variant="warning"
    >{`Your answers are stored. Theirs were: ${changed.join(' · ')}. Talk to each other; if theirs is right, enter it and save again.`}</Alert>
  );
}
