import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';

/** Commands and tests run in the repository's root; this file may be bundled elsewhere. */
const workbenchFolder = join(process.cwd(), 'workbench');

/** Browsers with which the page is expected to work. */
const target = ['chrome110', 'firefox115', 'safari16.4'];

export type BundleHostOptions = {
  /** React's development build, which warns of mistakes; not minified. For tests. */
  readonly isDevelopment?: boolean;
};

/**
 * Builds the workbench's page.
 *
 * @param outDir - receives `index.html`, `host.js`, `host.css`, and `remote.js`, the script of the extensions' workers; created when missing
 */
export async function bundleHost(outDir: string, { isDevelopment = false }: BundleHostOptions = {}): Promise<void> {
  const common: BuildOptions = {
    bundle: true,
    minify: !isDevelopment,
    target,
    jsx: 'automatic',
    jsxDev: isDevelopment,
    define: { 'process.env.NODE_ENV': isDevelopment ? '"development"' : '"production"' },
    legalComments: 'none',
    logLevel: 'warning',
  };
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    build({
      ...common,
      entryPoints: { host: join(workbenchFolder, 'host', 'main.tsx') },
      outdir: outDir,
      format: 'esm',
    }),
    // A classic script: workers load bundles with importScripts, which module workers do not have. React stays the production build, as in HubSpot's worker.
    build({
      ...common,
      entryPoints: { remote: join(workbenchFolder, 'remote', 'boot.ts') },
      outdir: outDir,
      format: 'iife',
      jsxDev: false,
      define: { 'process.env.NODE_ENV': '"production"' },
    }),
    copyFile(join(workbenchFolder, 'host', 'index.html'), join(outDir, 'index.html')),
  ]);
}
