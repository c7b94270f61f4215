// Budgets of our own for bundles, gzipped; HubSpot’s limits are not published.
/**
 * A function that scores or values a deal reads terms as people type them into HubSpot, in six languages: the words weigh 10 KB, the model as much,
 * zod the same. Functions that only read what the app stored stay below 45.
 */
export const functionBytes = 75 * 1024;
const cardBytes = 120 * 1024;
/** HubSpot takes one extension of pages: the seven pages share a bundle, of which the plan and the meeting are the largest parts. */
const pagesBytes = 150 * 1024;

/**
 * Budget of an extension's bundle.
 *
 * @param type - of the component: card, page, settings or crm-bulk-action
 */
export function extensionBytesOf(type: string): number {
  return type === 'page' ? pagesBytes : cardBytes;
}
