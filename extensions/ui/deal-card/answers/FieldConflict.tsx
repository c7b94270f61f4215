import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { ProfileConflict, ProfileField } from '@deal-terms/core/crm';
import { answerInWords } from '../../shared/field-view.ts';

type FieldConflictProps = {
  readonly field: ProfileField;
  /** Of the whole form. */
  readonly conflicts: readonly ProfileConflict[];
  readonly locale: string;
  readonly onDecide: (fields: readonly ProfileField[], keep: 'mine' | 'theirs') => void;
};

/** At its field: what somebody else answered meanwhile, and the choice. Nothing of ours is stored before it is made. */
export function FieldConflict({ field, conflicts, locale, onDecide }: FieldConflictProps) {
  const conflict = conflicts.find((one) => one.field === field);
  if (conflict === undefined) return null;
  const { theirs, mine } = conflict;
  return (
    <Alert title="Somebody else changed this answer too" variant="warning">
      <Flex direction="row" gap="sm" align="center" wrap={true}>
        <Text>{`Theirs: ${answerInWords(field, theirs, locale)}. Mine: ${answerInWords(field, mine, locale)}.`}</Text>
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
    </Alert>
  );
}
