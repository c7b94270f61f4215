import { fields } from '@deal-terms/core/scoring';
import type { DealCard } from '../use-deal-card.ts';
import { fieldErrorsOf, conflictsOf } from '../session/session.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { FieldConflict } from './FieldConflict.tsx';

/** The answers to the question the strip asks, to be clicked where the question stands; nothing where it asks none of the three. */
export function AskedAnswer({ card, locale }: { readonly card: DealCard; readonly locale: string }) {
  const { session, dispatch, score, state } = card;
  const asked = state.next === 'ask_customer' && score.kind === 'scored' ? score.result.nextQuestion : null;
  const field = fields.find((one) => one === asked);
  if (field === undefined) return null;
  return (
    <>
      <ChoiceField
        field={field}
        isAgain={true}
        value={session.draft[field]}
        error={fieldErrorsOf(session)[field]}
        onChange={(change) => {
          dispatch({ type: 'edited', change });
        }}
      />
      <FieldConflict
        field={field}
        conflicts={conflictsOf(session)}
        locale={locale}
        onDecide={(decided, keep) => {
          dispatch({ type: 'conflictDecided', fields: decided, keep });
        }}
      />
    </>
  );
}
