import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { QuestionView } from './score-view.ts';
import { AskNext } from './AskNext.tsx';

/** A deal nobody has asked about: what to ask first, before any number. */
export function NoAnswersYet({ question }: { readonly question: QuestionView | null }) {
  return (
    <Flex direction="column" gap="sm">
      <Heading>Nothing is known of this customer yet</Heading>
      <Text>
        Three answers decide whether terms are worth trading: how easily the customer could pay earlier, how much it
        minds other terms, and how urgent the delivery is.
      </Text>
      {question !== null && <AskNext title="Ask first" view={question} />}
    </Flex>
  );
}
