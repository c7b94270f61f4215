import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { readExtensionMetadata } from '../../workbench/extension-metadata.ts';
import { extensionsFolder, root } from './paths.ts';
import { usedExtensionPoints } from './project.ts';

/** What the app's pages and settings are called, which have no name of their own. */
const appName = 'Strategic Deal Terms';

/** Builds one extension with HubSpot's own builder; the answer is its line in the index the workbench reads. */
async function bundleExtension(point: string, meta: string) {
  const folder = join(root, 'extensions', point);
  const { entrypoint, ...extension } = readExtensionMetadata(
    JSON.parse(await readFile(join(folder, meta), 'utf8')),
    appName,
  );
  const { base, name } = parse(entrypoint);
  // The builder empties its output folder, so each extension has one of its own.
  await remoteBuild({
    root: folder,
    entryPoint: join(folder, base),
    outputDir: join(extensionsFolder, extension.uid),
    logLevel: 'error',
    appConfig: { variables: {} },
  });
  return { ...extension, file: `${extension.uid}/${name}.js` };
}

/** Writes `build/extensions`: the bundles the workbench shows, with an index. */
export async function bundleExtensions(): Promise<void> {
  await rm(extensionsFolder, { recursive: true, force: true });
  await mkdir(extensionsFolder, { recursive: true });
  const index = [];
  for (const point of await usedExtensionPoints()) {
    const metas = (await readdir(join(root, 'extensions', point))).filter((name) => name.endsWith('-hsmeta.json'));
    for (const meta of metas.sort()) index.push(await bundleExtension(point, meta));
  }
  await writeFile(join(extensionsFolder, 'index.json'), JSON.stringify(index, null, 2));
}
