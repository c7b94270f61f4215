import { Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { QuestionView } from './score-view.ts';
import { demibold } from '../../shared/text-formats.ts';

/** The question most worth asking, and what its answer is worth. */
export function AskNext({ view, title }: { readonly view: QuestionView; readonly title: string }) {
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs">
        <Text variant="microcopy" format={demibold}>
          {title}
        </Text>
        <Text format={demibold}>“{view.question}”</Text>
        <Text variant="microcopy">{view.worth}</Text>
      </Flex>
    </Tile>
  );
}
