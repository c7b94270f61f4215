import { objectTypeOf } from './api/object-types.ts';
import type { PageLocation, PageTarget } from '../remote/worker-contract.ts';

const appPagesRoot = '/app/pages';

/** Address of a record; deals have the shorter one. */
export function recordPath(objectType: string, id: number | string): string {
  const type = objectTypeOf(objectType)?.path ?? objectType;
  return type === 'deals' ? `/deals/${id}` : `/records/${encodeURIComponent(type)}/${id}`;
}

/** Address of a ticket in the help desk. */
export function helpDeskPath(ticketId: string): string {
  return `/help-desk/${ticketId}`;
}

/** The record an address leads to: the workbench's own addresses, and HubSpot's (`/contacts/{account}/record/0-3/{id}`), which extensions link to. */
export function recordAt(path: string): { readonly type: string; readonly id: string } | null {
  const [, deal, type, id] =
    /^\/(?:deals\/(\d+)|(?:records|contacts\/\d+\/record)\/([\w-]+)\/(\d+))\/?$/.exec(path) ?? [];
  if (deal !== undefined) return { type: 'deals', id: deal };
  return type === undefined || id === undefined ? null : { type, id };
}

/** Address of a page of the app: `:names` in the path are filled in from the parameters, the others become the query, as HubSpot's PageLink does. */
export function appPagePath({ to, params = {} }: PageTarget): string {
  const rest = new Map(Object.entries(params));
  const path = to.replace(/:(\w+)/g, (token, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return value === undefined ? token : encodeURIComponent(value);
  });
  const query = new URLSearchParams([...rest]).toString();
  const tail = path === '/' || path === '' ? '' : path.startsWith('/') ? path : `/${path}`;
  return `${appPagesRoot}${tail}${query === '' ? '' : `?${query}`}`;
}

/** Where in the app's pages an address of the workbench is. */
export function appPageLocation(path: string, query: URLSearchParams): PageLocation {
  const inside = path.startsWith(appPagesRoot) ? path.slice(appPagesRoot.length) : '';
  return { path: inside === '' ? '/' : inside, params: Object.fromEntries(query) };
}
