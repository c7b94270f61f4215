import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import type { FairDealingNote } from '@deal-terms/core/fair-dealing';
import { demibold } from '../../shared/text-formats.ts';

/** Rules on terms of trade that this deal touches, each with its reason and source; nothing when there is none. */
export function FairDealing({ notes }: { readonly notes: readonly FairDealingNote[] }) {
  if (notes.length === 0) return null;
  return (
    <Accordion title={`Check: ${notes.map(({ title }) => title).join(', ')}`} size="sm">
      <Flex direction="column" gap="sm">
        {notes.map(({ id, title, reason, source, touchedBy }) => (
          <Flex key={id} direction="column" gap="flush">
            <Text format={demibold}>{title}</Text>
            <Text>{reason}</Text>
            <Text variant="microcopy">{`Touched by ${touchedBy.join('; ')}. Source: ${source}.`}</Text>
          </Flex>
        ))}
        <Text variant="microcopy">
          This names rules, it does not apply them, and it is no legal advice. Countries and industry are those of our
          settings and of the company record.
        </Text>
      </Flex>
    </Accordion>
  );
}
