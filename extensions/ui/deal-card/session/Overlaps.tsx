import { Alert } from '@hubspot/ui-extensions';
import { profileFields } from '@deal-terms/core/crm';
import { answerInWords, fieldView } from '../../shared/field-view.ts';
import type { Saving } from './session.ts';

/** What somebody else stored in the moment we stored: ours stands, theirs is not lost. */
export function Overlaps({ saving, locale }: { readonly saving: Saving; readonly locale: string }) {
  if (saving.kind !== 'saved' || saving.overlaps.length === 0) return null;
  const theirs = new Map(saving.overlaps.map((overlap) => [overlap.field, overlap.theirs]));
  const changed = profileFields
    .filter((field) => theirs.has(field))
    .map((field) => `${fieldView(field).label}: ${answerInWords(field, theirs.get(field), locale)}`);
  return (
    <Alert
      title="Somebody else saved at the same moment"
      variant="warning"
    >{`Your answers are stored. Theirs were: ${changed.join(' · ')}. Talk to each other; if theirs is right, enter it.`}</Alert>
  );
}
