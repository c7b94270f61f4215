import type * as z from 'zod/mini';
import { openAccount } from './account.ts';
import type { AccountProfile, LocalAccount } from './account.ts';
import { openDataFolder } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { hubspotTrouble } from './trouble.ts';
import { createWorkbench } from './server.ts';
import type { WorkbenchOptions } from './server.ts';
import { storageFault } from './storage-fault.ts';

/** What fills an account works with. */
export type FillTarget<Contents> = {
  readonly account: LocalAccount;
  /** Where the account's API answers. */
  readonly origin: string;
  /** What was put into the account before; null for a new one. */
  readonly kept: Contents | null;
  /** What functions run with. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Notes what is in the account now; one without a note was not set up to its end, and is thrown away at the next start. */
  readonly save: (contents: Contents) => void;
};

export type StartOptions<Contents, Filled> = {
  /** The built app and the workbench's own page. */
  readonly folders: WorkbenchOptions['folders'];
  /** Where the account is kept. */
  readonly dataFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Throws away the account there is. */
  readonly reset: boolean;
  readonly profile: AccountProfile;
  /** Values of secrets that functions declare. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Names of secrets that each new account gets a random value of, unless `secrets` has one. */
  readonly madeSecrets?: readonly string[];
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Limits requests and lets search lag as HubSpot does, once the account is filled. */
  readonly asHubSpot: boolean;
  /** Of the note on what is in the account. */
  readonly contents: z.ZodMiniType<Contents>;
  /** Makes out again what is in an account whose note was lost. */
  readonly recogniseContents: (account: LocalAccount) => Promise<Contents>;
  /** Puts into the account what belongs there and is not there yet. */
  readonly fill: (target: FillTarget<Contents>) => Promise<Filled>;
};

export type RunningWorkbench<Filled> = {
  readonly origin: string;
  readonly filled: Filled;
  /** Where a damaged account was put; null when there was none. */
  readonly setAside: string | null;
  /** Makes two requests happen at the same time. */
  readonly holdUntil: LocalAccount['holdUntil'];
  readonly close: () => Promise<void>;
};

/**
 * Starts a workbench on a kept account; a new one is filled first.
 *
 * @throws {FolderInUseError} another workbench uses the folder
 * @throws {StorageError} the folder cannot be used as things are
 * @throws {Error} as `createWorkbench`, and when the account cannot be filled; a new one leaves nothing behind then
 */
export async function startWorkbench<Contents, Filled>(
  options: StartOptions<Contents, Filled>,
): Promise<RunningWorkbench<Filled>> {
  const folder = openDataFolder(options.dataFolder, options.contents, options);
  try {
    const account = openAccount(folder.file, options.clock, options.profile);
    try {
      return await runWith(account, folder, options);
    } catch (error) {
      account.close();
      throw error;
    }
  } catch (error) {
    if (folder.kept().kind === 'new') folder.discard();
    folder.release();
    throw storageFault(error, options.dataFolder);
  }
}

async function runWith<Contents, Filled>(
  account: LocalAccount,
  folder: DataFolder<Contents>,
  { port, folders, secrets: given, recogniseContents, fill, asHubSpot }: StartOptions<Contents, Filled>,
): Promise<RunningWorkbench<Filled>> {
  const secrets = { ...folder.secrets, ...given };
  const { origin, close } = await createWorkbench({ port, account, folders, secrets });
  try {
    const kept = await contentsOf(folder, account, recogniseContents);
    const filled = await fill({ account, origin, kept, secrets, save: folder.save });
    if (asHubSpot) account.trouble.set(hubspotTrouble);
    return {
      origin,
      filled,
      setAside: folder.setAside,
      holdUntil: account.holdUntil,
      close: async () => {
        await close();
        account.close();
        folder.release();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An account is worth more than the note on it: without one, it is looked at and noted again. */
async function contentsOf<Contents>(
  folder: DataFolder<Contents>,
  account: LocalAccount,
  recognise: (account: LocalAccount) => Promise<Contents>,
): Promise<Contents | null> {
  const kept = folder.kept();
  if (kept.kind === 'new') return null;
  if (kept.kind === 'noted') return kept.contents;
  const contents = await recognise(account);
  folder.save(contents);
  return contents;
}
