import { Accordion, Flex, List, Text } from '@hubspot/ui-extensions';
import type { AssumptionViews } from './assumption-view.ts';

/** What the score rests on beside the answers given. */
export function Assumptions({ views }: { readonly views: AssumptionViews }) {
  return (
    <Accordion title={`What this rests on: ${views.unknown.length} assumed`} size="sm">
      <Flex direction="column" gap="xs">
        <List variant="unordered-styled">
          {[...views.unknown, ...views.ours].map((sentence) => (
            <Text key={sentence} variant="microcopy">
              {sentence}
            </Text>
          ))}
        </List>
      </Flex>
    </Accordion>
  );
}
