import { CloseButton, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ChangeEvent, KeyboardEvent } from 'react';
import type { InputProps, SearchInputProps, TextAreaProps, TextareaProps } from '@hubspot/ui-extensions';
import { defined } from '../defined.ts';
import { FieldFrame, fieldProps } from './field-props.tsx';
import { fire } from './fire.ts';
import { useFormField } from './form-scope.ts';
import { mapped } from './mapped.ts';
import { useDraft } from './use-draft.ts';

type TextField = Pick<InputProps, 'name' | 'value' | 'defaultValue' | 'onChange' | 'onInput' | 'onBlur' | 'onFocus'>;

/** A text field tells of each key stroke (`onInput`) and of its value once it is committed (`onChange`: on leaving it, on Enter, on submit). */
function useTextField({ name, value, defaultValue, onChange, onInput, onBlur, onFocus }: TextField) {
  const draft = useDraft(value, defaultValue, '');
  const commit = (text: string) => {
    if (!draft.commit(text) || onChange === undefined) return;
    draft.tell(text);
    fire(onChange, text);
  };
  useFormField(name, draft.value, () => commit(draft.value));
  const input = (text: string) => {
    draft.edit(text);
    if (onInput === undefined) return;
    draft.tell(text);
    fire(onInput, text);
  };
  return {
    commit,
    input,
    value: draft.value,
    control: {
      value: draft.value,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => input(event.currentTarget.value),
      onFocus: () => fire(onFocus, draft.value),
      onBlur: () => {
        commit(draft.value);
        fire(onBlur, draft.value);
      },
    },
  };
}

function HostInput({ type = 'text', ...props }: InputProps) {
  const { control, commit, value } = useTextField(props);
  const commitOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit(value);
  };
  const Field = type === 'password' ? PasswordInput : TextInput;
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <Field {...fieldProps(props)} {...control} aria-invalid={props.error ?? false} onKeyDown={commitOnEnter} />
    </FieldFrame>
  );
}

function HostTextArea({ cols, rows = 3, maxLength, resize = 'both', ...props }: TextAreaProps) {
  const { control } = useTextField(props);
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <Textarea {...fieldProps(props)} {...control} rows={rows} resize={resize} {...defined({ cols, maxLength })} />
    </FieldFrame>
  );
}

function HostSearchInput({ clearable = true, ...props }: SearchInputProps) {
  const { control, commit, input, value } = useTextField(props);
  const clear = () => {
    input('');
    commit('');
  };
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <TextInput
        {...fieldProps({ placeholder: 'Search', ...props })}
        {...control}
        type="search"
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          clearable && value !== '' ? <CloseButton size="sm" aria-label="Clear search" onClick={clear} /> : null
        }
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(value);
        }}
      />
    </FieldFrame>
  );
}

const inputProps = {
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
  onInput: 'used',
  onBlur: 'used',
  onFocus: 'used',
} as const;
const textAreaProps = { ...inputProps, cols: 'used', rows: 'used', maxLength: 'used', resize: 'used' } as const;

export const textInputComponents = {
  Input: mapped<InputProps>({ ...inputProps, type: 'used' }, HostInput),
  TextArea: mapped<TextAreaProps>(textAreaProps, HostTextArea),
  Textarea: mapped<TextareaProps>(textAreaProps, HostTextArea),
  SearchInput: mapped<SearchInputProps>({ ...inputProps, clearable: 'used' }, HostSearchInput),
};
