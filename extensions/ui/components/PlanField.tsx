import { memo } from 'react';
import { Flex, Input, Select } from '@hubspot/ui-extensions';
import { chosenPlan, noPlan, otherPlan, planOptions } from '../views/plan-view.ts';
import { fieldView } from '../views/field-view.ts';
import { errorProps } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

type PlanFieldProps = FieldProps<'paymentPlan'> & {
  readonly usual: string;
  readonly locale: string;
  readonly writesPlan: boolean;
  readonly onWritePlan: () => void;
};

/** Today's payment terms: one of the common ones, or any in the short notation. */
export const PlanField = memo(function PlanField({
  field,
  value,
  error,
  usual,
  locale,
  writesPlan,
  onWritePlan,
  onChange,
}: PlanFieldProps) {
  const { label } = fieldView(field);
  const chosen = chosenPlan(value, writesPlan);
  const choose = (option: unknown) => {
    if (option === otherPlan) onWritePlan();
    else onChange({ paymentPlan: typeof option === 'string' && option !== noPlan ? option : null });
  };
  return (
    <Flex direction="column" gap="xs">
      <Select
        name={field}
        label={label}
        options={planOptions(usual, locale)}
        value={chosen}
        {...(chosen === otherPlan ? {} : errorProps(error))}
        onChange={choose}
      />
      {chosen === otherPlan && (
        <Input
          name="paymentPlanNotation"
          label="Terms in short notation"
          description="Such as net 75, advance 14, or 30% order + 70% net 60."
          value={value ?? ''}
          {...errorProps(error)}
          onChange={(text) => {
            onChange({ paymentPlan: text.trim() === '' ? null : text.trim() });
          }}
        />
      )}
    </Flex>
  );
});
