import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { answerOrCut, isApiRequest } from '../emulator/index.ts';

/** HubSpot's API as the emulator answers it. */
export type CrmApi = (request: Request) => Response | Promise<Response>;

/** Everything of HubSpot's API the emulator may know; what it does not do it says itself, so that no part of the API is answered with a page. */
export function crmRoutes(crm: CrmApi): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  routes.use((context, next) =>
    isApiRequest(context.req.raw) ? answerOrCut(crm(context.req.raw), context.env.outgoing) : next(),
  );
  return routes;
}
