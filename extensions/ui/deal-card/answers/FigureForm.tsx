import { useState } from 'react';
import { Button, Flex, NumberInput } from '@hubspot/ui-extensions';
import type { CustomerProfile } from '@deal-terms/core/crm';
import { askedDaysSooner, money } from '@deal-terms/core/words';
import type { Reader } from '@deal-terms/core/words';
import type { StatedFigure } from '../advice/score-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import { typedNumber } from '../../shared/typed-number.ts';

type FigureFormProps = {
  readonly figure: StatedFigure;
  readonly reader: Reader;
  readonly onChange: (change: Partial<CustomerProfile>) => void;
  readonly onCancel: () => void;
};

/** The figure a customer named in answer to the question that is asked: stored as soon as it is typed, in the unit the model counts in. */
export function FigureForm({ figure, reader, onChange, onCancel }: FigureFormProps) {
  const [error, setError] = useState<string | undefined>(undefined);
  const isLoss = figure === 'statedLossPerDay';
  const commit = (typed: unknown) => {
    const number = typedNumber(typed);
    if (number === null) return;
    if (number < 0) {
      setError('Enter 0 or more.');
      return;
    }
    onChange(
      isLoss
        ? { statedLossPerDay: Number((number / askedDaysSooner).toFixed(2)) }
        : { statedCostOfCash: Number((number / 100).toFixed(8)) },
    );
    onCancel();
  };
  return (
    <Flex direction="column" gap="sm">
      <NumberInput
        name={figure}
        label={
          isLoss
            ? `What three weeks sooner is worth to them, in ${reader.currency}`
            : 'What a year of credit or borrowing costs them, in percent'
        }
        description={
          isLoss
            ? `Stored per day: ${money(2100, reader)} for three weeks is ${money(2100 / askedDaysSooner, reader)} a day.`
            : 'Such as 8 for 8% a year.'
        }
        precision={2}
        min={0}
        {...errorProps(error)}
        onChange={commit}
      />
      <Flex direction="row">
        <Button variant="transparent" onClick={onCancel}>
          Cancel
        </Button>
      </Flex>
    </Flex>
  );
}
