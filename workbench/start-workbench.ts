import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { openAccount } from './account.ts';
import type { LocalAccount } from './account.ts';
import { openDataFolder } from './demo/data-folder.ts';
import type { Contents, DataFolder } from './demo/data-folder.ts';
import { demoProfile } from './demo/demo-profile.ts';
import { runInstall } from './demo/run-install.ts';
import { seedDemo, seedGeneratedDeals } from './demo/seed.ts';
import type { Progress, SeedTarget } from './demo/seed.ts';
import { loadDealsFile } from '../import/load-deals-file.ts';
import type { ImportReport } from '../import/load-deals-file.ts';
import { readDealsFile } from '../import/read-deals-file.ts';
import type { DealsFile, ImportSource } from '../import/read-deals-file.ts';
import { createWorkbench } from './server.ts';
import type { Workbench } from './server.ts';

export type StartOptions = {
  /** The repository, built. */
  readonly root: string;
  /** Where the account is kept. */
  readonly dataFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Throws away the account there is. */
  readonly reset: boolean;
  /** An account without data and without the app, instead of the demo account. */
  readonly isEmpty: boolean;
  /** How many generated deals the demo account is to have at least. */
  readonly generatedDeals: number;
  /** A deals export to load into an account of its own, instead of the demo account; the same file again opens the account made of it. */
  readonly importFrom?: ImportSource;
  /** Values of secrets that functions declare; `serverless/.env` goes before them. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly onProgress: Progress;
};

export type RunningWorkbench = {
  readonly origin: string;
  readonly kind: Contents['kind'];
  /** The deals a visitor plays; none in an empty account. */
  readonly storyDealIds: readonly string[];
  /** Where the account is kept. */
  readonly folder: string;
  /** What came of an import; null when nothing was imported just now. */
  readonly imported: ImportReport | null;
  /** Makes two requests happen at the same time. */
  readonly holdUntil: LocalAccount['holdUntil'];
  readonly close: () => Promise<void>;
};

/** The account kept in the folder is not of the kind asked for. */
export class AccountKindError extends Error {
  override readonly name = 'AccountKindError';
}

/**
 * Starts a workbench on a kept account; a new one is set up first.
 *
 * @throws {FolderInUseError} another workbench uses the folder
 * @throws {ImportFileError} the file cannot be imported; no account has been touched
 * @throws {AccountKindError} an empty account was asked for and a demo account is kept, or deals for an empty one
 * @throws {Error} as `createWorkbench`, and when the account cannot be set up
 */
export async function startWorkbench(options: StartOptions): Promise<RunningWorkbench> {
  const file = options.importFrom === undefined ? null : readDealsFile(options.importFrom);
  const folder = openDataFolder(
    options.importFrom === undefined ? options.dataFolder : importFolder(options.dataFolder, options.importFrom),
    options,
  );
  try {
    refuseOtherKind(folder.contents(), options);
    const account = openAccount(folder.file, options.clock, file?.profile ?? demoProfile);
    try {
      return await runWith(account, folder, file, options);
    } catch (error) {
      account.close();
      throw error;
    }
  } catch (error) {
    folder.release();
    if (file !== null && folder.contents() === null) folder.remove();
    throw error;
  }
}

/** Each file has an account of its own, so that importing one never costs another. */
function importFolder(dataFolder: string, { name, bytes }: ImportSource): string {
  const readable = name
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40);
  return join(dataFolder, 'imports', `${readable}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`);
}

function refuseOtherKind(contents: Contents | null, { isEmpty, generatedDeals }: StartOptions): void {
  if (contents?.kind === 'demo' && isEmpty)
    throw new AccountKindError('There is a demo account already. --reset --empty throws it away.');
  if (contents?.kind === 'empty' && generatedDeals > 0)
    throw new AccountKindError(
      'The account is an empty one, with no customers to sell to. --reset --deals N replaces it with the demo account.',
    );
}

async function runWith(
  account: LocalAccount,
  folder: DataFolder,
  file: DealsFile | null,
  options: StartOptions,
): Promise<RunningWorkbench> {
  const build = join(options.root, 'build');
  const folders = {
    project: join(build, 'hubspot'),
    extensions: join(build, 'extensions'),
    page: join(build, 'workbench'),
  };
  const workbench = await createWorkbench({
    port: options.port,
    account,
    folders,
    secrets: { ...options.secrets, ...readSecrets(join(options.root, 'serverless')) },
  });
  try {
    const { contents, imported } = await fill(account, workbench, folder, file, options);
    return {
      origin: workbench.origin,
      kind: contents.kind,
      storyDealIds: contents.storyDealIds,
      folder: dirname(folder.file),
      imported,
      holdUntil: account.holdUntil,
      close: () => closeAll(workbench, account, folder),
    };
  } catch (error) {
    await workbench.close();
    throw error;
  }
}

async function closeAll(workbench: Workbench, account: LocalAccount, folder: DataFolder): Promise<void> {
  await workbench.close();
  account.close();
  folder.release();
}

type Filled = { readonly contents: Contents; readonly imported: ImportReport | null };

/** Puts into the account what was asked for and is not there yet. */
async function fill(
  account: LocalAccount,
  workbench: Workbench,
  folder: DataFolder,
  file: DealsFile | null,
  { root, isEmpty, generatedDeals, clock, onProgress }: StartOptions,
): Promise<Filled> {
  const target: SeedTarget = {
    account,
    functions: workbench.functions,
    install: () =>
      runInstall({
        script: join(root, 'build', 'commands', 'crm-install.mjs'),
        origin: workbench.origin,
        token: account.adminToken,
      }),
    now: new Date(clock()).toISOString(),
    today: account.today(),
    onProgress,
  };
  const kept = folder.contents();
  if (kept !== null && kept.kind !== 'empty') await bringUpToDate(target);
  const filled = kept === null ? await fillNew(target, account, file, isEmpty) : { contents: kept, imported: null };
  if (kept === null) folder.save(filled.contents);
  const { contents } = filled;
  if (generatedDeals > contents.generatedDeals)
    await seedGeneratedDeals(target, contents.generatedDeals, generatedDeals, (count) =>
      folder.save({ ...contents, generatedDeals: count }),
    );
  return filled;
}

/** An account kept from an older version gets what the app has needed since. */
async function bringUpToDate({ install }: SeedTarget): Promise<void> {
  try {
    await install();
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}\nThe account was kept from before: npm start -- --reset starts over with a new one.`,
      { cause: error },
    );
  }
}

async function fillNew(
  target: SeedTarget,
  account: LocalAccount,
  file: DealsFile | null,
  isEmpty: boolean,
): Promise<Filled> {
  const nothing = { generatedDeals: 0, storyDealIds: [] };
  if (isEmpty) return { contents: { kind: 'empty', ...nothing }, imported: null };
  if (file === null)
    return {
      contents: { kind: 'demo', generatedDeals: 0, storyDealIds: [...(await seedDemo(target))] },
      imported: null,
    };
  await target.install();
  target.onProgress('app set up', 1, 1);
  return {
    contents: { kind: 'imported', ...nothing },
    imported: await loadDealsFile(account, file, target.onProgress),
  };
}

/** Secrets of functions, from where HubSpot's own dev runner reads them: beside the functions' metadata, never committed. */
function readSecrets(folder: string): Record<string, string> {
  const file = ['.env.local', '.env'].map((name) => join(folder, name)).find((path) => existsSync(path));
  return file === undefined
    ? {}
    : Object.fromEntries(
        Object.entries(parseEnv(readFileSync(file, 'utf8'))).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      );
}
