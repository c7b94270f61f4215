import { memo } from 'react';
import { TextArea } from '@hubspot/ui-extensions';
import { fieldView } from '../../shared/field-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import type { FieldProps } from '../../shared/field-props.ts';

/** The customer's problem in their own words. */
export const WhyField = memo(function WhyField({ field, value, error, onChange }: FieldProps<'customerWhy'>) {
  const { label, description } = fieldView(field);
  return (
    <TextArea
      name={field}
      label={label}
      description={description}
      rows={2}
      resize="vertical"
      value={value ?? ''}
      {...errorProps(error)}
      onChange={(text) => {
        onChange({ customerWhy: text.trim() === '' ? null : text });
      }}
    />
  );
});
