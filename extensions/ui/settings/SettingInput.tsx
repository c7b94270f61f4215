import {
  Button,
  CurrencyInput,
  Flex,
  Input,
  MultiSelect,
  NumberInput,
  Select,
  Text,
  Toggle,
} from '@hubspot/ui-extensions';
import { errorProps } from '../shared/field-props.ts';
import { OwnerLimits } from './OwnerLimits.tsx';
import { OwnProperties } from './OwnProperties.tsx';
import { PaymentOptions } from './PaymentOptions.tsx';
import { isSameValue, valueAt } from './setting-field.ts';
import { readTyped, rounded, settingAsText, settingInWords } from './setting-words.ts';
import { defaultSettings, edited, mistyped, problemAt } from './settings-draft.ts';
import type { SettingInputProps } from './setting-input-props.ts';
import { typedNumber } from '../shared/typed-number.ts';

/** One setting: its input, what it means, its default and where that comes from. */
export function SettingInput(props: SettingInputProps) {
  const { field, draft, reader, onEdit } = props;
  const usual = valueAt(defaultSettings, field.path);
  const isUsual = isSameValue(valueAt(draft.settings, field.path), usual) && draft.unread[field.path] === undefined;
  const note = `Default: ${settingInWords(field, usual, reader)}${field.source === undefined ? '' : ` (${field.source})`}.`;
  return (
    <Flex direction="column" gap="xs" align="stretch">
      <Control {...props} />
      <Text variant="microcopy">{note}</Text>
      {!isUsual && (
        <Flex direction="row">
          <Button
            size="xs"
            variant="transparent"
            onClick={() => {
              onEdit((now) => edited(now, field.path, usual));
            }}
          >
            Use the default
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function Control(props: SettingInputProps) {
  const { field, draft, problems, reader, onEdit } = props;
  const value = valueAt(draft.settings, field.path);
  const set = (next: unknown) => {
    onEdit((now) => edited(now, field.path, next));
  };
  const unit =
    field.unit === '' ? '' : ` (${field.kind === 'percent' || field.inPercent ? 'percent ' : ''}${field.unit})`;
  const shared = {
    name: field.path,
    label: `${field.label}${unit === '' && field.kind === 'percent' ? ' (percent)' : unit}`,
    description: [field.meaning, field.whenEmpty].filter(Boolean).join(' '),
    ...errorProps(problemAt(problems, field.path)),
  };
  switch (field.kind) {
    case 'percent':
    case 'money':
    case 'number':
      return <NumberControl {...props} shared={shared} />;
    case 'yesNo':
      return (
        <Toggle
          name={field.path}
          label={`${field.label}: ${field.meaning}`}
          textChecked="Yes"
          textUnchecked="No"
          checked={value === true}
          onChange={set}
        />
      );
    case 'owner': {
      const nobody = { label: 'Nobody in particular', value: '' };
      return (
        <Select
          {...shared}
          options={[nobody, ...reader.owners.map(({ id, name }) => ({ label: name, value: id }))]}
          value={typeof value === 'string' ? value : ''}
          onChange={(id) => {
            set(id === '' ? null : id);
          }}
        />
      );
    }
    case 'owners': {
      const chosen = Array.isArray(value) ? value.map(String) : [];
      return (
        <MultiSelect
          {...shared}
          options={reader.owners.map(({ id, name }) => ({ label: name, value: id }))}
          value={chosen}
          onChange={(ids) => {
            set(ids.map(String));
          }}
        />
      );
    }
    case 'ownerLimits':
      return <OwnerLimits {...props} />;
    case 'ownProperties':
      return <OwnProperties {...props} />;
    case 'plans':
      return <PaymentOptions {...props} />;
    case 'dayList':
    case 'range':
    case 'plan':
    case 'factoring':
    case 'country': {
      const read = (text: string) => {
        const typed = readTyped(field, text);
        onEdit((now) =>
          typed.ok ? edited(now, field.path, typed.value) : mistyped(now, field.path, text, typed.problem),
        );
      };
      return (
        <Input {...shared} value={draft.unread[field.path]?.text ?? settingAsText(field, value)} onChange={read} />
      );
    }
  }
}

type NumberControlProps = SettingInputProps & {
  readonly shared: {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly error?: true;
    readonly validationMessage?: string;
  };
};

/** An emptied field is none where a setting may have none, and an error elsewhere: nobody means 0 by it. */
function NumberControl({ field, draft, reader, onEdit, shared }: NumberControlProps) {
  const scale = field.kind === 'percent' ? 100 : 1;
  const value = valueAt(draft.settings, field.path);
  const change = (typed: unknown) => {
    const number = typedNumber(typed);
    onEdit((now) =>
      number === null && valueAt(defaultSettings, field.path) !== null
        ? mistyped(now, field.path, '', 'Enter a number.')
        : edited(now, field.path, number === null ? null : rounded(number / scale)),
    );
  };
  const isEmptied = draft.unread[field.path] !== undefined;
  const shown = typeof value === 'number' && !isEmptied ? { value: rounded(value * scale) } : {};
  if (field.kind === 'money')
    return <CurrencyInput {...shared} {...shown} currency={reader.currency} onChange={change} />;
  return <NumberInput {...shared} {...shown} precision={4} onChange={change} />;
}
