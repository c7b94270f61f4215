import { useEffect, useRef, useState } from 'react';
import { MultiSelect as MantineMultiSelect, Select as MantineSelect } from '@mantine/core';
import type { MultiSelectProps, SelectProps } from '@hubspot/ui-extensions';
import { FieldFrame, fieldProps } from './field-props.tsx';
import { fire } from './fire.ts';
import { useFormField } from './form-scope.ts';
import { mapped } from './mapped.ts';
import { useDraft } from './use-draft.ts';

type Value = string | number | boolean;

/** HubSpot adds a search bar when there are more options than this. */
const searchableAbove = 7;

/** Mantine's options have text values, HubSpot's also numbers and booleans: options are known by their place in the list. */
function optionsOf(given: SelectProps['options'] | null | undefined) {
  // HubSpot draws a field without options while an extension still waits for them.
  const options = Array.isArray(given) ? given : [];
  return {
    isSearchable: options.length > searchableAbove,
    data: options.map(({ label }, index) => ({ value: String(index), label })),
    keyOf: (value: Value) => String(options.findIndex((option) => option.value === value)),
    valueOf: (key: string) => options[Number(key)]?.value,
  };
}

/** A combobox says whether it is open; Mantine's inputs take no attribute for it. */
function useExpansion() {
  const [isOpened, setOpened] = useState(false);
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    ref.current?.setAttribute('aria-expanded', String(isOpened));
  });
  return {
    ref,
    onDropdownOpen: () => {
      setOpened(true);
    },
    onDropdownClose: () => {
      setOpened(false);
    },
  };
}

function look(variant: SelectProps['variant']) {
  return variant === 'transparent' ? ({ variant: 'unstyled' } as const) : {};
}

function HostSelect({ options, value, onChange, onInput, variant, name, ...props }: SelectProps) {
  const draft = useDraft<Value | null>(value, undefined, null);
  const expansion = useExpansion();
  useFormField(name, draft.value ?? undefined);
  const { data, isSearchable, keyOf, valueOf } = optionsOf(options);
  const choose = (key: string | null) => {
    const next = key === null ? undefined : valueOf(key);
    if (next === undefined || !draft.commit(next)) return;
    draft.tell(next);
    fire(onChange, next);
  };
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <MantineSelect
        {...fieldProps({ placeholder: 'Choose', ...props })}
        {...look(variant)}
        role="combobox"
        {...expansion}
        data={data}
        value={draft.value === null ? null : keyOf(draft.value)}
        onChange={choose}
        allowDeselect={false}
        searchable={isSearchable}
        nothingFoundMessage="Nothing found"
        onInput={(event) => fire(onInput, event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

function HostMultiSelect({ options, value, onChange, variant, name, ...props }: MultiSelectProps) {
  const draft = useDraft<readonly Value[]>(Array.isArray(value) ? value : undefined, undefined, nothingChosen);
  const expansion = useExpansion();
  useFormField(name, draft.value);
  const { data, isSearchable, keyOf, valueOf } = optionsOf(options);
  const choose = (keys: string[]) => {
    const next = keys.map(valueOf).filter((chosen) => chosen !== undefined);
    if (!draft.commit(next)) return;
    draft.tell(next);
    fire(onChange, next);
  };
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <MantineMultiSelect
        {...fieldProps(draft.value.length > 0 ? { ...props, placeholder: '' } : { placeholder: 'Choose', ...props })}
        {...look(variant)}
        role="combobox"
        {...expansion}
        data={data}
        value={draft.value.map(keyOf).filter((key) => key !== '-1')}
        onChange={choose}
        searchable={isSearchable}
        nothingFoundMessage="Nothing found"
        hidePickedOptions={false}
      />
    </FieldFrame>
  );
}

const nothingChosen: readonly Value[] = [];

const selectProps = {
  label: 'used',
  name: 'used',
  value: 'used',
  required: 'used',
  readOnly: 'used',
  description: 'used',
  tooltip: 'used',
  placeholder: 'used',
  error: 'used',
  validationMessage: 'used',
  variant: 'used',
  onChange: 'used',
  options: 'used',
} as const;

export const selectComponents = {
  Select: mapped<SelectProps>({ ...selectProps, onInput: 'used' }, HostSelect),
  MultiSelect: mapped<MultiSelectProps>(selectProps, HostMultiSelect),
};
