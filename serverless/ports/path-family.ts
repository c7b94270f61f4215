/** HubSpot's two families of API paths: the numbered one the SDK sends, and the dated one that outlives it (docs/hubspot.md section 4). */
export type PathFamily = 'v3' | '2026-09';

/** The one switch between them. */
export const pathFamily: PathFamily = 'v3';

const version: Exclude<PathFamily, 'v3'> = '2026-09';

/** Where each part of the API begins in either family. The dated roots are not uniform, and one of them takes the place of two. */
const roots: readonly (readonly [numbered: string, dated: string])[] = [
  ['/crm/v3/objects', `/crm/objects/${version}`],
  ['/crm/v4/objects', `/crm/objects/${version}`],
  ['/crm/v4/associations', `/crm/associations/${version}`],
  ['/crm/v3/properties', `/crm/properties/${version}`],
  ['/crm/v3/pipelines', `/crm/pipelines/${version}`],
  ['/crm/v3/owners', `/crm/owners/${version}`],
  ['/crm/v3/limits', `/crm/limits/${version}`],
  ['/crm-object-schemas/v3/schemas', `/crm-object-schemas/${version}/schemas`],
  ['/account-info/v3/details', `/account-info/${version}/details`],
];

/**
 * The path of the wanted family for a path as the SDK builds it; paths that have no dated twin stay as they are.
 *
 * @param path - absolute path without query, e.g. `/crm/v3/objects/deals/1`
 * @param family - wanted family
 * @example pathIn('/crm/v3/objects/deals/1', '2026-09') // => '/crm/objects/2026-09/deals/1'
 */
export function pathIn(path: string, family: PathFamily): string {
  if (family === 'v3') return path;
  const root = roots.find(([numbered]) => path === numbered || path.startsWith(`${numbered}/`));
  return root === undefined ? path : root[1] + path.slice(root[0].length);
}
