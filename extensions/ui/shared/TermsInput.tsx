import { useState } from 'react';
import { Input, Text } from '@hubspot/ui-extensions';
import { storedTerms } from '@deal-terms/core/terms';
import { errorProps } from './field-props.ts';
import { paymentTermsEcho } from './payment-terms-echo.ts';

type TermsInputProps = {
  readonly name: string;
  /** Short notation, or a text that could not be read; null when there is none. */
  readonly value: string | null;
  readonly error: string | undefined;
  /** ISO date, for terms at the end of a month; null when the deal has no close date. */
  readonly deliveredOn: string | null;
  readonly locale: string;
  readonly onChange: (terms: string | null) => void;
};

/** Payment terms as the company writes them; what they mean stands under the field as one types, and the short notation is what is kept. */
export function TermsInput({ name, value, error, deliveredOn, locale, onChange }: TermsInputProps) {
  // What was typed stays in sight until the terms become others than it says.
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string | null } | null>(null);
  const isCurrent = typed !== null && (typed.over === value || storedTerms(typed.text.trim()) === (value ?? ''));
  const text = isCurrent ? typed.text : (value ?? '');
  const echo = paymentTermsEcho(text, deliveredOn, locale);
  return (
    <>
      <Input
        name={name}
        label="Payment terms"
        description="As your company writes them, such as 30 days net, 14 Tage 2 % Skonto 30 Tage netto, or 30% deposit, balance net 60."
        value={text}
        {...errorProps(error)}
        onInput={(written) => {
          setTyped({ text: written, over: value });
        }}
        onChange={(written) => {
          setTyped({ text: written, over: value });
          onChange(written.trim() === '' ? null : storedTerms(written.trim()));
        }}
      />
      {echo !== null && <Text format={{ fontWeight: 'demibold' }}>{echo.meaning}</Text>}
      {echo?.note != null && <Text variant="microcopy">{echo.note}</Text>}
    </>
  );
}
