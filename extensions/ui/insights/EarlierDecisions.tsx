import { useState } from 'react';
import { Alert, Button, Flex, Heading, StatusTag, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@deal-terms/core/contracts';
import type { DecisionOutcome } from '@deal-terms/core/meetings';
import { failureView } from '../shared/failure-view.ts';
import { demibold } from '../shared/text-formats.ts';
import type { DecisionLine } from './decision-lines.ts';

type EarlierDecisionsProps = {
  readonly decisions: readonly DecisionLine[];
  readonly onSettle: (decisionId: string, outcome: DecisionOutcome) => Promise<Failure | null>;
};

/** What the meeting opens with: what became of the earlier decisions, each to be marked. */
export function EarlierDecisions({ decisions, onSettle }: EarlierDecisionsProps) {
  const [busyId, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const settle = async (id: string, outcome: DecisionOutcome) => {
    setBusy(id);
    setFailure(await onSettle(id, outcome));
    setBusy(null);
  };
  return (
    <Flex direction="column" gap="sm">
      <Heading>What became of earlier decisions</Heading>
      {failure !== null && (
        <Alert title={failureView(failure).title} variant="warning">
          {failureView(failure).text}
        </Alert>
      )}
      {decisions.length === 0 && <Text>There are none yet.</Text>}
      {decisions.map(({ id, what, about, who, due, decided, status, tone, isOpen }) => (
        <Flex key={id} direction="column" gap="flush">
          <Text format={demibold}>{what}</Text>
          <Text variant="microcopy">{`About ${about}. ${who}, by ${due}; decided ${decided}.`}</Text>
          <Flex direction="row" gap="xs" align="center" wrap={true}>
            <StatusTag variant={tone}>{status}</StatusTag>
            {(isOpen ? (['done', 'dropped'] as const) : (['open'] as const)).map((outcome) => (
              <Button
                key={outcome}
                size="xs"
                variant="secondary"
                disabled={busyId === id}
                onClick={() => {
                  void settle(id, outcome);
                }}
              >
                {labels[outcome]}
              </Button>
            ))}
          </Flex>
        </Flex>
      ))}
    </Flex>
  );
}

const labels = { done: 'Mark as done', dropped: 'Drop', open: 'Open again' } as const;
