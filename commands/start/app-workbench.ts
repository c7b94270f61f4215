import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { connectAppSteps } from '../../demo/app-steps.ts';
import { createDemoClock } from '../../demo/demo-clock.ts';
import type { DemoClock } from '../../demo/demo-clock.ts';
import { demoProfile } from '../../demo/demo-profile.ts';
import { countFurtherDeals, findStoryDeals, seedDemo, seedGeneratedDeals } from '../../demo/seed.ts';
import type { SeedTarget } from '../../demo/seed-target.ts';
import { exampleAuthor, examplePolicy } from '../../import/example-policy.ts';
import { loadDealsFile } from '../../import/load-deals-file.ts';
import type { ImportReport } from '../../import/load-deals-file.ts';
import { readDealsFile } from '../../import/read-deals-file.ts';
import type { DealsFile, ImportSource } from '../../import/read-deals-file.ts';
import type { LocalAccount } from '../../workbench/account.ts';
import { createCrmClient } from '../../workbench/crm-client.ts';
import type { Progress } from '../../workbench/progress.ts';
import { readSecrets } from '../../workbench/secrets-file.ts';
import { startWorkbench } from '../../workbench/start-workbench.ts';
import type { FillTarget } from '../../workbench/start-workbench.ts';
import { ledgerKeyName } from '../../serverless/ports/seal.ts';
import { scoreAll } from './score-all.ts';
import { runInstall } from './run-install.ts';
import { serviceKeys } from './service-keys.ts';

export type AppWorkbenchOptions = {
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
  /** Whether the demo company has two years behind it, or begins today. */
  readonly hasHistory: boolean;
  /** A deals export to load into an account of its own, instead of the demo account; the same file again opens the account made of it. */
  readonly importFrom?: ImportSource;
  /** Values of secrets that functions declare; `serverless/.env` goes before them. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly onProgress: Progress;
  /** Limits requests and lets search lag as HubSpot does, once the account is filled. */
  readonly asHubSpot?: boolean;
};

const contentsSchema = z.object({
  kind: z.enum(['demo', 'empty', 'imported']),
  /** How many generated deals have been added to a demo account. */
  generatedDeals: z.int(),
  /** How many of them had been added when the account was last scored whole. */
  scoredDeals: z._default(z.int(), 0),
  /** The deals of the story, in its order; none in an empty account. */
  storyDealIds: z.array(z.string()),
});
type Contents = z.infer<typeof contentsSchema>;

export type AppWorkbench = {
  readonly origin: string;
  readonly kind: Contents['kind'];
  /** The deals a visitor plays; none in an empty account. */
  readonly storyDealIds: readonly string[];
  /** Where the account is kept. */
  readonly folder: string;
  /** What came of an import; null when nothing was imported just now. */
  readonly imported: ImportReport | null;
  /** Where a damaged account was put; null when there was none. */
  readonly setAside: string | null;
  /** Makes two requests happen at the same time. */
  readonly holdUntil: LocalAccount['holdUntil'];
  readonly close: () => Promise<void>;
};

/** The account kept in the folder is not of the kind asked for. */
export class AccountKindError extends Error {
  override readonly name = 'AccountKindError';
}

/**
 * Starts a workbench with this app installed, on the demo account, an empty one or one made of a file.
 *
 * @throws {ImportFileError} the file cannot be imported; no account has been touched
 * @throws {AccountKindError} an empty account was asked for and a demo account is kept, or deals for an empty one
 * @throws {Error} as `startWorkbench`
 */
export async function startAppWorkbench(options: AppWorkbenchOptions): Promise<AppWorkbench> {
  const { root, port, reset, importFrom } = options;
  const clock = createDemoClock(options.clock);
  const file = importFrom === undefined ? null : readDealsFile(importFrom);
  const folder = importFrom === undefined ? options.dataFolder : importFolder(options.dataFolder, importFrom);
  const build = join(root, 'build');
  const { origin, filled, setAside, holdUntil, close } = await startWorkbench({
    folders: {
      project: join(build, 'hubspot'),
      extensions: join(build, 'extensions'),
      page: join(build, 'workbench'),
    },
    dataFolder: folder,
    port,
    reset,
    profile: { ...(file?.profile ?? demoProfile), serviceKeys },
    secrets: { ...options.secrets, ...readSecrets(join(root, 'serverless', 'functions')) },
    madeSecrets: [ledgerKeyName],
    clock: clock.nowMs,
    asHubSpot: options.asHubSpot ?? false,
    contents: contentsSchema,
    recogniseContents: (account) => recogniseContents(account, file),
    fill: (target) => fill(target, file, clock, options),
  });
  const { contents, imported } = filled;
  return {
    origin,
    kind: contents.kind,
    storyDealIds: contents.storyDealIds,
    folder,
    imported,
    setAside,
    holdUntil,
    close,
  };
}

