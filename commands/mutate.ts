import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/**
 * `npm run mutate -- <folder>`: changes the code of a folder in small ways, one at a time, and says which changes no test notices.
 * A file works too. It takes minutes and is not part of CI; the report is in `.workbench/mutation.html`.
 */
const usage = 'Usage: npm run mutate -- <folder or file of src or serverless>';

/** What Stryker is to mutate, or null when there is no such thing. */
function mutatedFiles(path: string): string | null {
  const normal = path.replace(/\/+$/, '');
  if (!/^(src|serverless)(\/|$)/.test(normal)) return null;
  const found = statSync(normal, { throwIfNoEntry: false });
  if (found === undefined) return null;
  return found.isDirectory() ? `${normal}/**/*.ts` : normal;
}

const [path = ''] = process.argv.slice(2);
const files = mutatedFiles(path);
if (files === null) {
  console.error(usage);
  process.exitCode = 1;
} else {
  const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', files], {
    stdio: 'inherit',
    env: { ...process.env, MUTATED: path },
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
