import { memo, useState } from 'react';
import { Flex, Input, Select, Text } from '@hubspot/ui-extensions';
import { storedTerms } from '@deal-terms/core/terms';
import {
  chosenPaymentTerms,
  noPaymentTerms,
  otherPaymentTerms,
  paymentTermsChoices,
  paymentTermsEcho,
} from './payment-terms-choices.ts';
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
  const chosen = chosenPaymentTerms(value, writesPaymentTerms);
  // What was typed stays in sight until the terms become others than it says.
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string | null } | null>(null);
  const isCurrent = typed !== null && (typed.over === value || storedTerms(typed.text.trim()) === (value ?? ''));
  const text = isCurrent ? typed.text : (value ?? '');
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
          label="Payment terms"
          description="As your company writes them, such as 30 days net, 14 Tage 2 % Skonto 30 Tage netto, or 30% deposit, balance net 60."
          value={text}
          {...errorProps(error)}
          onInput={(written) => {
            setTyped({ text: written, over: value });
          }}
          onChange={(written) => {
            setTyped({ text: written, over: value });
            onChange({ paymentPlan: written.trim() === '' ? null : storedTerms(written.trim()) });
          }}
        />
      )}
      {chosen === otherPaymentTerms && <Meaning text={text} deliveredOn={deliveredOn} locale={locale} />}
    </Flex>
  );
});

type MeaningProps = { readonly text: string; readonly deliveredOn: string | null; readonly locale: string };

/** What the typed terms mean, as one types. */
function Meaning({ text, deliveredOn, locale }: MeaningProps) {
  const echo = paymentTermsEcho(text, deliveredOn, locale);
  return echo === null ? null : (
    <>
      <Text format={{ fontWeight: 'demibold' }}>{echo.meaning}</Text>
      {echo.note !== null && <Text variant="microcopy">{echo.note}</Text>}
    </>
  );
}
