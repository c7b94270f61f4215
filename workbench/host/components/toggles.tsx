import { Checkbox as MantineCheckbox, Radio, Stack, Switch, Text } from '@mantine/core';
import { memo, useCallback, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { CheckboxProps, RadioButtonProps, ToggleGroupProps, ToggleProps } from '@hubspot/ui-extensions';
import { defined } from '../defined.ts';
import { FieldFrame, fieldProps } from './field-props.tsx';
import { fire } from './fire.ts';
import { useFormField } from './form-scope.ts';
import { mapped } from './mapped.ts';
import { sizeOf } from './sizes.ts';
import { useDraft } from './use-draft.ts';

const isLocked = (props: { readonly readOnly?: boolean; readonly readonly?: boolean }) =>
  props.readOnly ?? props.readonly ?? false;

/** A box or dial that is on or off; HubSpot tells of it at once. */
function useSwitch(checked: boolean | undefined, initial: boolean | undefined) {
  const draft = useDraft(checked, initial, false);
  return {
    isOn: draft.value,
    set: (next: boolean, tell: () => void) => {
      if (!draft.commit(next)) return;
      draft.tell(next);
      tell();
    },
  };
}

function HostCheckbox({
  value = '',
  checked,
  initialIsChecked,
  description,
  name,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- extensions in use still pass it
  variant,
  size,
  onChange,
  inline = false,
  children,
  'aria-label': label,
  ...lock
}: CheckboxProps) {
  const { isOn, set } = useSwitch(checked, initialIsChecked);
  useFormField(name, isOn);
  return (
    <MantineCheckbox
      checked={isOn}
      label={children}
      disabled={isLocked(lock)}
      size={variant === 'small' || sizeOf(size, 'md') === 'sm' ? 'xs' : 'sm'}
      onChange={(event) => {
        const next = event.currentTarget.checked;
        set(next, () => fire(onChange, next, value));
      }}
      {...defined({ description, name, 'aria-label': label })}
      {...(inline ? { display: 'inline-block' } : {})}
    />
  );
}

function HostRadioButton({
  value = '',
  checked,
  initialIsChecked,
  description,
  name,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- extensions in use still pass it
  variant,
  size,
  onChange,
  inline = false,
  children,
  ...lock
}: RadioButtonProps) {
  const { isOn, set } = useSwitch(checked, initialIsChecked);
  useFormField(isOn ? name : '', value);
  return (
    <Radio
      checked={isOn}
      value={value}
      label={children}
      disabled={isLocked(lock)}
      size={variant === 'small' || sizeOf(size, 'md') === 'sm' ? 'xs' : 'sm'}
      onChange={(event) => {
        const next = event.currentTarget.checked;
        set(next, () => fire(onChange, next, value));
      }}
      {...defined({ description, name })}
      {...(inline ? { display: 'inline-block' } : {})}
    />
  );
}

function HostToggle({
  checked,
  initialIsChecked,
  name,
  size,
  onChange,
  label,
  labelDisplay = 'inline',
  textChecked = 'ON',
  textUnchecked = 'OFF',
  ...lock
}: ToggleProps) {
  const { isOn, set } = useSwitch(checked, initialIsChecked);
  const id = useId();
  useFormField(name, isOn);
  const mantineSize = size === 'default' ? 'md' : sizeOf(size, 'md');
  return (
    <div>
      {labelDisplay === 'top' && (
        <Text component="label" htmlFor={id} size="sm" fw={500}>
          {label}
        </Text>
      )}
      <Switch
        id={id}
        checked={isOn}
        disabled={isLocked(lock)}
        size={mantineSize === 'md' ? 'md' : 'sm'}
        styles={{ label: { fontSize: 'var(--mantine-font-size-sm)' } }}
        {...(mantineSize === 'md' ? { onLabel: textChecked, offLabel: textUnchecked } : {})}
        {...(labelDisplay === 'inline' ? { label } : labelDisplay === 'hidden' ? { 'aria-label': label } : {})}
        {...defined({ name })}
        onChange={(event) => {
          const next = event.currentTarget.checked;
          set(next, () => fire(onChange, next));
        }}
      />
    </div>
  );
}

function Options({ inline, children }: { readonly inline: boolean; readonly children: ReactNode }) {
  return (
    <Stack gap={inline ? 20 : 8} mt={6} className={inline ? 'wb-options-inline' : ''}>
      {children}
    </Stack>
  );
}

type ChoicesProps = Omit<ToggleGroupProps, 'toggleType' | 'value' | 'onChange'> & {
  readonly isRadio: boolean;
  readonly chosen: readonly string[];
  readonly onChoose: (next: string[]) => void;
};

/** The group as it is drawn. A choice changes what is chosen; the extension's answer, which repeats it, changes nothing here. */
const Choices = memo(function Choices({
  isRadio,
  chosen,
  onChoose,
  options,
  inline = false,
  size,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- extensions in use still pass it
  variant,
  tooltip,
  ...field
}: ChoicesProps) {
  const look = { size: variant === 'small' || sizeOf(size, 'md') === 'sm' ? 'xs' : 'sm' } as const;
  const { readOnly, 'aria-required': required, ...group } = fieldProps(field);
  const items = options.map((option) => ({
    ...look,
    key: option.value,
    value: option.value,
    label: option.label,
    disabled: readOnly || isLocked(option),
    ...defined({ description: option.description }),
  }));
  return (
    <FieldFrame label={field.label} tooltip={tooltip}>
      {isRadio ? (
        <Radio.Group
          {...group}
          name={field.name}
          value={chosen[0] ?? null}
          onChange={(value) => onChoose([value])}
          aria-required={required}
        >
          <Options inline={inline}>
            {items.map(({ key, ...item }) => (
              <Radio key={key} {...item} />
            ))}
          </Options>
        </Radio.Group>
      ) : (
        <MantineCheckbox.Group {...group} value={[...chosen]} onChange={onChoose}>
          <Options inline={inline}>
            {items.map(({ key, ...item }) => (
              <MantineCheckbox key={key} {...item} />
            ))}
          </Options>
        </MantineCheckbox.Group>
      )}
    </FieldFrame>
  );
});

function HostToggleGroup(props: ToggleGroupProps) {
  const { toggleType, value, ...rest } = props;
  const isRadio = toggleType === 'radioButtonList';
  const initial = rest.options
    .filter(({ initialIsChecked }) => initialIsChecked === true)
    .map((option) => option.value);
  const given = typeof value === 'string' ? [value].filter((one) => one !== '') : value;
  const draft = useDraft<readonly string[]>(given, initial, nothingChosen);
  useFormField(rest.name, isRadio ? draft.value[0] : draft.value);
  const choose = (next: string[]) => {
    if (!draft.commit(next)) return;
    draft.tell(next);
    if (props.toggleType === 'radioButtonList') fire(props.onChange, next[0] ?? '');
    else fire(props.onChange, next);
  };
  const latest = useRef(choose);
  latest.current = choose;
  const onChoose = useCallback((next: string[]) => {
    latest.current(next);
  }, []);
  return <Choices {...rest} isRadio={isRadio} chosen={draft.value} onChoose={onChoose} />;
}

const nothingChosen: readonly string[] = [];

const boxProps = {
  value: 'used',
  checked: 'used',
  readonly: 'used',
  readOnly: 'used',
  description: 'used',
  name: 'used',
  variant: 'used',
  size: 'used',
  onChange: 'used',
  inline: 'used',
  initialIsChecked: 'used',
} as const;

export const toggleComponents = {
  Checkbox: mapped<CheckboxProps>({ ...boxProps, 'aria-label': 'used' }, HostCheckbox),
  RadioButton: mapped<RadioButtonProps>(boxProps, HostRadioButton),
  Toggle: mapped<ToggleProps>(
    {
      checked: 'used',
      readonly: 'used',
      readOnly: 'used',
      name: 'used',
      size: 'used',
      onChange: 'used',
      initialIsChecked: 'used',
      label: 'used',
      labelDisplay: 'used',
      textChecked: 'used',
      textUnchecked: 'used',
    },
    HostToggle,
  ),
  ToggleGroup: mapped<ToggleGroupProps>(
    {
      toggleType: 'used',
      name: 'used',
      label: 'used',
      validationMessage: 'used',
      required: 'used',
      tooltip: 'used',
      error: 'used',
      options: 'used',
      inline: 'used',
      variant: 'used',
      size: 'used',
      value: 'used',
      onChange: 'used',
    },
    HostToggleGroup,
  ),
};
