import { memo } from 'react';
import { Button, Flex, MultiSelect, Text } from '@hubspot/ui-extensions';
import { proposedThemes, themeName } from '@deal-terms/core/themes';
import type { Theme } from '@deal-terms/core/themes';
import { fieldView } from '../../shared/field-view.ts';
import { errorProps } from '../../shared/field-props.ts';
import type { FieldProps } from '../../shared/field-props.ts';

type ThemesFieldProps = FieldProps<'themes'> & {
  readonly why: string | null;
  /** Of the company. */
  readonly themes: readonly Theme[];
};

/** What the why is about: the words propose, a click chooses. */
export const ThemesField = memo(function ThemesField({ field, value, why, themes, error, onChange }: ThemesFieldProps) {
  const proposed = proposedThemes(why, themes).filter((id) => !value.includes(id));
  const shown = [
    ...themes.filter(({ id, isRetired }) => !isRetired || value.includes(id)).map(({ id }) => id),
    ...value.filter((id) => themes.every((theme) => theme.id !== id)),
  ];
  return (
    <Flex direction="column" gap="xs">
      {proposed.length > 0 && (
        <Flex direction="row" gap="xs" align="center" wrap={true}>
          <Text variant="microcopy">These words are about:</Text>
          {proposed.map((id) => (
            <Button
              key={id}
              size="xs"
              onClick={() => {
                onChange({ themes: [...value, id] });
              }}
            >
              {`Add ${themeName(themes, id)}`}
            </Button>
          ))}
        </Flex>
      )}
      <MultiSelect
        name={field}
        label={fieldView(field).label}
        tooltip="What this is about for the management table. A deal may have up to six."
        placeholder="Choose themes"
        options={shown.map((id) => ({ value: id, label: themeName(themes, id) }))}
        value={[...value]}
        {...errorProps(error)}
        onChange={(chosen) => {
          onChange({ themes: chosen.map(String) });
        }}
      />
    </Flex>
  );
});
