import { memo, useMemo } from 'react';
import { ToggleGroup } from '@hubspot/ui-extensions';
import { fieldView } from '../../shared/field-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import type { FieldProps } from '../../shared/field-props.ts';

/** "Nobody has told us": a choice of its own, so that an answer can be taken back. */
const unknown = 'unknown';
const notKnown = { value: unknown, label: 'Not known' };

/** Labels of the sidebar, whose lines are short; and two fields of one label on a page would be one to a screen reader. */
const sidebarLabels: Partial<Record<ChoiceFieldName, string>> = {
  cashPosition: 'Their cash',
  termsImportance: 'What terms mean to them',
  urgency: 'Their urgency',
};

type ChoiceFieldName = 'cashPosition' | 'termsImportance' | 'urgency' | 'relationship' | 'forecast';

/** One choice of words in a row; what each means is help to ask for. */
function ChoiceFieldOnce<Field extends ChoiceFieldName>({
  field,
  isInSidebar = false,
  value,
  error,
  onChange,
}: FieldProps<Field> & {
  /** Where the page asks the same on the tab: choices of one name are one to the browser. */
  readonly isInSidebar?: boolean;
}) {
  const { label, description, options } = fieldView(field);
  const choices = useMemo(
    () => [...options.map(({ value: option, label: text }) => ({ value: option, label: text })), notKnown],
    [options],
  );
  const help = useMemo(
    () =>
      [
        description,
        ...options.flatMap((option) => (option.description ? [`${option.label}: ${option.description}.`] : [])),
      ].join(' '),
    [description, options],
  );
  const choose = (chosen: string) => {
    onChange({ [field]: chosen === unknown ? null : chosen });
  };
  return (
    <ToggleGroup
      toggleType="radioButtonList"
      name={isInSidebar ? `${field}InSidebar` : field}
      label={isInSidebar ? (sidebarLabels[field] ?? label) : label}
      tooltip={help}
      size="sm"
      inline={true}
      options={choices}
      value={value ?? unknown}
      {...errorProps(error)}
      onChange={choose}
    />
  );
}

/** As `ChoiceFieldOnce`, drawn again only when its own answer changes: every input has functions, and each of them is a message to the page. `memo` forgets type parameters. */
export const ChoiceField = memo(ChoiceFieldOnce) as typeof ChoiceFieldOnce;
