import { Hono } from 'hono';

/** HubSpot's API as the emulator answers it. */
export type CrmApi = (request: Request) => Response | Promise<Response>;

/** Everything of HubSpot's API the emulator may know; what it does not do it says itself. */
export function crmRoutes(crm: CrmApi): Hono {
  const routes = new Hono();
  for (const path of ['/crm/*', '/crm-object-schemas/*', '/account-info/*']) routes.all(path, (context) => crm(context.req.raw));
  return routes;
}
