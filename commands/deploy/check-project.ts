import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { apiCalls } from '../../serverless/runtime/api-calls.ts';
import { extensionBytesOf, functionBytesOf } from './budgets.ts';
import type { BuiltProject } from './built-project.ts';
import { secretsIn } from './secrets.ts';
import { whyNotUploadFrom } from './upload-folder.ts';
import { validateProject } from './validate-project.ts';

/** One thing looked at before an upload: `found` is what is good to know, `problems` what forbids the upload. */
export type Check = { readonly what: string; readonly found: string; readonly problems: readonly string[] };

/** React as HubSpot provides it to extensions. */
const reactVersion = '18.3.1';
const extensionTypes = new Set(['card', 'page', 'settings', 'crm-bulk-action']);

/**
 * Everything about a built project that can be checked without an account.
 *
 * @param environment - secrets that must not be in it may stand here
 */
export async function checkProject(
  project: BuiltProject,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Check[]> {
  return [
    await checkValidator(project),
    checkEntrypoints(project),
    checkScopes(project),
    checkReact(project),
    checkSizes(project),
    checkSecrets(project, environment),
    checkFolder(project),
  ];
}

async function checkValidator({ folder, components }: BuiltProject): Promise<Check> {
  const what = 'HubSpot’s project validator';
  try {
    const { uids, skipped } = await validateProject(folder);
    const missing = components.map(({ uid }) => uid).filter((uid) => !uids.includes(uid));
    return {
      what,
      found: `${uids.length} components`,
      problems: [
        ...skipped.map((file) => `passed over ${JSON.stringify(file)}`),
        ...missing.map((uid) => `does not know ${uid}`),
      ],
    };
  } catch (error) {
    return { what, found: 'refused', problems: [error instanceof Error ? error.toString() : String(error)] };
  }
}

function checkEntrypoints({ components }: BuiltProject): Check {
  const entrypoints = components.flatMap(({ uid, entrypoint }) => (entrypoint === null ? [] : [{ uid, entrypoint }]));
  return {
    what: 'Entry points',
    found: `${entrypoints.length} files`,
    problems: entrypoints
      .filter(({ entrypoint }) => !existsSync(entrypoint))
      .map(({ uid, entrypoint }) => `${uid} names ${entrypoint}, which is not there`),
  };
}

function checkScopes({ components }: BuiltProject): Check {
  const asked = new Set(components.flatMap(({ scopes }) => scopes));
  const needed = new Map(apiCalls.map(({ scope, call }) => [scope, call]));
  return {
    what: 'Scopes against the API calls made',
    found: `${asked.size} scopes for ${apiCalls.length} kinds of calls`,
    problems: [
      ...[...needed]
        .filter(([scope]) => !asked.has(scope))
        .map(([scope, call]) => `${scope} is missing: ${call} needs it`),
      ...[...asked].filter((scope) => !needed.has(scope)).map((scope) => `${scope} is asked for and no call needs it`),
    ],
  };
}

function checkReact({ reactVersion: found }: BuiltProject): Check {
  return {
    what: 'React',
    found: found ?? 'none',
    problems: found === reactVersion ? [] : [`HubSpot provides React ${reactVersion}`],
  };
}

function checkSizes({ components, files, extensionBundles, folder }: BuiltProject): Check {
  const sized = components.flatMap(({ uid, type, entrypoint }) => {
    if (type === 'app-function') {
      const bundle = files.find(({ name }) => entrypoint === join(folder, name));
      return [{ uid, most: functionBytesOf(uid), bytes: bundle === undefined ? null : gzipped(bundle.text) }];
    }
    if (!extensionTypes.has(type)) return [];
    const bundle = extensionBundles.get(uid);
    return [{ uid, most: extensionBytesOf(type), bytes: bundle === undefined ? null : gzipped(bundle.text) }];
  });
  return {
    what: 'Bundle sizes, gzipped',
    found: sized.map(({ uid, bytes }) => `${uid} ${kilobytes(bytes ?? 0)}`).join(', '),
    problems: sized.flatMap(({ uid, bytes, most }) =>
      bytes === null
        ? [`${uid} has no bundle`]
        : bytes > most
          ? [`${uid} has ${kilobytes(bytes)}, more than ${kilobytes(most)}`]
          : [],
    ),
  };
}

function checkSecrets(
  { files, extensionBundles }: BuiltProject,
  environment: Readonly<Record<string, string | undefined>>,
): Check {
  const looked = [...files, ...extensionBundles.values()];
  return {
    what: 'Secrets',
    found: `none in ${looked.length} files`,
    problems: looked.flatMap(({ name, text }) =>
      secretsIn(text, environment).map((secret) => `${name} holds ${secret}`),
    ),
  };
}

function checkFolder({ folder }: BuiltProject): Check {
  const reason = whyNotUploadFrom(folder);
  return { what: 'Folder', found: 'HubSpot’s CLI can upload from it', problems: reason === null ? [] : [reason] };
}

const gzipped = (text: string) => gzipSync(text).length;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
