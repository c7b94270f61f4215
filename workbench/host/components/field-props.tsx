import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What all HubSpot fields have in common. */
type CommonField = {
  readonly label?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly tooltip?: string;
  readonly placeholder?: string;
  readonly error?: boolean;
  readonly validationMessage?: string;
  readonly name?: string;
};

type FieldFrameProps = {
  readonly label?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly children: ReactNode;
};

/** Puts a field's tooltip beside its label, outside of it: the label alone is the field's name. */
export function FieldFrame({ label, tooltip, children }: FieldFrameProps) {
  return (
    <div className="wb-field">
      {children}
      {tooltip !== undefined && (
        <Tooltip label={tooltip} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
          <ActionIcon
            className="wb-field-tooltip"
            variant="subtle"
            color="gray"
            size="xs"
            aria-label={`About ${label ?? 'this field'}: ${tooltip}`}
          >
            <IconInfoCircle size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

/**
 * A field's props in Mantine's words. `validationMessage` is an error when `error` is set, otherwise good news.
 * `required` only marks the field: HubSpot leaves checking to the extension.
 *
 * @param problem - an error of the field itself, such as text that is no date; goes before the extension's message
 */
export function fieldProps(
  {
    label,
    description,
    required = false,
    readOnly = false,
    placeholder,
    error = false,
    validationMessage,
    name,
  }: CommonField,
  problem?: string,
) {
  const message = problem ?? (error ? (validationMessage ?? true) : undefined);
  const isGood = message === undefined && validationMessage !== undefined && validationMessage !== '';
  return {
    ...(label === undefined || label === '' ? {} : { label }),
    ...(description === undefined ? {} : { description }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(name === undefined ? {} : { name }),
    ...(message === undefined ? {} : { error: message }),
    ...(isGood
      ? {
          inputContainer: (input: ReactNode) => (
            <>
              {input}
              <Text size="xs" c="green.9" mt={4}>
                {validationMessage}
              </Text>
            </>
          ),
        }
      : {}),
    withAsterisk: required,
    readOnly,
    'aria-required': required,
  };
}
