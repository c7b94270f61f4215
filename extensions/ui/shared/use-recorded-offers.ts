import { useMemo } from 'react';
import { offerPropertyOf } from '@deal-terms/core/crm';
import type { Account } from '@deal-terms/core/crm';
import { recordedOfferPropertyNames, recordedOffers } from '@deal-terms/core/offers';
import type { RecordedOffers } from '@deal-terms/core/offers';
import { readableRecords, useCrmPages } from './use-crm-pages.ts';
import type { CrmPages } from './use-crm-pages.ts';

const search = {
  objectType: 'deals',
  properties: [...recordedOfferPropertyNames],
  filterGroups: [{ filters: [{ propertyName: offerPropertyOf.offeredAtMs, operator: 'HAS_PROPERTY' as const }] }],
  // Where there are more than can be read, the oldest are left.
  sorts: [{ propertyName: offerPropertyOf.offeredAtMs, direction: 'DESCENDING' as const }],
};

/** The deals something was offered on, latest first, as many as the viewer may see and HubSpot lets read; null until all are there. */
export function useRecordedOffers(account: Account): CrmPages & { readonly deals: readonly RecordedOffers[] | null } {
  const pages = useCrmPages(search, readableRecords);
  const deals = useMemo(
    () => (pages.isComplete ? pages.records.map((record) => recordedOffers(record, account)) : null),
    [pages.isComplete, pages.records, account],
  );
  return { ...pages, deals };
}
