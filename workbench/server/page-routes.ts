import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Project } from '../project.ts';

/** Files of the page and bundles of the app; every other address is the page itself, which does its own routing. */
export function pageRoutes(pageFolder: string, project: Project): Hono {
  const routes = new Hono();

  routes.use(
    '/workbench/assets/*',
    serveStatic({ root: pageFolder, rewriteRequestPath: (path) => path.replace('/workbench/assets/', '/') }),
  );

  routes.get('/workbench/bundles/:file', async (context) => {
    const extension = project.extensions().find(({ uid }) => `${uid}.js` === context.req.param('file'));
    if (extension === undefined) return context.text(`There is no extension bundle ${context.req.param('file')}.`, 404);
    const isCurrent = new URL(context.req.url).search === `?${extension.hash}`;
    return context.body(await readFile(extension.bundle, 'utf8'), 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-store',
    });
  });

  routes.all('/workbench/*', (context) => context.text(`The workbench has no ${context.req.path}.`, 404));
  routes.get('*', async (context) =>
    context.html(await readFile(join(pageFolder, 'index.html'), 'utf8'), 200, { 'cache-control': 'no-cache' }),
  );
  return routes;
}
