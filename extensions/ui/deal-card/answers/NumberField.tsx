import { memo, useState } from 'react';
import { NumberInput } from '@hubspot/ui-extensions';
import { answerInWords, fieldView } from '../../shared/field-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import type { FieldProps } from '../../shared/field-props.ts';
import { typedNumber } from '../../shared/typed-number.ts';

type NumberFieldName = 'daysBeyondTerms' | 'statedCostOfCash' | 'statedLossPerDay' | 'leadTimeDays' | 'grossMargin';

type NumberFieldProps<Field extends NumberFieldName> = FieldProps<Field> & {
  /** What the policy assumes while the field is empty; null when it assumes nothing. */
  readonly usual: string | number | null;
  readonly locale: string;
};

/** Margins and rates are shown in percent and kept as a fraction. */
const shownPer = {
  daysBeyondTerms: 1,
  statedCostOfCash: 100,
  statedLossPerDay: 1,
  leadTimeDays: 1,
  grossMargin: 100,
} as const;
const decimals = {
  daysBeyondTerms: 0,
  statedCostOfCash: 2,
  statedLossPerDay: 2,
  leadTimeDays: 0,
  grossMargin: 2,
} as const;
const labels = {
  daysBeyondTerms: 'Days beyond terms',
  statedCostOfCash: 'Their cost of cash, % a year',
  statedLossPerDay: 'Their loss per day late',
  leadTimeDays: 'Lead time in days',
  grossMargin: 'Gross margin in percent',
} as const;

/** In the unit they are typed in; HubSpot’s own description is of what is stored. */
const meanings: Partial<Record<NumberFieldName, string>> = {
  statedCostOfCash:
    'What they say a year of credit or borrowing costs them, such as 8 for 8% a year. Counts instead of the cash position.',
  statedLossPerDay:
    'What they say each day of late delivery costs them, in the deal’s currency. Counts instead of the urgency.',
  grossMargin: 'Share of the amount left after direct cost, before any trade: 45 or 0.45 for 45%.',
};

/** A count of days, a percentage or money; empty is "not known". */
function NumberFieldOnce<Field extends NumberFieldName>({
  field,
  value,
  error,
  usual,
  locale,
  onChange,
}: NumberFieldProps<Field>) {
  const scale = shownPer[field];
  const meaning = meanings[field] ?? fieldView(field).description;
  const [isFraction, setFraction] = useState(false);
  const commit = (typed: unknown) => {
    const number = typedNumber(typed);
    const asFraction = field === 'grossMargin' && number !== null && number > 0 && number < 1;
    setFraction(asFraction);
    onChange({ [field]: number === null ? null : rounded(asFraction ? number : number / scale) });
  };
  return (
    <NumberInput
      name={field}
      label={labels[field]}
      {...(isFraction && value !== null
        ? { description: `Taken as ${answerInWords(field, value, locale)}.` }
        : usual === null
          ? {}
          : { description: `Empty: our usual ${answerInWords(field, usual, locale)} is assumed.` })}
      tooltip={meaning}
      precision={decimals[field]}
      {...(value === null ? {} : { value: rounded(value * scale) })}
      {...(usual === null ? {} : { placeholder: String(rounded(Number(usual) * scale)) })}
      {...errorProps(error)}
      onChange={commit}
    />
  );
}

/** Without the noise of binary fractions: 0.07 × 100 is 7. */
function rounded(value: number): number {
  return Number(value.toFixed(8));
}

/** As `NumberFieldOnce`, drawn again only when its own answer changes: every input has functions, and each of them is a message to the page. `memo` forgets type parameters. */
export const NumberField = memo(NumberFieldOnce) as typeof NumberFieldOnce;
