import type { ReactNode } from 'react';
import { LoadingSpinner } from '@hubspot/ui-extensions';
import type { PropertyValues } from '@deal-terms/core/crm';
import { useDealRecord } from './use-deal-record.ts';
import { useOpenDeal } from './use-open-deal.ts';
import { Failed, FailedCall } from '../shared/Failed.tsx';
import type { OpenedDeal } from './deal-props.ts';

type LoadDealProps = { readonly children: (record: PropertyValues, opened: OpenedDeal) => ReactNode };

/** Shows its children once the deal's properties and what `open-deal` tells are there; until then what is awaited, or what went wrong and what to do. */
export function LoadDeal({ children }: LoadDealProps) {
  const deal = useDealRecord();
  const open = useOpenDeal();
  if (deal.kind === 'failed')
    return <Failed title="The deal could not be read" text={deal.message} reference={null} retry={deal.retry} />;
  if (open.kind === 'failed') {
    return <FailedCall failure={open.failure} retry={open.retry} />;
  }
  if (deal.kind === 'loading' || open.kind === 'loading')
    return <LoadingSpinner label="Reading the deal" showLabel={true} layout="centered" />;
  return children(deal.record, open.reply);
}
