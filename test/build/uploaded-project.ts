import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project as `npm run build` wrote it (`npm test` does so first), copied outside the repository, where nothing but its own lockfile provides for it. */
export function uploadedProject(): { readonly folder: string; readonly app: string; readonly remove: () => void } {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'hubspot-project-'));
  cpSync(join(root, 'build', 'hubspot'), folder, { recursive: true });
  const app = join(folder, 'src', 'app');
  const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: app,
    encoding: 'utf8',
  });
  if (installed.status !== 0) throw new Error(installed.stderr);
  return { folder, app, remove: () => rmSync(folder, { recursive: true }) };
}
