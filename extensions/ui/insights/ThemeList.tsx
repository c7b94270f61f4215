import { useState } from 'react';
import { Accordion, Alert, Button, Flex, Input, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@deal-terms/core/contracts';
import type { Theme, ThemeChange } from '@deal-terms/core/themes';
import { failureView } from '../shared/failure-view.ts';
import { errorProps } from '../shared/field-props.ts';

type ThemeListProps = {
  readonly themes: readonly Theme[];
  readonly onChange: (change: ThemeChange) => Promise<Failure | null>;
};

/** The company's own list of themes. */
export function ThemeList({ themes, onChange }: ThemeListProps) {
  const [name, setName] = useState('');
  const [renamedId, setRenamed] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (change: ThemeChange) => {
    setSending(true);
    const failed = await onChange(change);
    setSending(false);
    setFailure(failed);
    if (failed !== null) return;
    setName('');
    setRenamed(null);
  };
  const fault = failure?.fields?.[0]?.message;
  const renamed = themes.find(({ id }) => id === renamedId);
  return (
    <Accordion title="Change the list of themes" size="sm">
      <Flex direction="column" gap="sm">
        {failure !== null && fault === undefined && (
          <Alert
            title={failure.code === 'conflict' ? 'Somebody else changed the themes' : failureView(failure).title}
            variant="warning"
          >
            {failure.code === 'conflict'
              ? 'Theirs are below; nothing of yours is stored. Look at them, then do it again.'
              : failureView(failure).text}
          </Alert>
        )}
        <Flex direction="row" gap="sm" align="end" wrap={true}>
          <Input
            name="themeName"
            label={renamed === undefined ? 'New theme' : `New name for ${renamed.name}`}
            placeholder="Trade fairs"
            value={name}
            {...errorProps(fault)}
            onChange={(text) => {
              setName(text);
              setFailure(null);
            }}
          />
          <Button
            size="sm"
            disabled={isSending}
            onClick={() => {
              void send(renamed === undefined ? { action: 'add', name } : { action: 'rename', id: renamed.id, name });
            }}
          >
            {renamed === undefined ? 'Add the theme' : 'Rename'}
          </Button>
          {renamed !== undefined && (
            <Button
              size="sm"
              variant="transparent"
              onClick={() => {
                setRenamed(null);
                setName('');
              }}
            >
              Keep its name
            </Button>
          )}
        </Flex>
        {themes.map((theme) => (
          <Flex key={theme.id} direction="row" gap="sm" align="center" wrap={true}>
            <Text>{theme.isRetired ? `${theme.name} (retired)` : theme.name}</Text>
            {!theme.isRetired && (
              <Button
                size="xs"
                variant="transparent"
                onClick={() => {
                  setRenamed(theme.id);
                  setName(theme.name);
                  setFailure(null);
                }}
              >
                {`Rename ${theme.name}`}
              </Button>
            )}
            <Button
              size="xs"
              variant="transparent"
              disabled={isSending}
              onClick={() => {
                void send({ action: theme.isRetired ? 'restore' : 'retire', id: theme.id });
              }}
            >
              {theme.isRetired ? `Take ${theme.name} back` : `Retire ${theme.name}`}
            </Button>
          </Flex>
        ))}
      </Flex>
    </Accordion>
  );
}
