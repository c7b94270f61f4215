import { setTimeout as pause } from 'node:timers/promises';
import { readInstallation } from '../../serverless/installation.ts';
import type { Installation } from '../../serverless/installation.ts';
import { createBulkDealPort, searchPage } from '../../serverless/ports/bulk-deal-port.ts';
import type { BulkDealPort } from '../../serverless/ports/bulk-deal-port.ts';
import { pathFamily } from '../../serverless/ports/path-family.ts';
import { createTransport } from '../../serverless/ports/transport.ts';
import type { Checkpoint, RunProgress } from './checkpoint.ts';
import type { RescoreOptions } from './options.ts';
import { rescorePage } from './rescore-deals.ts';

/** A page is one search and up to four batch calls: at this pace four searches and sixteen other calls a second at most, under HubSpot's 5 and 19. */
const pageMs = 250;
/** Time for all calls of one page, retries included. */
const pageBudgetMs = 120_000;

export type RescoreRun = {
  readonly origin: string;
  readonly accessToken: string;
  readonly options: RescoreOptions;
  readonly checkpoint: Checkpoint;
  readonly nowMs: () => number;
  readonly onProgress: (progress: RunProgress) => void;
  readonly onProblem: (dealId: string, reason: string) => void;
};

const nothingYet: RunProgress = { lastId: '0', deals: 0, scored: 0, changed: 0, skipped: 0, failed: 0, apiCalls: 0, seconds: 0 };

/** Raised when the app is not installed in the account. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError';
}

async function nextIds(crm: BulkDealPort, { options }: RescoreRun, lastId: string): Promise<readonly string[]> {
  if (options.ids.length === 0) return crm.openDealIds(lastId);
  const sorted = [...options.ids].sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
  return sorted.filter((id) => BigInt(id) > BigInt(lastId)).slice(0, searchPage);
}

/**
 * Rescores deals page by page, in order of their ids, taking up a killed run where it stopped.
 *
 * @returns what the whole run did, what a killed run before it did included
 * @throws {NotInstalledError}
 * @throws {CrmError} when HubSpot cannot be reached for long, or refuses the token
 */
export async function rescoreAll(run: RescoreRun): Promise<RunProgress> {
  const { checkpoint, options } = run;
  let progress = (options.dryRun ? null : checkpoint.read()) ?? nothingYet;
  let installation: Installation | null = null;
  for (;;) {
    const startedMs = performance.now();
    const transport = createTransport({ origin: run.origin, accessToken: run.accessToken, family: pathFamily, budgetMs: pageBudgetMs, random: Math.random });
    const crm = createBulkDealPort(transport);
    installation ??= await readInstallation(crm);
    if (installation === null) throw new NotInstalledError('The app is not installed in this account: npm run crm:install comes first.');
    const ids = await nextIds(crm, run, progress.lastId);
    const page = ids.length === 0 ? null : await rescorePage(crm, ids, installation, run.nowMs(), options, run.onProblem);
    const seconds = (performance.now() - startedMs) / 1000;
    progress = {
      lastId: ids.at(-1) ?? progress.lastId,
      deals: progress.deals + (page?.deals ?? 0), scored: progress.scored + (page?.scored ?? 0), changed: progress.changed + (page?.changed ?? 0),
      skipped: progress.skipped + (page?.skipped ?? 0), failed: progress.failed + (page?.failed ?? 0),
      apiCalls: progress.apiCalls + transport.calls(), seconds: progress.seconds + seconds,
    };
    if (!options.dryRun) checkpoint.save(progress);
    run.onProgress(progress);
    if (ids.length < searchPage) break;
    await pause(Math.max(0, pageMs - seconds * 1000));
  }
  checkpoint.done();
  return progress;
}
