import { Accordion, AutoGrid, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { problemAt } from './settings-draft.ts';
import { SettingInput } from './SettingInput.tsx';
import type { SettingInputProps } from './setting-input-props.ts';
import type { SettingGroup, SettingSection } from './setting-field.ts';

/** More sections than this would be a wall of fields. */
const openSectionsAtMost = 3;

type SectionsProps = Omit<SettingInputProps, 'field'> & { readonly group: SettingGroup };

/** The settings of one tab. */
export function SettingSections({ group: { sections }, ...inputs }: SectionsProps) {
  const areFolded = sections.length > openSectionsAtMost;
  return (
    <Flex direction="column" gap="md">
      {sections.map((section, place) => {
        const hasProblem = section.fields.some(({ path }) => problemAt(inputs.problems, path) !== undefined);
        return areFolded ? (
          <Accordion
            key={section.title}
            title={`${section.title}${hasProblem ? ' (to correct)' : ''}`}
            defaultOpen={place === 0}
            size="sm"
          >
            <Fields section={section} {...inputs} />
          </Accordion>
        ) : (
          <Flex key={section.title} direction="column" gap="sm">
            <Heading>{section.title}</Heading>
            <Fields section={section} {...inputs} />
          </Flex>
        );
      })}
    </Flex>
  );
}

function Fields({
  section: { about, fields },
  ...inputs
}: Omit<SectionsProps, 'group'> & { readonly section: SettingSection }) {
  const isOneList = fields.some(({ kind }) => kind === 'plans' || kind === 'ownerLimits' || kind === 'ownProperties');
  const drawn = fields.map((field) => <SettingInput key={field.path} field={field} {...inputs} />);
  return (
    <Flex direction="column" gap="sm">
      {about !== null && <Text>{about}</Text>}
      {isOneList ? (
        <Flex direction="column" gap="md">
          {drawn}
        </Flex>
      ) : (
        <AutoGrid columnWidth={280} flexible={true} gap="md">
          {drawn}
        </AutoGrid>
      )}
    </Flex>
  );
}
