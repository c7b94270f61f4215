import { memo } from 'react';
import { Flex, Input, Select } from '@hubspot/ui-extensions';
import { chosenPaymentTerms, noPaymentTerms, otherPaymentTerms, paymentTermsChoices } from './payment-terms-choices.ts';
import { fieldView } from '../../shared/field-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import type { FieldProps } from '../../shared/field-props.ts';

type PlanFieldProps = FieldProps<'paymentPlan'> & {
  readonly usual: string;
  readonly locale: string;
  readonly writesPaymentTerms: boolean;
  readonly onWritePaymentTerms: () => void;
};

/** Today's payment terms: one of the common ones, or any in the short notation. */
export const PaymentTermsField = memo(function PaymentTermsField({
  field,
  value,
  error,
  usual,
  locale,
  writesPaymentTerms,
  onWritePaymentTerms,
  onChange,
}: PlanFieldProps) {
  const { label } = fieldView(field);
  const chosen = chosenPaymentTerms(value, writesPaymentTerms);
  const choose = (option: unknown) => {
    if (option === otherPaymentTerms) onWritePaymentTerms();
    else onChange({ paymentPlan: typeof option === 'string' && option !== noPaymentTerms ? option : null });
  };
  return (
    <Flex direction="column" gap="xs">
      <Select
        name={field}
        label={label}
        options={paymentTermsChoices(usual, locale)}
        value={chosen}
        {...(chosen === otherPaymentTerms ? {} : errorProps(error))}
        onChange={choose}
      />
      {chosen === otherPaymentTerms && (
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
