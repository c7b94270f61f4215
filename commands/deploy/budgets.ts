// Budgets of our own for bundles, gzipped; HubSpot’s limits are not published.
/** The goal is 60: evidence and names of payment terms in six languages have brought the largest to 75. */
export const functionBytes = 80 * 1024;
const cardBytes = 120 * 1024;
/** HubSpot takes one extension of pages: the six pages share a bundle. */
const pagesBytes = 120 * 1024;

/**
 * Budget of an extension's bundle.
 *
 * @param type - of the component: card, page, settings or crm-bulk-action
 */
export function extensionBytesOf(type: string): number {
  return type === 'page' ? pagesBytes : cardBytes;
}
