import { memo, useState } from 'react';
import { Flex, Select } from '@hubspot/ui-extensions';
import { chosenPaymentTerms, noPaymentTerms, otherPaymentTerms, paymentTermsChoices } from './payment-terms-choices.ts';
import { TermsInput } from '../../shared/TermsInput.tsx';
import { fieldView } from '../../shared/field-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import type { FieldProps } from '../../shared/field-props.ts';

type PlanFieldProps = FieldProps<'paymentPlan'> & {
  readonly usual: string;
  /** ISO date, for terms at the end of a month; null when the deal has no close date. */
  readonly deliveredOn: string | null;
  readonly locale: string;
  readonly writesPaymentTerms: boolean;
  readonly onWritePaymentTerms: () => void;
};

/** Today's payment terms: one of the common ones, or any as the company writes them. */
export const PaymentTermsField = memo(function PaymentTermsField({
  field,
  value,
  error,
  usual,
  deliveredOn,
  locale,
  writesPaymentTerms,
  onWritePaymentTerms,
  onChange,
}: PlanFieldProps) {
  const { label } = fieldView(field);
  // Terms that were written stay in the field in which they were, though the list may have them too.
  const [isWritten, setWritten] = useState(false);
  const chosen = chosenPaymentTerms(value, writesPaymentTerms || isWritten);
  const choose = (option: unknown) => {
    setWritten(option === otherPaymentTerms);
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
        <TermsInput
          name="paymentPlanNotation"
          value={value}
          error={error}
          deliveredOn={deliveredOn}
          locale={locale}
          onChange={(paymentPlan) => {
            setWritten(true);
            onChange({ paymentPlan });
          }}
        />
      )}
    </Flex>
  );
});
