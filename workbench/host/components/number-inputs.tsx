import { ActionIcon, Group, NumberInput as MantineNumberInput, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { CurrencyInputProps, NumberInputProps, StepperInputProps } from '@hubspot/ui-extensions';
import { defined } from '../defined.ts';
import { useExtensionScope } from './extension-scope.ts';
import { FieldFrame, fieldProps } from './field-props.tsx';
import { fire } from './fire.ts';
import { useFormField } from './form-scope.ts';
import { mapped } from './mapped.ts';
import { numberShape } from './number-shape.ts';
import { useDraft } from './use-draft.ts';

type NumberField = Pick<
  NumberInputProps,
  'name' | 'value' | 'defaultValue' | 'min' | 'max' | 'onChange' | 'onInput' | 'onBlur' | 'onFocus'
>;

/** '' while the field is empty, a string while what is typed is not a number yet (`-`). */
type Typed = number | string;

/** HubSpot types the payload as a number; a cleared field has none, which arrives as undefined. */
const payloadOf = (typed: Typed) => (typeof typed === 'number' ? typed : undefined) as number;

/** A number field tells of its value on leaving it, on Enter and on submit, clamped to its bounds. */
function useNumberField({
  name,
  value,
  defaultValue,
  min = -Infinity,
  max = Infinity,
  onChange,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- extensions in use still pass it
  onInput,
  onBlur,
  onFocus,
}: NumberField) {
  const draft = useDraft<Typed>(value, defaultValue, '');
  const commit = (typed: Typed) => {
    const next = typeof typed === 'number' ? Math.min(max, Math.max(min, typed)) : '';
    if (!draft.commit(next) || onChange === undefined) return;
    draft.tell(payloadOf(next));
    fire(onChange, payloadOf(next));
  };
  useFormField(name, payloadOf(draft.value), () => commit(draft.value));
  return {
    commit,
    value: draft.value,
    control: {
      value: draft.value,
      onChange: (typed: Typed) => {
        draft.edit(typed);
        fire(onInput, payloadOf(typed));
      },
      onFocus: () => fire(onFocus, payloadOf(draft.value)),
      onBlur: () => {
        commit(draft.value);
        fire(onBlur, payloadOf(draft.value));
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') commit(draft.value);
      },
    },
  };
}

function HostNumberInput({
  min,
  max,
  precision,
  formatStyle = 'decimal',
  textAlign = 'left',
  ...props
}: NumberInputProps) {
  const { locale } = useExtensionScope();
  const { control } = useNumberField({ ...props, ...defined({ min, max }) });
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <MantineNumberInput
        {...fieldProps(props)}
        {...control}
        {...numberShape(locale)}
        hideControls
        clampBehavior="none"
        styles={{ input: { textAlign } }}
        {...(formatStyle === 'percentage' ? { suffix: '%' } : {})}
        {...defined({ min, max, decimalScale: precision })}
      />
    </FieldFrame>
  );
}

function HostCurrencyInput({ min, max, precision, currency = 'USD', ...props }: CurrencyInputProps) {
  const { locale } = useExtensionScope();
  const { control } = useNumberField({ ...props, ...defined({ min, max }) });
  const { affix, decimals, ...shape } = numberShape(locale, currency);
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <MantineNumberInput
        {...fieldProps(props)}
        {...control}
        {...shape}
        {...affix}
        hideControls
        clampBehavior="none"
        decimalScale={precision ?? decimals}
        {...defined({ min, max })}
      />
    </FieldFrame>
  );
}

type StepProps = {
  readonly label: string;
  readonly isAtEnd: boolean;
  readonly endMessage: string | undefined;
  readonly onStep: () => void;
  readonly direction: 'up' | 'down';
};

function Step({ label, isAtEnd, endMessage, onStep, direction }: StepProps) {
  const Icon = direction === 'up' ? IconPlus : IconMinus;
  return (
    <Tooltip label={endMessage} disabled={!isAtEnd || endMessage === undefined}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        aria-disabled={isAtEnd}
        onClick={() => !isAtEnd && onStep()}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function HostStepperInput({
  min = -Infinity,
  max = Infinity,
  precision,
  formatStyle = 'decimal',
  stepSize = 1,
  minValueReachedTooltip,
  maxValueReachedTooltip,
  ...props
}: StepperInputProps) {
  const { locale } = useExtensionScope();
  const { control, commit, value } = useNumberField({ ...props, min, max });
  const now = typeof value === 'number' ? value : 0;
  const isLocked = props.readOnly === true;
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <Group gap={4} align="flex-end" wrap="nowrap">
        <MantineNumberInput
          {...fieldProps(props)}
          {...control}
          {...numberShape(locale)}
          hideControls
          clampBehavior="none"
          step={stepSize}
          flex={1}
          {...(formatStyle === 'percentage' ? { suffix: '%' } : {})}
          {...defined({ decimalScale: precision })}
        />
        <Step
          direction="down"
          label={`Decrease ${props.label}`}
          isAtEnd={isLocked || now <= min}
          endMessage={minValueReachedTooltip}
          onStep={() => commit(now - stepSize)}
        />
        <Step
          direction="up"
          label={`Increase ${props.label}`}
          isAtEnd={isLocked || now >= max}
          endMessage={maxValueReachedTooltip}
          onStep={() => commit(now + stepSize)}
        />
      </Group>
    </FieldFrame>
  );
}

const numberProps = {
  label: 'used',
  name: 'used',
  value: 'used',
  required: 'used',
  readOnly: 'used',
  description: 'used',
  tooltip: 'used',
  placeholder: 'used',
  error: 'used',
  defaultValue: 'used',
  validationMessage: 'used',
  onChange: 'used',
  onBlur: 'used',
  onFocus: 'used',
  min: 'used',
  max: 'used',
  precision: 'used',
} as const;

export const numberInputComponents = {
  NumberInput: mapped<NumberInputProps>(
    { ...numberProps, formatStyle: 'used', onInput: 'used', textAlign: 'used' },
    HostNumberInput,
  ),
  CurrencyInput: mapped<CurrencyInputProps>({ ...numberProps, currency: 'used' }, HostCurrencyInput),
  StepperInput: mapped<StepperInputProps>(
    {
      ...numberProps,
      formatStyle: 'used',
      stepSize: 'used',
      minValueReachedTooltip: 'used',
      maxValueReachedTooltip: 'used',
    },
    HostStepperInput,
  ),
};
