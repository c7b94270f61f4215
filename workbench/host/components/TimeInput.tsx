import { Select as MantineSelect } from '@mantine/core';
import type { BaseTime, TimeInputEventsPayload, TimeInputProps } from '@hubspot/ui-extensions';
import { useExtensionScope } from './extension-scope.ts';
import { FieldFrame, fieldProps } from './field-props.tsx';
import { fire } from './fire.ts';
import { useFormField } from './form-scope.ts';
import { mapped } from './mapped.ts';
import { useDraft } from './use-draft.ts';

const minutesOf = ({ hours, minutes }: BaseTime) => hours * 60 + minutes;
const timeAt = (minutes: number): BaseTime => ({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });

function show(time: BaseTime, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, 0, 1, time.hours, time.minutes)),
  );
}

function HostTimeInput(props: TimeInputProps) {
  const { locale } = useExtensionScope();
  const { name, value, defaultValue, min, max, interval = 30, onChange, onBlur, onFocus } = props;
  const draft = useDraft<BaseTime | null>(value, defaultValue, null);
  useFormField(name, draft.value);
  const from = min === undefined ? 0 : minutesOf(min);
  const until = max === undefined ? 24 * 60 - 1 : minutesOf(max);
  const steps = Array.from({ length: Math.ceil((24 * 60) / interval) }, (_, step) => step * interval).filter(
    (minutes) => minutes >= from && minutes <= until,
  );
  const chosen = draft.value === null ? null : minutesOf(draft.value);
  const times = chosen === null || steps.includes(chosen) ? steps : [...steps, chosen].sort((a, b) => a - b);
  const choose = (minutes: string | null) => {
    if (minutes === null) return;
    const time = timeAt(Number(minutes));
    if (!draft.commit(time)) return;
    draft.tell(time);
    fire(onChange, time);
  };
  const payload = draft.value as TimeInputEventsPayload;
  return (
    <FieldFrame label={props.label} tooltip={props.tooltip}>
      <MantineSelect
        {...fieldProps({ placeholder: 'Choose a time', ...props })}
        role="combobox"
        data={times.map((minutes) => ({ value: String(minutes), label: show(timeAt(minutes), locale) }))}
        value={chosen === null ? null : String(chosen)}
        onChange={choose}
        onFocus={() => fire(onFocus, payload)}
        onBlur={() => fire(onBlur, payload)}
        allowDeselect={false}
        searchable
      />
    </FieldFrame>
  );
}

export const timeInputComponents = {
  TimeInput: mapped<TimeInputProps>(
    {
      label: 'used',
      name: 'used',
      value: 'used',
      required: 'used',
      readOnly: 'used',
      description: 'used',
      tooltip: 'used',
      error: 'used',
      defaultValue: 'used',
      validationMessage: 'used',
      onChange: 'used',
      onBlur: 'used',
      onFocus: 'used',
      min: 'used',
      max: 'used',
      interval: 'used',
      timezone: 'unused',
    },
    HostTimeInput,
  ),
};
