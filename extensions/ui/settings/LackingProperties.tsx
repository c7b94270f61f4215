import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import type { OwnProperty } from '@deal-terms/core/crm';
import { recordLabels } from './setting-words.ts';

/** Properties the policy in force names and the account does not have. */
export function LackingProperties({ properties }: { readonly properties: readonly OwnProperty[] }) {
  if (properties.length === 0) return null;
  return (
    <Alert title="The account lacks properties that are named below" variant="warning">
      <Flex direction="column" gap="xs">
        {properties.map((property) => (
          <Text key={`${property.on}/${property.name}`}>{lackingInWords(property)}</Text>
        ))}
      </Flex>
    </Alert>
  );
}

/** What is wrong, and what to do about it. */
function lackingInWords({ on, name, label }: OwnProperty): string {
  return `${recordLabels[on]}: there is no property ${name} (${label}), so nothing is found by it. Correct its internal name, remove it, or create the property in HubSpot.`;
}
