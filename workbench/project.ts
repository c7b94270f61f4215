import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { AppFunction } from './functions/function-pool.ts';
import { extensionSchema } from './protocol.ts';

/** Where the built HubSpot project and its built extension bundles are. */
export type ProjectFolders = {
  /** Holds `hsproject.json`. */
  readonly project: string;
  /** Holds `index.json` and one bundle an extension. */
  readonly extensions: string;
};

export type BuiltExtension = z.infer<typeof builtExtensionSchema> & {
  /** Absolute path of the bundle. */
  readonly bundle: string;
  /** Of the bundle's content. */
  readonly hash: string;
};

/** The app as it would be uploaded to HubSpot, as far as running it locally needs it. */
export type Project = {
  readonly appName: string;
  readonly scopes: readonly string[];
  readonly extensions: readonly BuiltExtension[];
  readonly functions: readonly AppFunction[];
};

const hsprojectSchema = z.object({ srcDir: z.string() });
const appSchema = z.object({ config: z.object({ name: z.string(), auth: z.object({ requiredScopes: z.array(z.string()), optionalScopes: z._default(z.array(z.string()), []) }) }) });
const functionSchema = z.object({ uid: z.string(), type: z.literal('app-function'), config: z.object({ entrypoint: z.string(), secretKeys: z._default(z.array(z.string()), []) }) });
const builtExtensionSchema = z.extend(z.omit(extensionSchema, { bundleUrl: true }), { /** File name in the extensions folder. */ file: z.string() });
const indexSchema = z.array(builtExtensionSchema);

/**
 * Reads the app from what the build wrote.
 *
 * @throws {Error} when something is missing or not as HubSpot's metadata is; the message names the file
 */
export function readProject({ project, extensions }: ProjectFolders): Project {
  const { srcDir } = readJson(join(project, 'hsproject.json'), hsprojectSchema);
  const source = join(project, srcDir);
  const { config } = readJson(join(source, 'app', 'app-hsmeta.json'), appSchema);
  return {
    appName: config.name,
    scopes: [...config.auth.requiredScopes, ...config.auth.optionalScopes],
    extensions: readJson(join(extensions, 'index.json'), indexSchema).map((extension) => readExtension(extensions, extension)),
    functions: readFunctions(source),
  };
}

function readExtension(folder: string, extension: z.infer<typeof builtExtensionSchema>): BuiltExtension {
  const bundle = join(folder, extension.file);
  const hash = createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 16);
  return { ...extension, bundle, hash };
}

/** HubSpot looks in exactly this folder, not below it. */
function readFunctions(source: string): AppFunction[] {
  const folder = join(source, 'app', 'functions');
  const metas = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('-hsmeta.json')) : [];
  return metas.sort().map((name) => {
    const { uid, config } = readJson(join(folder, name), functionSchema);
    return { uid, file: join(source, config.entrypoint), secretKeys: config.secretKeys };
  });
}

function readJson<T>(file: string, schema: z.ZodMiniType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`Cannot use ${file}: ${error instanceof z.core.$ZodError ? z.prettifyError(error) : String(error)}. Is the project built?`, { cause: error });
  }
}
