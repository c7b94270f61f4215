import { nativePropertyOf, plannedDealPropertyNames, scorePropertyOf } from '@deal-terms/core/crm';
import { readableRecords, useCrmPages } from '../shared/use-crm-pages.ts';
import type { CrmPages } from '../shared/use-crm-pages.ts';

const search = {
  objectType: 'deals',
  properties: [...plannedDealPropertyNames],
  filterGroups: [{ filters: [{ propertyName: nativePropertyOf.isClosed, operator: 'EQ' as const, value: 'false' }] }],
  // Where there are more than can be read, those that promise least are left.
  sorts: [{ propertyName: scorePropertyOf.expectedGainHome, direction: 'DESCENDING' as const }],
};

/** The open deals the viewer may see, as many as can be read. */
export function useOpenDeals(): CrmPages {
  return useCrmPages(search, readableRecords);
}
