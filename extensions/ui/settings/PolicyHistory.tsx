import { useState } from 'react';
import {
  Alert,
  Button,
  EmptyState,
  Flex,
  List,
  LoadingButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { readPolicyReplySchema, readPolicyUid } from '@deal-terms/core/contracts';
import type { PolicyVersion } from '@deal-terms/core/contracts';
import type { PolicySettings } from '@deal-terms/core/crm';
import { callForPage } from '../shared/call-function.ts';
import { failureView } from '../shared/failure-view.ts';
import { historyView } from './history-view.ts';
import type { OpenedPolicy } from './policy-session.ts';
import type { SettingReader } from './setting-words.ts';
import { demibold } from '../shared/text-formats.ts';

type PolicyHistoryProps = {
  readonly opened: OpenedPolicy;
  readonly reader: SettingReader;
  readonly onRestore: (version: number, settings: PolicySettings) => void;
};

/** Who changed what, when, and a way back. */
export function PolicyHistory({ opened, reader, onRestore }: PolicyHistoryProps) {
  const [older, setOlder] = useState<readonly PolicyVersion[]>([]);
  const [asking, setAsking] = useState<{ readonly isSent: boolean; readonly problem: string | null }>({
    isSent: false,
    problem: null,
  });
  const versions = [...opened.history, ...older];
  const last = versions.at(-1)?.version ?? 1;
  const showOlder = async () => {
    setAsking({ isSent: true, problem: null });
    const reply = await callForPage(readPolicyUid, { before: last }, readPolicyReplySchema);
    if (reply.ok) setOlder([...older, ...reply.history]);
    setAsking({ isSent: false, problem: reply.ok ? null : failureView(reply).title });
  };
  if (versions.length === 0)
    return (
      <EmptyState title="Nobody has changed the policy yet" layout="vertical">
        <Text>The built-in one is in force.</Text>
      </EmptyState>
    );
  return (
    <Flex direction="column" gap="sm">
      <Table bordered={true} density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Version</TableHeader>
            <TableHeader>What changed</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {historyView(versions, opened.account, reader).map(({ version, author, when, changes, settings }) => (
            <TableRow key={version}>
              <TableCell>
                <Flex direction="column" gap="xs" align="start">
                  <Text format={demibold}>{`${version} ${author}`}</Text>
                  <Text variant="microcopy">{when}</Text>
                  {version === opened.policy.version && <Tag variant="success">In force</Tag>}
                  {version !== opened.policy.version && settings !== null && (
                    <Button
                      size="xs"
                      variant="secondary"
                      onClick={() => {
                        onRestore(version, settings);
                      }}
                    >{`Restore version ${version}`}</Button>
                  )}
                </Flex>
              </TableCell>
              <TableCell>
                <List variant="unordered-styled">
                  {changes.map((change) => (
                    <Text key={change}>{change}</Text>
                  ))}
                </List>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {asking.problem !== null && (
        <Alert title={asking.problem} variant="danger">
          Older versions could not be read. Try again.
        </Alert>
      )}
      {last > 1 && (
        <Flex direction="row">
          <LoadingButton
            loading={asking.isSent}
            onClick={() => {
              void showOlder();
            }}
          >
            Show older versions
          </LoadingButton>
        </Flex>
      )}
      <Text variant="microcopy">Names are as HubSpot gave them to the page of whoever saved.</Text>
    </Flex>
  );
}
