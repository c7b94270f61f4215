import { ActionIcon, Group, TextInput, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChangeEvent, FocusEvent, KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { CurrencyInputProps, NumberInputProps, StepperInputProps } from '@hubspot/ui-extensions';
import { defined } from '../defined.ts';
import { useExtensionScope } from './extension-scope.ts';
import { FieldFrame, fieldProps } from './field-props.tsx';
import { fire } from './fire.ts';
import { useFormField } from './form-scope.ts';
import { mapped } from './mapped.ts';
import { editableNumber, formatNumber, fractionDigits, readTypedNumber } from './typed-number.ts';
import type { NumberNotation } from './typed-number.ts';
import { useDraft } from './use-draft.ts';

type NumberField = Pick<
  NumberInputProps,
  'name' | 'value' | 'defaultValue' | 'min' | 'max' | 'onChange' | 'onInput' | 'onBlur' | 'onFocus'
>;

/** What a field holds; '' while it is empty or what is typed is no number. */
type Held = number | '';

/** HubSpot types the payload as a number; a field that holds none has nothing to send, which arrives as undefined. */
const payloadOf = (held: Held) => (typeof held === 'number' ? held : undefined) as number;

/**
 * A number field tells of its value on leaving it, on Enter and on submit, within its bounds and with no more digits than it may have.
 * While it is edited it shows what was typed, afterwards the number as it was read; text that is no number stays, with a message.
 */
function useNumberField(
  {
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
  }: NumberField,
  notation: NumberNotation,
) {
  const draft = useDraft<Held>(value, defaultValue, '');
  const [typed, setTyped] = useState<{ readonly text: string; readonly held: Held } | null>(null);
  const editable = (held: Held) => (held === '' ? '' : editableNumber(held, notation));
  const kept = (held: Held) =>
    held === '' ? '' : Math.min(max, Math.max(min, rounded(held, fractionDigits(notation))));
  // Somebody else's change goes before what is being typed.
  const isTyped = typed !== null && Object.is(typed.held, draft.value);
  const isUnreadable = isTyped && draft.value === '' && readTypedNumber(typed.text, notation).kind === 'unreadable';
  const commit = (held: Held) => {
    const next = kept(held);
    if (!isUnreadable || next !== '') setTyped({ text: editable(next), held: next });
    if (!draft.commit(next) || onChange === undefined) return;
    draft.tell(payloadOf(next));
    fire(onChange, payloadOf(next));
  };
  const type = (text: string) => {
    const read = readTypedNumber(text, notation);
    const held = read.kind === 'number' ? read.value : '';
    setTyped({ text, held });
    draft.edit(held);
    fire(onInput, payloadOf(held));
  };
  useFormField(name, payloadOf(kept(draft.value)), () => commit(draft.value));
  const [isFocused, setFocused] = useState(false);
  const isShownAsTyped = isTyped && (isFocused || isUnreadable);
  return {
    commit,
    value: draft.value,
    problem:
      isUnreadable && !isFocused
        ? `Write a number, such as ${editableNumber(1500.5, { ...notation, precision: 1 })}.`
        : undefined,
    control: {
      value: isShownAsTyped ? typed.text : draft.value === '' ? '' : formatNumber(draft.value, notation),
      inputMode: 'decimal' as const,
      onChange: (event: ChangeEvent<HTMLInputElement>) => type(event.currentTarget.value),
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        // At once, and all of it selected as on any tab into a field: a text that changes later would lose the selection.
        flushSync(() => {
          setFocused(true);
          if (!isUnreadable) setTyped({ text: editable(draft.value), held: draft.value });
        });
        event.currentTarget.select();
        fire(onFocus, payloadOf(draft.value));
      },
      onBlur: () => {
        setFocused(false);
        commit(draft.value);
        fire(onBlur, payloadOf(kept(draft.value)));
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') commit(draft.value);
      },
    },
  };
}

function rounded(value: number, digits: number): number {
  return Number(new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: digits }).format(value));
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
  const notation = { locale, precision, isPercentage: formatStyle === 'percentage' };
  const { control, problem } = useNumberField({ ...props, ...defined({ min, max }) }, notation);
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <TextInput {...fieldProps(props, problem)} {...control} styles={{ input: { textAlign } }} />
    </FieldFrame>
  );
}

function HostCurrencyInput({ min, max, precision, currency = 'USD', ...props }: CurrencyInputProps) {
  const { locale } = useExtensionScope();
  const { control, problem } = useNumberField({ ...props, ...defined({ min, max }) }, { locale, precision, currency });
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <TextInput {...fieldProps(props, problem)} {...control} />
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
  const notation = { locale, precision, isPercentage: formatStyle === 'percentage' };
  const { control, problem, commit, value } = useNumberField({ ...props, min, max }, notation);
  const now = typeof value === 'number' ? value : 0;
  const isLocked = props.readOnly === true;
  const stepWithKeys = (event: KeyboardEvent) => {
    control.onKeyDown(event);
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined || isLocked) return;
    event.preventDefault();
    commit(now + direction * stepSize);
  };
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <Group gap={4} align="flex-end" wrap="nowrap">
        <TextInput {...fieldProps(props, problem)} {...control} onKeyDown={stepWithKeys} flex={1} />
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
