import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { answerOrCut } from '../emulator/index.ts';

/** HubSpot's API as the emulator answers it. */
export type CrmApi = (request: Request) => Response | Promise<Response>;

/** Everything of HubSpot's API the emulator may know; what it does not do it says itself. */
export function crmRoutes(crm: CrmApi): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  for (const path of ['/crm/*', '/crm-object-schemas/*', '/account-info/*'])
    routes.all(path, (context) => answerOrCut(crm(context.req.raw), context.env.outgoing));
  return routes;
}
