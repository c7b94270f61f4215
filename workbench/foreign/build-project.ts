import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, parse, relative } from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import * as z from 'zod/mini';
import { extensionFolders, readExtensionMetadata } from '../extension-metadata.ts';
import type { Progress } from '../progress.ts';
import type { ProjectFolders } from '../project.ts';

/** A project that cannot be built; the message says which file and why. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
}

/** Folders that are no source of a project, wherever they are. */
const notSource = new Set(['node_modules', '.git', '.workbench']);
const hsprojectSchema = z.object({ name: z.string(), srcDir: z.string() });
const appSchema = z.object({ config: z.object({ name: z.string() }) });
const packageSchema = z.object({
  dependencies: z._default(z.record(z.string(), z.string()), {}),
  workspaces: z.optional(z.unknown()),
});

/** What a project calls itself. */
export function readProjectName(project: string): string {
  return readJson(join(project, 'hsproject.json'), hsprojectSchema).name;
}

export type BuiltProject = ProjectFolders & {
  readonly functions: string;
  /** What was not done as HubSpot does it, a sentence each. */
  readonly remarks: readonly string[];
};

/**
 * Builds a HubSpot project as HubSpot would: its packages installed from its own lockfiles, its extensions bundled by HubSpot's builder. All of it happens in a
 * copy; the project itself is not touched.
 *
 * @param project - holds `hsproject.json`
 * @param work - where the copy and what is made of it go; packages of an earlier build are used again
 * @throws {ProjectError}
 */
export async function buildProject(project: string, work: string, onProgress: Progress): Promise<BuiltProject> {
  const { srcDir } = readJson(join(project, 'hsproject.json'), hsprojectSchema);
  const copy = join(work, 'source');
  const extensions = join(work, 'extensions');
  await copySource(project, copy);
  // Functions are CommonJS unless their own package says otherwise, whatever is around the copy.
  writeFileSync(join(work, 'package.json'), '{ "private": true }\n');
  const app = join(copy, srcDir, 'app');
  const { name } = readJson(join(app, 'app-hsmeta.json'), appSchema).config;
  const remarks: string[] = [];
  for (const folder of packageFolders(app)) {
    const lock = await installPackages(folder, onProgress);
    if (lock === 'out of step') remarks.push(remarkOn(relative(copy, folder)));
  }

  await rm(extensions, { recursive: true, force: true });
  await mkdir(extensions, { recursive: true });
  const metas = extensionFolders.flatMap((folder) => metadataFiles(join(app, folder)));
  const index: unknown[] = [];
  for (const meta of metas) {
    index.push(await bundle(meta, name, join(copy, srcDir), extensions));
    onProgress('extensions built', index.length, metas.length);
  }
  writeFileSync(join(extensions, 'index.json'), JSON.stringify(index, null, 2));
  return { project: copy, extensions, functions: join(app, 'functions'), remarks };
}

/** Files of an earlier copy go, packages installed in it stay. */
async function copySource(project: string, copy: string): Promise<void> {
  await removeSource(copy);
  await cp(project, copy, {
    recursive: true,
    filter: (source) => source === project || !notSource.has(basename(source)),
  });
}

async function removeSource(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') continue;
    if (entry.isDirectory()) {
      await removeSource(path);
      if (readdirSync(path).length === 0) await rm(path, { recursive: true });
    } else await rm(path);
  }
}

/** Where HubSpot installs packages: in the app when that has workspaces, else in each folder of components that wants some. */
function packageFolders(app: string): readonly string[] {
  const wants = (folder: string) => {
    const file = join(folder, 'package.json');
    return existsSync(file) && Object.keys(readJson(file, packageSchema).dependencies).length > 0;
  };
  const ownFile = join(app, 'package.json');
  const hasWorkspaces = existsSync(ownFile) && readJson(ownFile, packageSchema).workspaces !== undefined;
  const folders = hasWorkspaces ? ['functions'] : [...extensionFolders, 'functions'];
  return [
    ...(hasWorkspaces || wants(app) ? [app] : []),
    ...folders.map((folder) => join(app, folder)).filter((folder) => wants(folder)),
  ];
}

/** As the lockfile says where there is one that fits the package; not again while both say the same. */
async function installPackages(folder: string, onProgress: Progress): Promise<'followed' | 'out of step'> {
  const lock = join(folder, 'package-lock.json');
  const hasLock = existsSync(lock);
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package.json')))
    .update(hasLock ? readFileSync(lock) : '')
    .digest('hex');
  const stamp = join(folder, 'node_modules', '.workbench-installed');
  const [kept = '', keptLock] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split('\n') : [];
  if (kept === wanted) return keptLock === 'out of step' ? 'out of step' : 'followed';
  onProgress(`packages of ${basename(folder)}`, 0, 1);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  let said = await runNpm([hasLock ? 'ci' : 'install', ...quiet], folder);
  const isOutOfStep = hasLock && said !== null && /\bEUSAGE\b/.test(said);
  if (isOutOfStep) said = await runNpm(['install', ...quiet], folder);
  if (said !== null) throw new ProjectError(`npm could not install the packages of ${folder}:\n${said}`);
  const followed = isOutOfStep ? 'out of step' : 'followed';
  await mkdir(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${wanted}\n${followed}`);
  onProgress(`packages of ${basename(folder)}`, 1, 1);
  return followed;
}

function remarkOn(folder: string): string {
  const path = folder.replaceAll('\\', '/');
  return `${path}/package-lock.json does not fit ${path}/package.json, and "npm ci" refuses it. "npm install" chose the packages instead; run it in ${path} and keep the lockfile it writes.`;
}

/** @returns what npm said when it failed; null when it did not */
async function runNpm(args: readonly string[], folder: string): Promise<string | null> {
  const npm = process.env['npm_execpath'];
  const [program, ...first] =
    npm === undefined ? [process.platform === 'win32' ? 'npm.cmd' : 'npm'] : [process.execPath, npm];
  const child = spawn(program, [...first, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return status === 0 ? null : said.trim();
}

function metadataFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('-hsmeta.json'))
    .sort()
    .map((name) => join(folder, name));
}

/** Bundles one extension; the answer is its line in the index the workbench reads. */
async function bundle(meta: string, appName: string, source: string, extensions: string): Promise<unknown> {
  const { entrypoint, ...extension } = declared(meta, appName);
  const entry = join(source, entrypoint);
  if (!existsSync(entry)) throw new ProjectError(`${meta} names ${entrypoint}, and there is no such file.`);
  try {
    await remoteBuild({
      root: dirname(entry),
      entryPoint: entry,
      // The builder empties its output folder, so each extension has one of its own.
      outputDir: join(extensions, extension.uid),
      logLevel: 'silent',
      appConfig: { variables: {} },
    });
  } catch (error) {
    throw new ProjectError(
      `HubSpot's builder does not take ${entrypoint}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  return { ...extension, file: `${extension.uid}/${parse(entry).name}.js` };
}

function declared(meta: string, appName: string) {
  try {
    return readExtensionMetadata(JSON.parse(readFileSync(meta, 'utf8')), appName);
  } catch (error) {
    throw new ProjectError(`${meta} is no metadata of an extension: ${reasonOf(error)}`, { cause: error });
  }
}

function readJson<T>(file: string, schema: z.ZodMiniType<T>): T {
  if (!existsSync(file))
    throw new ProjectError(
      `There is no ${file}. A HubSpot project has hsproject.json, and its app in src/app with app-hsmeta.json.`,
    );
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new ProjectError(`${file} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.core.$ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
