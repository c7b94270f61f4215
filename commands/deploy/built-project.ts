import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';

const metaSchema = z.object({
  uid: z.string(),
  type: z.string(),
  config: z.object({
    entrypoint: z.optional(z.string()),
    secretKeys: z.optional(z.array(z.string())),
    auth: z.optional(z.object({ requiredScopes: z.array(z.string()), optionalScopes: z.array(z.string()) })),
  }),
});
const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.optional(z.string()) })) });

export type Component = {
  readonly uid: string;
  readonly type: string;
  /** Absolute; null for the app itself. */ readonly entrypoint: string | null;
  /** Required and optional ones. */
  readonly scopes: readonly string[];
  /** Names of secrets the account must have. */ readonly secretKeys: readonly string[];
};
/** A file with its path from the project's or bundles' folder. */
export type BuiltFile = { readonly name: string; readonly text: string };

/** The project as `npm run build` wrote it, as far as it is checked before an upload. */
export type BuiltProject = {
  readonly folder: string;
  readonly components: readonly Component[];
  /** Version of React the lockfile installs; null for none. */
  readonly reactVersion: string | null;
  /** Everything that is uploaded. */
  readonly files: readonly BuiltFile[];
  /** What HubSpot's builder makes of each extension, by uid. */
  readonly extensionBundles: ReadonlyMap<string, BuiltFile>;
};

/**
 * Reads the built project.
 *
 * @param folder - holds `hsproject.json`
 * @param bundlesFolder - holds a folder of bundles for each extension
 * @throws {ZodError} metadata of another shape
 */
export function readBuiltProject(folder: string, bundlesFolder: string): BuiltProject {
  const files = filesUnder(folder);
  const metas = files
    .filter(({ name }) => name.endsWith('-hsmeta.json'))
    .map(({ text }) => metaSchema.parse(JSON.parse(text)));
  const components = metas.map(({ uid, type, config }): Component => ({
    uid,
    type,
    entrypoint: config.entrypoint === undefined ? null : join(folder, 'src', config.entrypoint),
    scopes: [...(config.auth?.requiredScopes ?? []), ...(config.auth?.optionalScopes ?? [])],
    secretKeys: config.secretKeys ?? [],
  }));
  const lock = files.find(({ name }) => name === join('src', 'app', 'package-lock.json'));
  const reactVersion =
    lock === undefined
      ? null
      : (lockSchema.parse(JSON.parse(lock.text)).packages['node_modules/react']?.version ?? null);
  const bundles = existsSync(bundlesFolder) ? filesUnder(bundlesFolder).filter(({ name }) => name.endsWith('.js')) : [];
  return {
    folder,
    components,
    reactVersion,
    files,
    extensionBundles: new Map(bundles.map((file) => [file.name.split(/[/\\]/)[0] ?? '', file])),
  };
}

function filesUnder(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path), text: readFileSync(path, 'utf8') }));
}
