import { Hono } from 'hono';
import type { ApiJournal } from '../functions/api-journal.ts';

/** HubSpot's API as the emulator answers it. */
export type CrmApi = (request: Request) => Response | Promise<Response>;

/**
 * `/crm/...`, `/crm-object-schemas/...` and `/account-info/...`, answered by the emulator; each request is noted for the function call its token belongs to.
 */
export function crmRoutes(crm: CrmApi, journal: ApiJournal): Hono {
  const routes = new Hono();
  const answer = async (request: Request): Promise<Response> => {
    const beganMs = performance.now();
    const response = await crm(request);
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
    const { pathname, search } = new URL(request.url);
    journal.note(token, { method: request.method, path: pathname + search, status: response.status, durationMs: Math.round(performance.now() - beganMs) });
    return response;
  };
  for (const path of ['/crm/*', '/crm-object-schemas/*', '/account-info/*']) routes.all(path, (context) => answer(context.req.raw));
  return routes;
}
