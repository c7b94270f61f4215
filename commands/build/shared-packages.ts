import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import { appFolder, root } from './paths.ts';

const packageSchema = z.looseObject({
  name: z.string(),
  exports: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
});

/** Workspace packages the extensions share, and where HubSpot's builder finds them (docs/hubspot.md section 2). */
const sharedPackages = [
  { source: 'src', target: 'core' },
  { source: 'extensions/ui', target: 'ui' },
] as const;

/**
 * Compiles a shared package to JavaScript, one file for each door of the package: entries are built far from this
 * repository, so nothing may be left to compile.
 */
async function buildPackage(source: string, target: string): Promise<void> {
  const folder = join(appFolder, 'packages', target);
  const { name, exports, dependencies } = packageSchema.parse(
    JSON.parse(await readFile(join(root, source, 'package.json'), 'utf8')),
  );
  const doors = Object.entries(exports).map(([door, file]) => ({
    door,
    file: file.replace(/^\.\//, ''),
    out: door === '.' ? 'index' : door.replace(/^\.\//, ''),
  }));
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: doors.map(({ file, out }) => ({ in: join(root, source, file), out })),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    jsx: 'automatic',
    packages: 'external',
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'error',
  });
  const shipped = {
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    sideEffects: false,
    exports: Object.fromEntries(doors.map(({ door, out }) => [door, { default: `./${out}.js` }])),
    files: ['*.js', 'chunks'],
    dependencies,
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
}

/** Compiles every shared package. */
export async function buildSharedPackages(): Promise<void> {
  await Promise.all(sharedPackages.map(({ source, target }) => buildPackage(source, target)));
}
