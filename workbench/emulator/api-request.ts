/** A segment that names a version: `v3`, or a date such as `2026-09`, a beta's too. */
const versionSegment = /\/(?:v\d+|20\d{2}-\d{2}(?:-beta)?)(?:\/|$)/;
/** Parts of the API, whatever comes after. */
const apiParts = /^\/(?:crm|crm-object-schemas|account-info|oauth|collector)\//;

/** Whether a request is meant for HubSpot's API, where HubSpot's pages and their API share an origin; paths of `/workbench/` never are. Pages are only read. */
export function isApiRequest(request: Request): boolean {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/workbench/')) return false;
  const isForPage = request.method === 'GET' || request.method === 'HEAD';
  return !isForPage || apiParts.test(pathname) || versionSegment.test(pathname);
}