/** Each file, and each way to read it, has an account of its own, so that importing one never costs another. */
function importFolder(dataFolder: string, { name, bytes, notation = {}, related = [] }: ImportSource): string {
  const content = createHash('sha256').update(bytes).update(Object.values(notation).join());
  for (const beside of related) content.update(beside.kind.objectType).update(beside.bytes);
  const readable = name
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40);
  return join(dataFolder, 'imports', `${readable}-${content.digest('hex').slice(0, 12)}`);
}

/** What an account is whose note was lost, by what is in it. */
async function recogniseContents({ api, adminToken }: LocalAccount, file: DealsFile | null): Promise<Contents> {
  const crm = createCrmClient(api, adminToken);
  if (file !== null) return { kind: 'imported', generatedDeals: 0, scoredDeals: 0, storyDealIds: [] };
  const storyDealIds = await findStoryDeals(crm);
  if (storyDealIds.length === 0) return { kind: 'empty', generatedDeals: 0, scoredDeals: 0, storyDealIds: [] };
  // Whether they were scored nobody knows any more: it is looked at again.
  return {
    kind: 'demo',
    generatedDeals: await countFurtherDeals(crm),
    scoredDeals: 0,
    storyDealIds: [...storyDealIds],
  };
}

function refuseOtherKind(kept: Contents | null, { isEmpty, generatedDeals }: AppWorkbenchOptions): void {
  if (kept?.kind === 'demo' && isEmpty)
    throw new AccountKindError('There is a demo account already. --reset --empty throws it away.');
  if (kept?.kind === 'empty' && generatedDeals > 0)
    throw new AccountKindError(
      'The account is an empty one, with no customers to sell to. --reset --deals N replaces it with the demo account.',
    );
}

type Filled = { readonly contents: Contents; readonly imported: ImportReport | null };

/** Puts into the account what was asked for and is not there yet. */
async function fill(
  { account, origin, secrets, kept, save }: FillTarget<Contents>,
  file: DealsFile | null,
  clock: DemoClock,
  options: AppWorkbenchOptions,
): Promise<Filled> {
  refuseOtherKind(kept, options);
  const { root, generatedDeals, hasHistory, onProgress } = options;
  const target: SeedTarget = {
    account,
    origin,
    secrets,
    install: () =>
      runInstall({ script: join(root, 'build', 'commands', 'crm-install.mjs'), origin, token: account.adminToken }),
    clock,
    hasHistory,
    today: account.today(),
    onProgress,
  };
  if (kept !== null && kept.kind !== 'empty') await bringUpToDate(target);
  const filled =
    kept === null ? await fillNew(target, account, file, options.isEmpty) : { contents: kept, imported: null };
  if (kept === null) save(filled.contents);
  let { contents } = filled;
  if (generatedDeals > contents.generatedDeals)
    await seedGeneratedDeals(target, contents.generatedDeals, generatedDeals, (count) => {
      contents = { ...contents, generatedDeals: count };
      save(contents);
    });
  const isWhole = contents.kind === 'imported' || (contents.kind === 'demo' && hasHistory);
  if ((kept === null && isWhole) || contents.scoredDeals < contents.generatedDeals) {
    const ledgerKey = secrets[ledgerKeyName] ?? null;
    await scoreAll({ origin, token: account.adminToken, ledgerKey, nowMs: clock.nowMs, onProgress });
    contents = { ...contents, scoredDeals: contents.generatedDeals };
    save(contents);
  }
  return { ...filled, contents };
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
  const nothing = { generatedDeals: 0, scoredDeals: 0, storyDealIds: [] };
  if (isEmpty) return { contents: { kind: 'empty', ...nothing }, imported: null };
  if (file === null)
    return {
      contents: { kind: 'demo', ...nothing, storyDealIds: [...(await seedDemo(target))] },
      imported: null,
    };
  await target.install();
  target.onProgress('app set up', 1, 1);
  const imported = await loadDealsFile(account, file, target.onProgress);
  const policy = examplePolicy(imported.openAmount);
  if (policy.model.backlog.unfundedCost > 0) await connectAppSteps(target).savePolicy(policy, 0, exampleAuthor);
  return { contents: { kind: 'imported', ...nothing }, imported };
}
