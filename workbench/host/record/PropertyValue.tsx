import { Button, Group, MultiSelect, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { PropertyValues } from '../../remote/worker-contract.ts';
import type { Property } from '../api/crm-schemas.ts';
import { formatValue } from '../api/format-value.ts';
import type { FormatScope } from '../api/format-value.ts';
import { choicesOf } from '../api/vocabulary.ts';

type PropertyValueProps = {
  readonly property: Property;
  readonly values: PropertyValues;
  readonly scope: FormatScope;
  readonly onSave: (value: string) => Promise<void>;
};

type EditState =
  | { readonly status: 'shown' }
  | { readonly status: 'edited' | 'saving'; readonly text: string; readonly problem?: string };

/** One property of a record: its value as people read it; a click makes it a field. */
export function PropertyValue({ property, values, scope, onSave }: PropertyValueProps) {
  const stored = values[property.name] ?? '';
  const [state, setState] = useState<EditState>({ status: 'shown' });
  const shown = formatValue(property, stored, values, scope);

  if (property.modificationMetadata?.readOnlyValue === true || property.calculated === true)
    return (
      <Text size="sm" c={shown === '' ? 'dimmed' : 'dark.8'}>
        {shown === '' ? '–' : shown}
      </Text>
    );
  if (state.status === 'shown') {
    return (
      <button
        type="button"
        className="wb-property-edit"
        aria-label={`Edit ${property.label}: ${shown === '' ? '–' : shown}`}
        onClick={() => setState({ status: 'edited', text: stored })}
      >
        {shown === '' ? (
          <Text component="span" c="dimmed" size="sm">
            –
          </Text>
        ) : (
          shown
        )}
      </button>
    );
  }
  const save = async () => {
    setState({ status: 'saving', text: state.text });
    try {
      await onSave(state.text);
      setState({ status: 'shown' });
    } catch (error) {
      setState({ status: 'edited', text: state.text, problem: error instanceof Error ? error.message : String(error) });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setState({ status: 'shown' });
    if (event.key === 'Enter' && property.fieldType !== 'textarea') void save();
  };
  return (
    <div onKeyDown={onKeyDown}>
      <Editor
        property={property}
        scope={scope}
        text={state.text}
        onChange={(text) => setState({ status: 'edited', text })}
      />
      {state.problem !== undefined && (
        <Text size="xs" c="red.8" role="alert">
          {state.problem}
        </Text>
      )}
      <Group gap={6} mt={6}>
        <Button size="compact-xs" color="ember" loading={state.status === 'saving'} onClick={() => void save()}>
          Save
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => setState({ status: 'shown' })}>
          Cancel
        </Button>
      </Group>
    </div>
  );
}

type EditorProps = {
  readonly property: Property;
  readonly scope: FormatScope;
  readonly text: string;
  readonly onChange: (text: string) => void;
};

function Editor({ property, scope, text, onChange }: EditorProps) {
  const choices = choicesOf(property, scope.vocabulary);
  const common = { 'aria-label': property.label, size: 'xs', autoFocus: true } as const;
  if (choices !== null && property.fieldType === 'checkbox') {
    return (
      <MultiSelect
        {...common}
        data={[...choices]}
        value={text === '' ? [] : text.split(';')}
        onChange={(chosen) => onChange(chosen.join(';'))}
      />
    );
  }
  if (choices !== null)
    return (
      <NativeSelect
        {...common}
        data={[{ value: '', label: '–' }, ...choices]}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (property.type === 'date')
    return (
      <TextInput
        {...common}
        type="date"
        value={text.slice(0, 10)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (property.type === 'datetime') {
    const local = text === '' ? '' : toUtcField(text);
    return (
      <TextInput
        {...common}
        type="datetime-local"
        description="UTC"
        value={local}
        onChange={(event) => onChange(event.currentTarget.value === '' ? '' : `${event.currentTarget.value}:00.000Z`)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      {...(property.type === 'number' ? { inputMode: 'decimal' } : {})}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A stored instant as a datetime field writes it, to the minute. */
function toUtcField(stored: string): string {
  const instant = /^\d{9,}$/.test(stored) ? Number(stored) : Date.parse(stored);
  return Number.isNaN(instant) ? '' : new Date(instant).toISOString().slice(0, 16);
}
