import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The SDK by its front door, as its own guide has it. */
const withClient = "new (require('@hubspot/api-client').Client)({ accessToken: 'x' }).crm.deals.basicApi;";

/**
 * The functions' own code, minified as in their bundles, with its two packages left where npm put them and the SDK loaded by its front door.
 *
 * @param files - names of the functions' bundles
 * @returns the folder they are in, inside of the repository so that packages are found
 */
export async function buildUnbundled(files: readonly string[]): Promise<string> {
  const outdir = mkdtempSync(join(process.cwd(), 'build', 'unbundled-'));
  await build({
    entryPoints: files.map((file) => join('serverless', 'functions', file.replace(/js$/, 'ts'))),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    logLevel: 'error',
    external: ['@hubspot/api-client', 'zod'],
    banner: { js: withClient },
  });
  return outdir;
}
