import { NumberInput } from '@hubspot/ui-extensions';
import { discountPercent } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import { errorProps } from '../../shared/field-props.ts';
import { priceAt } from '../../shared/price-words.ts';
import { percentToType, typedPercent } from '../../shared/typed-number.ts';

/** What is wrong with the discount a customer named, and what to enter; undefined for nothing. */
export function counterError(counter: number | null, asked: number, reader: Reader): string | undefined {
  if (counter === null) return undefined;
  if (counter >= 1) return 'A discount is below 100 percent: enter 5 for 5%.';
  return counter <= asked
    ? `Enter more than the ${discountPercent(asked, reader)} they were asked about, or record a yes.`
    : undefined;
}

type CounterFieldProps = {
  readonly value: number | null;
  /** Discount they were asked about. */
  readonly asked: number;
  /** What terms are traded on, in the reader's currency. */
  readonly amount: number;
  readonly reader: Reader;
  readonly onChange: (counter: number | null) => void;
};

/** The discount a customer that wants more would say yes at. */
export function CounterField({ value, asked, amount, reader, onChange }: CounterFieldProps) {
  return (
    <NumberInput
      name="counterDiscount"
      label="They would say yes at a discount of (percent)"
      description={
        value === null
          ? 'Leave it empty where they named no figure.'
          : `They would pay ${priceAt(amount, value, reader)}.`
      }
      precision={2}
      {...(value === null ? {} : { value: percentToType(value) })}
      {...errorProps(counterError(value, asked, reader))}
      onChange={(typed: unknown) => {
        onChange(typedPercent(typed));
      }}
    />
  );
}
