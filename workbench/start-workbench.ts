import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { openAccount } from './demo/account.ts';
import type { DemoAccount } from './demo/account.ts';
import { openDataFolder } from './demo/data-folder.ts';
import type { Contents, DataFolder } from './demo/data-folder.ts';
import { runInstall } from './demo/run-install.ts';
import { seedDemo, seedGeneratedDeals } from './demo/seed.ts';
import type { Progress, SeedTarget } from './demo/seed.ts';
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
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly onProgress: Progress;
};

export type RunningWorkbench = {
  readonly origin: string;
  readonly kind: Contents['kind'];
  /** The deals a visitor plays; none in an empty account. */
  readonly storyDealIds: readonly string[];
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
 * @throws {AccountKindError} an empty account was asked for and a demo account is kept, or deals for an empty one
 * @throws {Error} as `createWorkbench`, and when the account cannot be set up
 */
export async function startWorkbench(options: StartOptions): Promise<RunningWorkbench> {
  const folder = openDataFolder(options.dataFolder, options);
  try {
    refuseOtherKind(folder.contents(), options);
    const account = openAccount(folder.file, options.clock);
    try {
      return await runWith(account, folder, options);
    } catch (error) {
      account.close();
      throw error;
    }
  } catch (error) {
    folder.release();
    throw error;
  }
}

function refuseOtherKind(contents: Contents | null, { isEmpty, generatedDeals }: StartOptions): void {
  if (contents?.kind === 'demo' && isEmpty) throw new AccountKindError('There is a demo account already. --reset --empty throws it away.');
  if (contents?.kind === 'empty' && generatedDeals > 0) throw new AccountKindError('The account is an empty one, with no customers to sell to. --reset --deals N replaces it with the demo account.');
}

async function runWith(account: DemoAccount, folder: DataFolder, options: StartOptions): Promise<RunningWorkbench> {
  const build = join(options.root, 'build');
  const folders = { project: join(build, 'hubspot'), extensions: join(build, 'extensions'), page: join(build, 'workbench') };
  const workbench = await createWorkbench({ port: options.port, account, folders, secrets: readSecrets(join(options.root, 'serverless')) });
  try {
    const { kind, storyDealIds } = await fill(account, workbench, folder, options);
    return { origin: workbench.origin, kind, storyDealIds, close: () => closeAll(workbench, account, folder) };
  } catch (error) {
    await workbench.close();
    throw error;
  }
}

async function closeAll(workbench: Workbench, account: DemoAccount, folder: DataFolder): Promise<void> {
  await workbench.close();
  account.close();
  folder.release();
}

/** Puts into the account what was asked for and is not there yet. */
async function fill(account: DemoAccount, workbench: Workbench, folder: DataFolder, { root, isEmpty, generatedDeals, clock, onProgress }: StartOptions): Promise<Contents> {
  const target: SeedTarget = {
    account,
    functions: workbench.functions,
    install: () => runInstall({ script: join(root, 'build', 'commands', 'crm-install.mjs'), origin: workbench.origin, token: account.adminToken }),
    now: new Date(clock()).toISOString(),
    today: account.today(),
    onProgress,
  };
  let contents = folder.contents();
  if (contents === null) {
    contents = isEmpty ? { kind: 'empty', generatedDeals: 0, storyDealIds: [] } : { kind: 'demo', generatedDeals: 0, storyDealIds: [...(await seedDemo(target))] };
    folder.save(contents);
  }
  const kept = contents;
  if (generatedDeals > kept.generatedDeals) await seedGeneratedDeals(target, kept.generatedDeals, generatedDeals, (count) => folder.save({ ...kept, generatedDeals: count }));
  return kept;
}

/** Secrets of functions, from where HubSpot's own dev runner reads them: beside the functions' metadata, never committed. */
function readSecrets(folder: string): Record<string, string> {
  const file = ['.env.local', '.env'].map((name) => join(folder, name)).find((path) => existsSync(path));
  return file === undefined ? {} : Object.fromEntries(Object.entries(parseEnv(readFileSync(file, 'utf8'))).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
