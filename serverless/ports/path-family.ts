/** HubSpot's two families of API paths: the numbered one the SDK sends, and the dated one that outlives it (design: API family). */
export type PathFamily = 'v3' | '2026-03';

/** The one switch between them. */
export const pathFamily: PathFamily = 'v3';

const rules: readonly (readonly [RegExp, string])[] = [
  [/^\/crm\/v[34]\/objects(?=\/)/, '/crm/objects/2026-03'],
  [/^\/crm\/v4\/associations(?=\/)/, '/crm/associations/2026-03'],
  [/^\/crm\/v3\/(properties|pipelines|owners)(?=\/|$)/, '/crm/$1/2026-03'],
];

/**
 * The path of the wanted family for a path as the SDK builds it; paths that have no dated twin stay as they are.
 *
 * @param path - absolute path without query, e.g. `/crm/v3/objects/deals/1`
 * @param family - wanted family
 * @example pathIn('/crm/v3/objects/deals/1', '2026-03') // => '/crm/objects/2026-03/deals/1'
 */
export function pathIn(path: string, family: PathFamily): string {
  if (family === 'v3') return path;
  const rule = rules.find(([pattern]) => pattern.test(path));
  return rule === undefined ? path : path.replace(rule[0], rule[1]);
}
