import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import type { PropertyValues } from '@deal-terms/core/crm';

/** The deal's properties as HubSpot shows them, live. */
export type DealRecord =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly record: PropertyValues };

const names = [...attestedDealPropertyNames];

/** Reads the deal of the page and follows it. Once there is a record, a reload or a failed reload leaves it on the screen. */
export function useDealRecord(): DealRecord {
  const { properties, isLoading, error, refetch } = useCrmProperties(names);
  if (Object.keys(properties).length > 0) return { kind: 'ready', record: properties };
  if (error !== null) return { kind: 'failed', message: error.message, retry: () => void refetch() };
  return isLoading
    ? { kind: 'loading' }
    : { kind: 'failed', message: 'HubSpot gave no properties for this deal.', retry: () => void refetch() };
}
