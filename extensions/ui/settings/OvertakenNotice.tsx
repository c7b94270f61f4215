import { Alert, Button, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { Account } from '@deal-terms/core/crm';
import { instantInWords } from '../shared/reader.ts';
import { valueInWords } from './history-view.ts';
import type { Overtaken } from './policy-session.ts';
import { fullLabel } from './setting-groups.ts';
import type { SettingReader } from './setting-words.ts';
import { demibold } from '../shared/text-formats.ts';

type OvertakenNoticeProps = {
  readonly overtaken: Overtaken;
  readonly account: Account;
  readonly reader: SettingReader;
  readonly onDecide: (paths: readonly string[], keep: 'theirs' | 'mine') => void;
};

/** Somebody else saved first: what they did, and a choice where both changed the same setting. Nothing of mine is lost, nothing of theirs overwritten unseen. */
export function OvertakenNotice({
  overtaken: { author, writtenAt, version, theirPaths, clashes },
  account,
  reader,
  onDecide,
}: OvertakenNoticeProps) {
  const takenOver =
    theirPaths.length === 0 ? '' : ` Taken over into your form: ${theirPaths.map(fullLabel).join(', ')}.`;
  const next =
    clashes.length === 0
      ? 'Your changes stand on top of theirs. Check them and save again.'
      : 'You both changed the settings below. Choose, then save again.';
  return (
    <Flex direction="column" gap="sm">
      <Alert
        title={`${author === '' ? 'Somebody else' : author} saved version ${version} before you`}
        variant="warning"
      >{`Saved ${instantInWords(writtenAt, account, reader.locale)}; yours is not saved yet.${takenOver} ${next}`}</Alert>
      {clashes.map(({ path, theirs, mine }) => (
        <Tile key={path} compact={true}>
          <Flex direction="column" gap="xs">
            <Text format={demibold}>{fullLabel(path)}</Text>
            <Text>{`Theirs: ${valueInWords(path, theirs, reader)}`}</Text>
            <Text>{`Mine: ${valueInWords(path, mine, reader)}`}</Text>
            <Flex direction="row" gap="xs" wrap={true}>
              <Button
                size="xs"
                onClick={() => {
                  onDecide([path], 'theirs');
                }}
              >
                Keep theirs
              </Button>
              <Button
                size="xs"
                onClick={() => {
                  onDecide([path], 'mine');
                }}
              >
                Keep mine
              </Button>
            </Flex>
          </Flex>
        </Tile>
      ))}
      {clashes.length > 1 && (
        <Flex direction="row" gap="sm" wrap={true}>
          <Button
            size="sm"
            onClick={() => {
              onDecide(
                clashes.map(({ path }) => path),
                'theirs',
              );
            }}
          >
            Keep all of theirs
          </Button>
          <Button
            size="sm"
            onClick={() => {
              onDecide(
                clashes.map(({ path }) => path),
                'mine',
              );
            }}
          >
            Keep all of mine
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
