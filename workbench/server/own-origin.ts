import type { MiddlewareHandler } from 'hono';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Lets in only who asked for this server by a loopback name, from a page of its own or from no page at all.
 * Access tokens of the workbench are no secrets, so a foreign page must not get that far: by a request of its own or by rebinding its name to 127.0.0.1.
 */
export function onlyOwnOrigin(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    if (!loopbackNames.has(host.replace(/:\d+$/, '')))
      return context.text(`The workbench answers on loopback only, not as ${host}.`, 403);
    if (origin !== undefined && origin !== `http://${host}`)
      return context.text(`The workbench answers its own pages only, not those of ${origin}.`, 403);
    return next();
  };
}
