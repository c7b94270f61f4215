import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from './functions.ts';
import { appFolder, extensionPoints, projectFolder, root } from './paths.ts';
import { buildSharedPackages } from './shared-packages.ts';

const hsproject = { name: 'strategic-deal-terms', srcDir: 'src', platformVersion: '2026.09' };

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Extension points of the repository that hold an extension. */
export async function usedExtensionPoints(): Promise<readonly string[]> {
  const used = await Promise.all(
    extensionPoints.map(async (point) => {
      const folder = join(root, 'extensions', point);
      return existsSync(folder) && (await readdir(folder)).some((name) => name.endsWith('-hsmeta.json')) ? [point] : [];
    }),
  );
  return used.flat();
}

/** Entries and metadata of one extension point, as they are, with the package HubSpot builds them in. */
async function copyExtensionPoint(point: string): Promise<void> {
  const target = join(appFolder, point);
  await cp(join(root, 'extensions', point), target, { recursive: true });
  const dependencies = { '@deal-terms/ui': '0.1.0', '@hubspot/ui-extensions': '0.17.0', react: '18.3.1' };
  await writeFile(
    join(target, 'package.json'),
    json({ name: `deal-terms-${point}`, version: '0.1.0', private: true, type: 'module', dependencies }),
  );
}

/** Writes `build/hubspot`: the project as `hs project upload` takes it (platform 2026.09). */
export async function assembleProject(): Promise<void> {
  await rm(projectFolder, { recursive: true, force: true });
  await mkdir(appFolder, { recursive: true });
  const points = await usedExtensionPoints();
  await Promise.all([
    writeFile(join(projectFolder, 'hsproject.json'), json(hsproject)),
    cp(join(root, 'extensions', 'app-hsmeta.json'), join(appFolder, 'app-hsmeta.json')),
    writeFile(
      join(appFolder, 'package.json'),
      json({
        name: 'strategic-deal-terms-app',
        version: '0.1.0',
        private: true,
        workspaces: [...points, 'packages/*'],
      }),
    ),
    ...points.map(copyExtensionPoint),
    buildSharedPackages(),
    buildFunctions(),
  ]);
  const lock = join(root, 'extensions', 'project-package-lock.json');
  if (existsSync(lock)) await cp(lock, join(appFolder, 'package-lock.json'));
}
