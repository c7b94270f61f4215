import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import { appFolder, root } from './paths.ts';

const metaSchema = z.object({
  config: z.object({ entrypoint: z.string().check(z.regex(/^\/app\/functions\/[a-z-]+\.js$/)) }),
});

/** Bundles an entry to one CommonJS file that needs nothing but Node. */
export async function bundleForHubSpot(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    treeShaking: true,
    legalComments: 'none',
    logLevel: 'error',
  });
}

/** Bundles each app function to one CommonJS file beside its metadata (docs/hubspot.md section 3). */
export async function buildFunctions(): Promise<void> {
  const source = join(root, 'serverless', 'functions');
  const target = join(appFolder, 'functions');
  await mkdir(target, { recursive: true });
  const metas = (await readdir(source)).filter((name) => name.endsWith('-hsmeta.json'));
  await Promise.all(
    metas.map(async (meta) => {
      const { config } = metaSchema.parse(JSON.parse(await readFile(join(source, meta), 'utf8')));
      const { base, name } = parse(config.entrypoint);
      await bundleForHubSpot(join(source, `${name}.ts`), join(target, base));
      await cp(join(source, meta), join(target, meta));
    }),
  );
  // HubSpot installs from this file; the bundles need nothing.
  await writeFile(
    join(target, 'package.json'),
    `${JSON.stringify({ name: 'deal-terms-functions', version: '0.1.0', private: true, dependencies: {} }, null, 2)}\n`,
  );
}
