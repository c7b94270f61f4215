import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../workbench/emulator/coverage.ts';
import { operations } from '../../workbench/emulator/operations.ts';
import { testAccount } from './account.ts';

const sdk = join(dirname(dirname(createRequire(import.meta.url).resolve('@hubspot/api-client'))), 'lib/codegen/crm');
const parts = [
  'objects',
  'deals',
  'companies',
  'contacts',
  'properties',
  'schemas',
  'pipelines',
  'owners',
  'associations/v4',
  'associations/v4/schema',
];

/** Requests the SDK can send, read from the code that builds them: each path with the method it is then sent with. */
function sdkRequests(): ReadonlySet<string> {
  const requests = parts.flatMap((part) => {
    const folder = join(sdk, part, 'apis');
    const sources = readdirSync(folder)
      .filter((file) => file.endsWith('Api.js'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    return sources.flatMap((source) =>
      [...source.matchAll(/localVarPath = '([^']+)'[\s\S]*?HttpMethod\.([A-Z]+)/g)].map(
        ([, path = '', method = '']) => `${method} ${plain(path)}`,
      ),
    );
  });
  return new Set(requests);
}

/** The object types that have SDK parts of their own are parameters elsewhere; the owners have a slash too many. */
function plain(path: string): string {
  return path
    .replace(/\{[^}]+\}/g, '{}')
    .replace(/\/objects\/(deals|companies|contacts)(?!\/gdpr-delete)/, '/objects/{}')
    .replace(/\/$/, '');
}

describe('coverage', () => {
  const account = testAccount();
  const stated = (...states: string[]) =>
    coverage
      .filter(({ status }) => states.includes(status))
      .map(({ request }) => request)
      .sort();

  it('lists what the routes do, and nothing else', () => {
    const routed = operations.map(({ method, paths }) => `${method} ${(paths[0] ?? '').replace(/:\w+/g, '{}')}`);
    expect(stated('supported', 'partial')).toEqual(routed.sort());
  });

  it('lists everything the SDK can ask', () => {
    const listed = new Set(coverage.map(({ request }) => request));
    // Answered by another part of the SDK: label definitions under a second spelling.
    const unlisted = [...sdkRequests()].filter(
      (request) => !listed.has(request) && !request.includes(' /crm/associations/v4/'),
    );
    expect(unlisted).toEqual([]);
    expect(sdkRequests().size).toBeGreaterThan(50);
  });

  it('lists nothing twice', () => {
    expect(new Set(coverage.map(({ request }) => request)).size).toBe(coverage.length);
  });

  it.each(stated('not_emulated'))('%s is a 501 that says so', async (request) => {
    const [method = '', path = ''] = request.split(' ');
    const answer = await account().send(
      method,
      path.replace('{}', 'deals').replaceAll('{}', '1'),
      method === 'GET' || method === 'DELETE' ? undefined : {},
    );
    expect(answer).toMatchObject({ status: 501, body: { status: 'error', category: 'NOT_EMULATED' } });
  });

  it('serves every operation on the dated path as well', () => {
    const undated = operations
      .filter(({ paths }) => !paths.some((path) => path.includes('/2026-09')))
      .map(({ paths }) => paths[0]);
    const oldLinks = '/crm/v3/objects/:objectType/:objectId/associations';
    expect(undated).toEqual([
      `${oldLinks}/:toType`,
      `${oldLinks}/:toType/:toId/:type`,
      `${oldLinks}/:toType/:toId/:type`,
      '/oauth/v2/private-apps/get/access-token-info',
    ]);
  });
});
