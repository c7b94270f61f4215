import { memo, useMemo } from 'react';
import { ToggleGroup } from '@hubspot/ui-extensions';
import { fieldView } from '../../shared/field-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import type { FieldProps } from '../../shared/field-props.ts';

/** "Nobody has told us": a choice of its own, so that an answer can be taken back. */
const unknown = 'unknown';

type ChoiceFieldName = 'cashPosition' | 'termsImportance' | 'urgency' | 'relationship' | 'forecast';

/** One choice of words, each with what it means. */
function ChoiceFieldOnce<Field extends ChoiceFieldName>({ field, value, error, onChange }: FieldProps<Field>) {
  const { label, description, options } = fieldView(field);
  const choices = useMemo(() => [...options, { value: unknown, label: 'Not known yet' }], [options]);
  const choose = (chosen: string) => {
    onChange({ [field]: chosen === unknown ? null : chosen });
  };
  return (
    <ToggleGroup
      toggleType="radioButtonList"
      name={field}
      label={label}
      tooltip={description}
      size="sm"
      options={choices}
      value={value ?? unknown}
      {...errorProps(error)}
      onChange={choose}
    />
  );
}

/** As `ChoiceFieldOnce`, drawn again only when its own answer changes: every input has functions, and each of them is a message to the page. `memo` forgets type parameters. */
export const ChoiceField = memo(ChoiceFieldOnce) as typeof ChoiceFieldOnce;
