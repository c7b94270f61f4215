import { fields } from '@deal-terms/core/scoring';
import { Flex } from '@hubspot/ui-extensions';
import { fieldErrorsOf, conflictsOf } from '../session/session.ts';
import type { DealCard } from '../use-deal-card.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { FieldConflict } from './FieldConflict.tsx';

/**
 * The three answers in the sidebar, until the first offer is on record. All of them, whichever the strip asks for: one that
 * came and went with the question would move what stands below with each answer.
 */
export function SidebarAnswers({ card, locale }: { readonly card: DealCard; readonly locale: string }) {
  const { session, dispatch, state, offers } = card;
  if (offers.negotiation.status !== 'none' || state.isTradeClosed) return null;
  const errors = fieldErrorsOf(session);
  return (
    <Flex direction="column" gap="xs">
      {fields.map((field) => (
        <Flex key={field} direction="column" gap="flush">
          <ChoiceField
            field={field}
            isInSidebar={true}
            value={session.draft[field]}
            error={errors[field]}
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
        </Flex>
      ))}
    </Flex>
  );
}
