/** Budgets of our own for bundles, gzipped; HubSpot's limits are not published. */
export const functionBytes = 72 * 1024;
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
