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
export type App = {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly functions: readonly AppFunction[];
  /** What `hubspot.fetch` may reach: beginnings of addresses. */
  readonly permittedFetchUrls: readonly string[];
  /** Where requests to an origin go instead while developing, by origin: `proxy` of the app's `local.json`. */
  readonly localProxy: Readonly<Record<string, string>>;
};

/** The built project, read again at each question: what was rebuilt meanwhile is what is answered. All throw an error that names the file when something is missing or wrong. */
export type Project = {
  readonly app: () => App;
  readonly extensions: () => readonly BuiltExtension[];
};

/** One app is installed; HubSpot would number it when it is uploaded. */
const appId = 1;

const hsprojectSchema = z.object({ srcDir: z.string() });
const appSchema = z.object({
  config: z.object({
    name: z.string(),
    auth: z.object({ requiredScopes: z.array(z.string()), optionalScopes: z._default(z.array(z.string()), []) }),
    permittedUrls: z.optional(z.object({ fetch: z._default(z.array(z.string()), []) })),
  }),
});
const localSchema = z.object({ proxy: z._default(z.record(z.string(), z.string()), {}) });
const functionSchema = z.object({
  uid: z.string(),
  type: z.literal('app-function'),
  config: z.object({ entrypoint: z.string(), secretKeys: z._default(z.array(z.string()), []) }),
});
const builtExtensionSchema = z.extend(z.omit(extensionSchema, { bundleUrl: true }), {
  /** File name in the extensions folder. */ file: z.string(),
});
const indexSchema = z.array(builtExtensionSchema);

export function openProject({ project, extensions }: ProjectFolders): Project {
  return {
    app: () => {
      const { srcDir } = readJson(join(project, 'hsproject.json'), hsprojectSchema);
      const source = join(project, srcDir);
      const { name, auth, permittedUrls } = readJson(join(source, 'app', 'app-hsmeta.json'), appSchema).config;
      const local = join(source, 'app', 'local.json');
      return {
        id: appId,
        name,
        scopes: [...auth.requiredScopes, ...auth.optionalScopes],
        functions: readFunctions(source),
        permittedFetchUrls: permittedUrls?.fetch ?? [],
        localProxy: existsSync(local) ? readJson(local, localSchema).proxy : {},
      };
    },
    extensions: () =>
      readJson(join(extensions, 'index.json'), indexSchema).map((extension) => readExtension(extensions, extension)),
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
    throw new Error(
      `Cannot use ${file}: ${error instanceof z.core.$ZodError ? z.prettifyError(error) : String(error)}. Is the project built?`,
      { cause: error },
    );
  }
}
