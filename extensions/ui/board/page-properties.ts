import { boardDealPropertyNames } from '@deal-terms/core/crm';
import { exportedPropertyNames } from '@deal-terms/core/insights';

/** What a page of the table reads of each deal: its line, and what a file of the selected ones holds. */
export const pagePropertyNames: readonly string[] = [...new Set([...exportedPropertyNames, ...boardDealPropertyNames])];
