import { Badge, Group, Paper, Table, Text } from '@mantine/core';
import type { FunctionCall } from '../../protocol.ts';

const outcomeColours = { ok: 'green.9', failed: 'red.8', timeout: 'ember.8' } as const;
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** 2048 → `2.0 KB` */
function bytes(count: number): string {
  return count < 1_024 ? `${count} B` : `${(count / 1_024).toFixed(1)} KB`;
}

export function CallDetail({ call }: { readonly call: FunctionCall }) {
  const { uid, startedAt, durationMs, outcome, apiCalls, requestBytes, responseBytes, log, error, logId } = call;
  return (
    <Paper component="li" withBorder p="sm" radius="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Badge color={outcomeColours[outcome]} radius="sm">
            {outcome}
          </Badge>
          <Text size="sm" fw={600}>
            {uid}
          </Text>
        </Group>
        <Text size="xs" c="dimmed">
          {clock.format(startedAt)} · {Math.round(durationMs)} ms
        </Text>
      </Group>
      <Text size="xs" c="gray.7" mt={4}>
        {bytes(requestBytes)} in, {bytes(responseBytes)} out · {apiCalls.length} API{' '}
        {apiCalls.length === 1 ? 'call' : 'calls'} · log {logId}
      </Text>
      {error !== undefined && (
        <Text size="sm" c="red.8" mt={6}>
          {error}
        </Text>
      )}
      {apiCalls.length > 0 && (
        <Table.ScrollContainer minWidth={0} type="native" mt={6}>
          <Table fz="xs" verticalSpacing={2} aria-label={`API calls of ${uid}`}>
            <Table.Tbody>
              {apiCalls.map(({ method, path, status, durationMs: took }, index) => (
                <Table.Tr key={index}>
                  <Table.Td>{method}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{path}</Table.Td>
                  <Table.Td c={status >= 400 ? 'red.8' : 'green.9'}>{status}</Table.Td>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    {Math.round(took)} ms
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {log.length > 0 && <pre className="wb-log">{log.join('\n')}</pre>}
    </Paper>
  );
}
