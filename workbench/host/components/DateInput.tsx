import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import type { BaseDate, DateInputEventsPayload, DateInputProps } from '@hubspot/ui-extensions';
import { defined } from '../defined.ts';
import { readDate, shortPattern, showDate, toBaseDate, todayIn, toIso } from './calendar-date.ts';
import { useExtensionScope } from './extension-scope.ts';
import { FieldFrame, fieldProps } from './field-props.tsx';
import { fire } from './fire.ts';
import { useFormField } from './form-scope.ts';
import { mapped } from './mapped.ts';
import { useDraft } from './use-draft.ts';

/** Says what is wrong with a day; nothing when it may be taken. */
function problemOf(
  iso: string,
  { min, max, minValidationMessage, maxValidationMessage }: DateInputProps,
): string | undefined {
  if (min !== undefined && iso < toIso(min)) return minValidationMessage ?? `The earliest date is ${toIso(min)}.`;
  if (max !== undefined && iso > toIso(max)) return maxValidationMessage ?? `The latest date is ${toIso(max)}.`;
  return undefined;
}

function useDateField(props: DateInputProps, locale: string) {
  const { name, value, defaultValue, format = 'short', onChange, onBlur, onFocus } = props;
  const draft = useDraft<BaseDate | null>(value, defaultValue, null);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const iso = draft.value === null ? null : toIso(draft.value);
  const shown = iso === null ? '' : showDate(iso, format, locale);
  /** HubSpot types the payload as a date; a cleared field has none, which arrives as null. */
  const payloadOf = (day: string | null) =>
    (day === null
      ? null
      : { ...toBaseDate(day), formattedDate: showDate(day, format, locale) }) as DateInputEventsPayload;

  const commit = (day: string | null) => {
    const found = day === null ? undefined : problemOf(day, props);
    setProblem(found);
    if (found !== undefined) return;
    setTyped(null);
    const next = day === null ? null : toBaseDate(day);
    if (!draft.commit(next)) return;
    draft.tell(next);
    fire(onChange, payloadOf(day));
  };
  const commitTyped = () => {
    if (typed === null || typed === shown) return;
    const day = typed.trim() === '' ? null : readDate(typed, locale);
    if (day === null && typed.trim() !== '') setProblem(`Write the date as ${shortPattern(locale)}.`);
    else commit(day);
  };
  useFormField(name, draft.value, commitTyped);
  return {
    iso,
    text: typed ?? shown,
    setTyped,
    problem,
    commit,
    commitTyped,
    tellFocus: () => fire(onFocus, payloadOf(iso)),
    tellBlur: () => fire(onBlur, payloadOf(iso)),
  };
}

function HostDateInput(props: DateInputProps) {
  const { locale, portalTimeZone } = useExtensionScope();
  const {
    min,
    max,
    clearButtonLabel = 'Clear',
    todayButtonLabel = 'Today',
    timezone = 'userTz',
    readOnly = false,
    label,
    tooltip,
  } = props;
  const { iso, text, setTyped, problem, commit, commitTyped, tellFocus, tellBlur } = useDateField(props, locale);
  const [isOpen, setOpen] = useState(false);
  const today = todayIn(timezone === 'portalTz' ? portalTimeZone : Intl.DateTimeFormat().resolvedOptions().timeZone);
  const choose = (day: string | null) => {
    commit(day);
    setOpen(false);
  };
  return (
    <FieldFrame label={label} tooltip={tooltip}>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        position="bottom-start"
        withinPortal
        trapFocus
        returnFocus
        withRoles={false}
      >
        <Popover.Target>
          <TextInput
            {...fieldProps({ placeholder: shortPattern(locale), ...props }, problem)}
            value={text}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onFocus={tellFocus}
            onBlur={() => {
              commitTyped();
              tellBlur();
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commitTyped();
              if (event.key === 'ArrowDown' && event.altKey && !readOnly) setOpen(true);
            }}
            rightSection={
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                disabled={readOnly}
                aria-label={`Choose a day: ${label}`}
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              >
                <IconCalendar size={16} aria-hidden />
              </ActionIcon>
            }
          />
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={`Choose a day: ${label}`}>
          <DatePicker
            value={iso}
            onChange={choose}
            {...defined({
              defaultDate: iso ?? undefined,
              minDate: min === undefined ? undefined : toIso(min),
              maxDate: max === undefined ? undefined : toIso(max),
            })}
          />
          <Group justify="space-between" mt="xs">
            <Button variant="subtle" size="compact-sm" onClick={() => choose(null)}>
              {clearButtonLabel}
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => choose(today)}>
              {todayButtonLabel}
            </Button>
          </Group>
        </Popover.Dropdown>
      </Popover>
    </FieldFrame>
  );
}

export const dateInputComponents = {
  DateInput: mapped<DateInputProps>(
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
      minValidationMessage: 'used',
      maxValidationMessage: 'used',
      format: 'used',
      clearButtonLabel: 'used',
      todayButtonLabel: 'used',
      timezone: 'used',
    },
    HostDateInput,
  ),
};
