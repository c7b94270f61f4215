import { useMemo } from 'react';
import { recordedOfferPropertyNames, recordedOffers } from '@deal-terms/core/offers';
import type { RecordedOffers } from '@deal-terms/core/offers';
import { readableRecords, useCrmPages } from './use-crm-pages.ts';
import type { CrmPages } from './use-crm-pages.ts';

const search = {
  objectType: 'deals',
  properties: [...recordedOfferPropertyNames],
  filterGroups: [{ filters: [{ propertyName: 'terms_offered_at', operator: 'HAS_PROPERTY' as const }] }],
  // Where there are more than can be read, the oldest are left.
  sorts: [{ propertyName: 'terms_offered_at', direction: 'DESCENDING' as const }],
};

/** The deals something was offered on, latest first, as many as the viewer may see and HubSpot lets read; null until all are there. */
export function useRecordedOffers(): CrmPages & { readonly deals: readonly RecordedOffers[] | null } {
  const pages = useCrmPages(search, readableRecords);
  const deals = useMemo(
    () => (pages.isComplete ? pages.records.map(recordedOffers) : null),
    [pages.isComplete, pages.records],
  );
  return { ...pages, deals };
}
