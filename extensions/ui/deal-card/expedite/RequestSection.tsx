import { useState } from 'react';
import { Button, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { decodeCaptured, decodeDealFacts } from '@deal-terms/core/crm';
import { tradeBasis } from '@deal-terms/core/expedite';
import type { DealProps } from '../deal-props.ts';
import { RequestPanel } from './RequestPanel.tsx';

/** Speed for this customer: what operations were asked and what they answered. Asks nothing of HubSpot before there is something to know. */
export function RequestSection({ record, opened, locale, actions }: DealProps) {
  const facts = decodeDealFacts(record);
  const hasRequest = facts.expedite.status !== 'none';
  const [isAsking, setAsking] = useState(false);
  const isOpen = hasRequest || isAsking;
  const captured = decodeCaptured(record);
  const trade = tradeBasis({ facts, captured, policy: opened.policy, account: opened.account, today: opened.today });
  if (facts.isClosed && !isOpen) return null;
  return (
    <Flex direction="column" gap="sm">
      <Heading>Expedited shipment</Heading>
      {isOpen ? (
        <RequestPanel
          record={record}
          captured={captured}
          trade={trade}
          startsAsking={isAsking}
          opened={opened}
          locale={locale}
          actions={actions}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : (
        <Flex direction="row" gap="sm" wrap={true} align="center">
          <Button
            disabled={!trade.ok}
            onClick={() => {
              setAsking(true);
            }}
          >
            Request expedited shipment
          </Button>
          <Text variant="microcopy" inline={true}>
            {trade.ok ? 'Ask operations before you promise a faster delivery.' : 'The deal must have a score first.'}
          </Text>
        </Flex>
      )}
    </Flex>
  );
}
