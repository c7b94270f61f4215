import { Box, Flex, Heading, ScoreCircle, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ScoreView } from './score-view.ts';
import { demibold } from '../../shared/text-formats.ts';

/** What to do, how sure we are of it, and what the number means. */
export function ScoreHead({ view }: { readonly view: ScoreView }) {
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="row" gap="md" align="center">
        <Box flex="none">
          <ScoreCircle score={view.score} />
        </Box>
        <Box flex={1}>
          <Flex direction="column" gap="xs" align="start">
            <StatusTag variant={view.tone}>{view.verdict}</StatusTag>
            <Text format={demibold}>{view.band}</Text>
            <Text variant="microcopy">{view.meaning}</Text>
          </Flex>
        </Box>
      </Flex>
      <Heading>{view.advice}</Heading>
      {view.reason !== null && <Text>{view.reason}</Text>}
    </Flex>
  );
}
