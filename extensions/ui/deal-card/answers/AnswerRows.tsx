import { Flex } from '@hubspot/ui-extensions';
import type { CustomerProfile, ProfileConflict, ProfileField } from '@deal-terms/core/crm';
import { fieldErrorsOf } from '../session/session.ts';
import type { Session } from '../session/session.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DateField } from './DateField.tsx';
import { FieldConflict } from './FieldConflict.tsx';

export type AnswersProps = {
  readonly session: Session;
  readonly conflicts: readonly ProfileConflict[];
  readonly locale: string;
  readonly onChange: (change: Partial<CustomerProfile>) => void;
  readonly onDecide: (fields: readonly ProfileField[], keep: 'mine' | 'theirs') => void;
};

const rows = ['cashPosition', 'termsImportance', 'urgency'] as const;

/** The three answers that decide most, a row each, and the date behind the urgency. */
export function AnswerRows({ session, conflicts, locale, onChange, onDecide }: AnswersProps) {
  const errors = fieldErrorsOf(session);
  return (
    <Flex direction="column" gap="sm">
      {rows.map((field) => (
        <Flex key={field} direction="column" gap="flush">
          <ChoiceField field={field} value={session.draft[field]} error={errors[field]} onChange={onChange} />
          <FieldConflict field={field} conflicts={conflicts} locale={locale} onDecide={onDecide} />
        </Flex>
      ))}
      <DateField field="neededBy" value={session.draft.neededBy} error={errors.neededBy} onChange={onChange} />
      <FieldConflict field="neededBy" conflicts={conflicts} locale={locale} onDecide={onDecide} />
    </Flex>
  );
}
