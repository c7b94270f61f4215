import { useState } from 'react';
import { AutoGrid, Button, CurrencyInput, Flex, Heading, NumberInput, Text } from '@hubspot/ui-extensions';
import type { WhatIf } from '@deal-terms/core/plan';
import { percentToType, typedNumber, typedPercent } from '../shared/typed-number.ts';

type WhatIfFormProps = {
  readonly value: WhatIf;
  /** The policy's own figures. */
  readonly stored: WhatIf;
  /** ISO 4217 of the account. */
  readonly currency: string;
  readonly onChange: (change: Partial<WhatIf>) => void;
  readonly onReset: () => void;
};

type RateField = Exclude<keyof WhatIf, 'unfundedCost'>;

const rates: readonly {
  readonly field: RateField;
  readonly label: string;
  readonly description: string;
  readonly max: number;
}[] = [
  {
    field: 'contributionMargin',
    label: 'Contribution margin in percent',
    description: 'What the waiting orders leave of their price.',
    max: 95,
  },
  {
    field: 'certainty',
    label: 'Certainty in percent',
    description: 'How sure it is that financing them earns that.',
    max: 100,
  },
  {
    field: 'borrowingRate',
    label: 'Bank rate in percent a year',
    description: 'What our bank charges for cash.',
    max: 200,
  },
];

/** Figures of the policy to play with; nothing here is saved. */
export function WhatIfForm({ value, stored, currency, onChange, onReset }: WhatIfFormProps) {
  const isChanged = (Object.keys(stored) as (keyof WhatIf)[]).some((field) => value[field] !== stored[field]);
  const [problems, setProblems] = useState<Partial<Record<keyof WhatIf, string | undefined>>>({});
  const take = (field: keyof WhatIf, figure: number | null, most = Infinity, mostInWords = '') => {
    const problem =
      figure === null
        ? 'Enter a figure: until then the plan counts with the last one.'
        : figure < 0 || figure > most
          ? `Enter a figure from 0${mostInWords}: until then the plan counts with the last one.`
          : undefined;
    setProblems({ ...problems, [field]: problem });
    if (problem === undefined && figure !== null) onChange({ [field]: figure });
  };
  const shown = (field: keyof WhatIf, figure: number) => {
    const problem = problems[field];
    return problem === undefined ? { value: figure } : { error: true, validationMessage: problem };
  };
  return (
    <Flex direction="column" gap="sm">
      <Heading>What if</Heading>
      <AutoGrid columnWidth={210} flexible={true} gap="md">
        <CurrencyInput
          name="unfundedCost"
          label="Orders waiting for cash"
          description="Total cost of the orders you cannot finance today."
          currency={currency}
          min={0}
          {...shown('unfundedCost', value.unfundedCost)}
          onChange={(typed: unknown) => {
            take('unfundedCost', typedNumber(typed));
          }}
        />
        {rates.map(({ field, label, description, max }) => (
          <NumberInput
            key={field}
            name={field}
            label={label}
            description={description}
            min={0}
            max={max}
            precision={2}
            {...shown(field, percentToType(value[field]))}
            onChange={(typed: unknown) => {
              take(field, typedPercent(typed), max / 100, ` to ${max}`);
            }}
          />
        ))}
      </AutoGrid>
      {(isChanged || Object.values(problems).some((problem) => problem !== undefined)) && (
        <Flex direction="row" gap="sm" align="center" wrap={true}>
          <Text variant="microcopy">These are not the figures of our policy; nothing is saved.</Text>
          <Button
            size="sm"
            onClick={() => {
              setProblems({});
              onReset();
            }}
          >
            Back to our policy
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
