import { useState } from 'react';
import { Alert, Button, Flex, Input, List, LoadingButton, Text } from '@hubspot/ui-extensions';
import { failureView } from '../shared/failure-view.ts';
import { changesInWords } from './history-view.ts';
import { obstacleTo, settingsInForce } from './policy-session.ts';
import type { PolicySession } from './policy-session.ts';
import type { SettingReader } from './setting-words.ts';
import { demibold } from '../shared/text-formats.ts';

type PolicySaveBarProps = {
  readonly session: PolicySession;
  readonly reader: SettingReader;
  readonly onSave: (key: string) => void;
  readonly onDiscard: () => void;
};

/** What would be saved, the key that lets one, and what came of the last try. */
export function PolicySaveBar({ session, reader, onSave, onDiscard }: PolicySaveBarProps) {
  // The key stays in this page and is gone with it.
  const [key, setKey] = useState('');
  const { opened, draft, saving } = session;
  const changes = changesInWords(settingsInForce(opened), draft.settings, reader);
  const obstacle = obstacleTo(session, key);
  const isSending = saving.kind === 'sending';
  return (
    <Flex direction="column" gap="sm">
      <PolicyOutcome session={session} />
      {changes.length > 0 && (
        <Flex direction="column" gap="xs">
          <Text format={demibold}>
            {changes.length === 1 ? '1 unsaved change' : `${changes.length} unsaved changes`}
          </Text>
          <List variant="unordered-styled">
            {changes.map((change) => (
              <Text key={change}>{change}</Text>
            ))}
          </List>
        </Flex>
      )}
      <Flex direction="row" gap="sm" wrap={true} align="end">
        <Input
          name="key"
          type="password"
          label="Approval code"
          description="From whoever set the app up."
          value={key}
          onInput={setKey}
          onChange={setKey}
        />
        <LoadingButton
          variant="primary"
          loading={isSending}
          disabled={isSending || obstacle !== null}
          onClick={() => {
            onSave(key);
          }}
        >
          Save policy
        </LoadingButton>
        <Button
          variant="transparent"
          disabled={isSending || (changes.length === 0 && Object.keys(draft.unread).length === 0)}
          onClick={onDiscard}
        >
          Discard changes
        </Button>
      </Flex>
      <Text variant="microcopy">{isSending ? 'Saving' : (obstacle ?? 'Ready to save')}</Text>
    </Flex>
  );
}

function PolicyOutcome({ session: { saving, restored } }: { readonly session: PolicySession }) {
  if (saving.kind === 'refused') {
    const { title, text, reference } = failureView(saving.failure);
    return (
      <Alert title={title} variant="danger">
        {reference === null ? text : `${text} Reference: ${reference}`}
      </Alert>
    );
  }
  if (saving.kind === 'saved') {
    return (
      <Alert title={`Version ${saving.version} is in force`} variant="success">
        Deals keep the scores they have, marked as old. To score them by the new policy, rescore them on the
        negotiability board, or ask an administrator to.
      </Alert>
    );
  }
  return restored === null ? null : (
    <Alert title={`Version ${restored} is in the form`} variant="info">
      It comes into force, as a new version, when you save.
    </Alert>
  );
}
