import { Badge, Button, Divider, Drawer, Stack, Text, Title } from '@mantine/core';
import { IconTerminal2 } from '@tabler/icons-react';
import { useState } from 'react';
import { CallDetail } from './CallDetail.tsx';
import { useFunctionCalls } from './function-calls.ts';
import { TroublePanel } from './TroublePanel.tsx';

/** A drawer with trouble on demand and every call of an app function: what HubSpot shows in its logs, and what it does not. */
export function DeveloperPanel() {
  const [isOpen, setOpen] = useState(false);
  const calls = useFunctionCalls();
  const failed = calls.filter(({ outcome }) => outcome !== 'ok').length;
  return (
    <>
      <Button
        variant="subtle"
        color="gray.3"
        size="compact-sm"
        leftSection={<IconTerminal2 size={16} aria-hidden />}
        rightSection={
          calls.length > 0 && (
            <Badge size="sm" circle={calls.length < 10} color={failed > 0 ? 'red.8' : 'sea'} aria-hidden>
              {calls.length}
            </Badge>
          )
        }
        onClick={() => setOpen(true)}
      >
        Developer
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size="lg"
        title={<Text fw={600}>For developers</Text>}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <TroublePanel isShown={isOpen} />
        <Divider my="md" />
        <Title order={3} size="h5" mb="sm">
          Function calls
        </Title>
        {calls.length === 0 ? (
          <Text size="sm" c="dimmed">
            No app function has been called yet. Open a deal: its cards call them.
          </Text>
        ) : (
          <Stack gap="sm" component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
            {calls.map((call) => (
              <CallDetail key={call.logId} call={call} />
            ))}
          </Stack>
        )}
      </Drawer>
    </>
  );
}
