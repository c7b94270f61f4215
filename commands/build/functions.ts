import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import * as z from 'zod/mini';
import { appFolder, root } from './paths.ts';

const metaSchema = z.object({ config: z.object({ entrypoint: z.string().check(z.regex(/^\/app\/functions\/[a-z-]+\.js$/)) }) });

/**
 * `form-data` is asked for by the SDK and used only for file uploads, which no function makes; it alone costs more time at a
 * cold start than all the rest, so a class without behaviour stands in for it.
 */
const formDataStub = 'module.exports = class FormData {};';

/**
 * Generated parts of the SDK that reach a bundle only because its index names them, and that no function calls: batches and reports
 * of associations. A function that came to need one would fail in its first test.
 */
const unusedSdkParts = /codegen[/\\]crm[/\\]associations[/\\]v4[/\\](apis[/\\](Batch|Report)Api|models[/\\](Batch|Public|Labels|Report|Date)\w*)\.js$/;
const withoutUnusedSdkParts: Plugin = {
  name: 'without-unused-sdk-parts',
  setup: (bundling) => bundling.onLoad({ filter: unusedSdkParts }, () => ({ contents: '' })),
};

/** Bundles an entry of `serverless` to one CommonJS file that needs nothing but Node. */
export async function bundleForHubSpot(entry: string, outfile: string): Promise<void> {
  const stub = join(root, 'build', 'form-data-stub.cjs');
  await mkdir(dirname(stub), { recursive: true });
  await writeFile(stub, formDataStub);
  await build({
    entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20',
    minify: true, treeShaking: true, legalComments: 'none', alias: { 'form-data': stub }, logLevel: 'error',
    plugins: [withoutUnusedSdkParts],
  });
}

/** Bundles each app function to one CommonJS file beside its metadata (platform: app functions). */
export async function buildFunctions(): Promise<void> {
  const source = join(root, 'serverless');
  const target = join(appFolder, 'functions');
  await mkdir(target, { recursive: true });
  const metas = (await readdir(source)).filter((name) => name.endsWith('-hsmeta.json'));
  await Promise.all(metas.map(async (meta) => {
    const { config } = metaSchema.parse(JSON.parse(await readFile(join(source, meta), 'utf8')));
    const { base, name } = parse(config.entrypoint);
    await bundleForHubSpot(join(source, `${name}.ts`), join(target, base));
    await cp(join(source, meta), join(target, meta));
  }));
  // HubSpot installs from this file; the bundles need nothing.
  await writeFile(join(target, 'package.json'), `${JSON.stringify({ name: 'deal-terms-functions', version: '0.1.0', private: true, dependencies: {} }, null, 2)}\n`);
}
