import type { ReactNode } from 'react';
import { Alert, Button, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { OpenDealReply } from '@deal-terms/core/contracts';
import type { PropertyValues } from '@deal-terms/core/crm';
import { useDealRecord } from '../hooks/use-deal-record.ts';
import { useOpenDeal } from '../hooks/use-open-deal.ts';
import { failureView } from '../views/failure-view.ts';

type Opened = Extract<OpenDealReply, { ok: true }>;

type GateProps = { readonly children: (record: PropertyValues, opened: Opened) => ReactNode };

/** Shows its children once the deal's properties and what `open-deal` tells are there; until then what is awaited, or what went wrong and what to do. */
export function Gate({ children }: GateProps) {
  const deal = useDealRecord();
  const open = useOpenDeal();
  if (deal.kind === 'failed') return <Failed title="The deal could not be read" text={deal.message} reference={null} retry={deal.retry} />;
  if (open.kind === 'failed') {
    const { title, text, reference, canRetry } = failureView(open.failure);
    return <Failed title={title} text={text} reference={reference} retry={canRetry ? open.retry : null} />;
  }
  if (deal.kind === 'loading' || open.kind === 'loading') return <LoadingSpinner label="Reading the deal" showLabel={true} layout="centered" />;
  return children(deal.record, open.opened);
}

type FailedProps = { readonly title: string; readonly text: string; readonly reference: string | null; readonly retry: (() => void) | null };

function Failed({ title, text, reference, retry }: FailedProps) {
  return (
    <Flex direction="column" gap="sm" align="start">
      <Alert title={title} variant="danger">{text}</Alert>
      {reference !== null && <Text variant="microcopy">Reference: {reference}</Text>}
      {retry !== null && <Button onClick={retry}>Try again</Button>}
    </Flex>
  );
}
