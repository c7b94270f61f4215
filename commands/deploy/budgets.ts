// Budgets of our own for bundles, gzipped; HubSpot’s limits are not published.
const functionBytes = 60 * 1024;
/**
 * Functions that weigh a deal read its terms as people type them into HubSpot, in six languages: these words alone are 10 KB, and what reads them is as
 * much again. No function of these can do without: somebody may type other terms between two of their calls.
 */
const weighingFunctionBytes = 75 * 1024;
const weighingFunctions = new Set([
  'score_deal',
  'rescore_deals',
  'offer_terms',
  'decide_offer',
  'request_expedite',
  'decide_expedite',
  'open_expedite',
  'open_ticket',
]);
const cardBytes = 120 * 1024;
/** HubSpot takes one extension of pages: the seven pages share a bundle, of which the plan and the meeting are the largest parts. */
const pagesBytes = 150 * 1024;

/**
 * Budget of a function's bundle.
 *
 * @param uid - of the component
 */
export function functionBytesOf(uid: string): number {
  return weighingFunctions.has(uid) ? weighingFunctionBytes : functionBytes;
}

/**
 * Budget of an extension's bundle.
 *
 * @param type - of the component: card, page, settings or crm-bulk-action
 */
export function extensionBytesOf(type: string): number {
  return type === 'page' ? pagesBytes : cardBytes;
}
