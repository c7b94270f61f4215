import { Alert, AutoGrid, Button, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { CapturedConflict, CapturedField } from '@deal-terms/core/crm';
import { answerInWords, fieldView } from '../../shared/field-view.ts';
import { demibold } from '../../shared/text-formats.ts';

type ConflictsProps = {
  readonly conflicts: readonly CapturedConflict[];
  readonly locale: string;
  readonly onDecide: (fields: readonly CapturedField[], keep: 'mine' | 'theirs') => void;
};

/** Fields somebody else changed too: theirs and mine side by side, decided one by one or at once. */
export function Conflicts({ conflicts, locale, onDecide }: ConflictsProps) {
  if (conflicts.length === 0) return null;
  const all = conflicts.map(({ field }) => field);
  return (
    <Flex direction="column" gap="sm">
      <Alert title="Somebody else changed these answers too" variant="warning">
        Nothing of yours is saved yet. Choose which answer counts, then save.
      </Alert>
      <AutoGrid columnWidth={230} flexible={true} gap="sm">
        {conflicts.map((conflict) => (
          <Conflict key={conflict.field} conflict={conflict} locale={locale} onDecide={onDecide} />
        ))}
      </AutoGrid>
      {all.length > 1 && (
        <Flex direction="row" gap="sm" wrap={true}>
          <Button
            size="sm"
            onClick={() => {
              onDecide(all, 'theirs');
            }}
          >
            Keep all of theirs
          </Button>
          <Button
            size="sm"
            onClick={() => {
              onDecide(all, 'mine');
            }}
          >
            Keep all of mine
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

type ConflictProps = {
  readonly conflict: CapturedConflict;
  readonly locale: string;
  readonly onDecide: ConflictsProps['onDecide'];
};

function Conflict({ conflict: { field, theirs, mine }, locale, onDecide }: ConflictProps) {
  const { label } = fieldView(field);
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs">
        <Text format={demibold}>{label}</Text>
        <Text>Theirs: {answerInWords(field, theirs, locale)}</Text>
        <Text>Mine: {answerInWords(field, mine, locale)}</Text>
        <Flex direction="row" gap="xs" wrap={true}>
          <Button
            size="xs"
            onClick={() => {
              onDecide([field], 'theirs');
            }}
          >
            Keep theirs
          </Button>
          <Button
            size="xs"
            onClick={() => {
              onDecide([field], 'mine');
            }}
          >
            Keep mine
          </Button>
        </Flex>
      </Flex>
    </Tile>
  );
}
