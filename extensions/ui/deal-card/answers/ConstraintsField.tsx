import { memo } from 'react';
import { ToggleGroup } from '@hubspot/ui-extensions';
import { constraints } from '@deal-terms/core/scoring';
import { fieldView } from '../../shared/field-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import type { FieldProps } from '../../shared/field-props.ts';

/** What the customer cannot do at any price; none, some or all. */
export const ConstraintsField = memo(function ConstraintsField({
  field,
  value,
  error,
  onChange,
}: FieldProps<'constraints'>) {
  const { label, description, options } = fieldView(field);
  return (
    <ToggleGroup
      toggleType="checkboxList"
      name={field}
      label={label}
      tooltip={description}
      size="sm"
      inline={true}
      options={[...options]}
      value={value}
      {...errorProps(error)}
      onChange={(chosen) => {
        onChange({ constraints: constraints.filter((constraint) => chosen.includes(constraint)) });
      }}
    />
  );
});
