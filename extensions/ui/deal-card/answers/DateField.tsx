import { memo } from 'react';
import { DateInput } from '@hubspot/ui-extensions';
import { baseDateOf, isoDateOf } from '../../shared/date-value.ts';
import { fieldView } from '../../shared/field-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import type { FieldProps } from '../../shared/field-props.ts';

/** A calendar date, without hours or zone. */
export const DateField = memo(function DateField({ field, value, error, onChange }: FieldProps<'neededBy'>) {
  const { label, description } = fieldView(field);
  return (
    <DateInput
      name={field}
      label={label}
      description={description}
      format="medium"
      timezone="portalTz"
      clearButtonLabel="Clear"
      {...(value === null ? {} : { value: baseDateOf(value) })}
      {...errorProps(error)}
      onChange={(date) => {
        onChange({ neededBy: isoDateOf(date) });
      }}
    />
  );
});
