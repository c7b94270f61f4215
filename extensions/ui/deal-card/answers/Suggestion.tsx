import { Button, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { SuggestionView } from './suggestion-view.ts';

type SuggestionProps = {
  readonly view: SuggestionView;
  readonly action: string;
  readonly onUse: (change: SuggestionView['change']) => void;
};

/** An offer to fill in what history suggests; nothing is stored before the rep saves. */
export function Suggestion({ view, action, onUse }: SuggestionProps) {
  return (
    <Tile compact={true}>
      <Flex direction="row" gap="sm" wrap={true} align="center" justify="between">
        <Text variant="microcopy">{view.text}</Text>
        <Button
          size="xs"
          variant="secondary"
          onClick={() => {
            onUse(view.change);
          }}
        >
          {action}
        </Button>
      </Flex>
    </Tile>
  );
}
