import { setTimeout as pauseFor } from 'node:timers/promises';
import { accountKey, decodeDeal, nativePropertyOf } from '@deal-terms/core/crm';
import { MODEL_VERSION } from '@deal-terms/core/scoring';
import { addTotals, dealTotals } from '@deal-terms/core/insights';
import { installationFrom, installationKeys } from '../../serverless/account/installation.ts';
import type { Installation } from '../../serverless/account/installation.ts';
import { createBulkDealPort } from '../../serverless/ports/bulk-deal-port.ts';
import type { BulkDealPort } from '../../serverless/ports/bulk-deal-port.ts';
import { evidenceOfMany } from '../../serverless/evidence/page-evidence.ts';
import type { KnownCompanies } from '../../serverless/evidence/page-evidence.ts';
import { createEvidencePort } from '../../serverless/ports/evidence-port.ts';
import type { EvidencePort } from '../../serverless/ports/evidence-port.ts';
import { createExpediteRequestPort } from '../../serverless/ports/expedite-request-port.ts';
import { createJsonRecords } from '../../serverless/ports/json-records.ts';
import { createTimelinePort } from '../../serverless/ports/timeline-port.ts';
import { connectLedger } from '../../serverless/ports/ledger-port.ts';
import { createOpenDealsPort, searchPage } from '../../serverless/ports/open-deals-port.ts';
import type { OpenDealsPort } from '../../serverless/ports/open-deals-port.ts';
import { pathFamily } from '../../serverless/ports/path-family.ts';
import type { PathFamily } from '../../serverless/ports/path-family.ts';
import { createTransport } from '../../serverless/ports/transport.ts';
import type { Transport } from '../../serverless/ports/transport.ts';
import { rescoreBatch } from '../../serverless/rescoring/rescore-batch.ts';
import { notInstalledText } from '../crm/not-installed.ts';
import type { Checkpoint, RunProgress } from './checkpoint.ts';
import type { RescoreOptions } from './options.ts';
import { leftOutText } from './left-out-text.ts';
import { withPatience } from './patience.ts';
import { reconcileRequests } from './reconcile-requests.ts';
import { saveTotals } from './save-totals.ts';
import { unscoredText } from './unscored-text.ts';

/** HubSpot lets an app make 19 calls a second on average, and an account 5 searches, of which a page makes one. */
const callMs = 1_000 / 19;
const pageMs = 250;
/** Time for all calls of one page, retries included. */
const pageBudgetMs = 120_000;

export type RescoreRun = {
  readonly origin: string;
  readonly accessToken: string;
  readonly family?: PathFamily;
  /** Value of `LEDGER_KEY`, to tell whether the policy is the app's own; null where it is not at hand. */
  readonly ledgerKey: string | null;
  readonly options: RescoreOptions;
  readonly checkpoint: Checkpoint;
  readonly nowMs: () => number;
  /** Told after each page, with the number of deals the whole run is about. */
  readonly onProgress: (progress: RunProgress, deals: number) => void;
  readonly onProblem: (dealId: string, reason: string, dealName: string | null) => void;
  /** Told what the run has to say beside single deals. */
  readonly onNote?: (note: string) => void;
  /** Waits, in milliseconds. */
  readonly pause?: (ms: number) => Promise<unknown>;
};

const nothingYet: RunProgress = {
  lastId: '0',
  deals: 0,
  scored: 0,
  changed: 0,
  skipped: 0,
  failed: 0,
  apiCalls: 0,
  seconds: 0,
  totals: { deals: 0, byBand: { high: 0, medium: 0, low: 0, unscored: 0 }, expectedGain: 0, cashDaysReleased: 0 },
};

/** Raised when the app is not installed in the account. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError';
}

/**
 * Rescores deals page by page, in order of their ids, taking up a killed run where it stopped. A run over all open deals begins with bringing expedite requests up to date and ends with the totals in the ledger.
 *
 * @returns what the whole run did, what a killed run before it did included
 * @throws {NotInstalledError}
 * @throws {CrmError} when HubSpot cannot be reached for long, or refuses the token
 */
export async function rescoreAll(run: RescoreRun): Promise<RunProgress> {
  const { checkpoint, options, pause = pauseFor, onNote = () => undefined } = run;
  const isAboutAll = options.ids.length === 0;
  const calls = countedCalls(run);
  const { account, installation } = await withPatience(() => openAccount(calls.connect(), run.ledgerKey), pause);
  const leftOut = leftOutText(installation.account);
  if (leftOut !== null) onNote(leftOut);
  if (installation.policy.warning !== null) onNote(installation.policy.warning);
  if (run.ledgerKey === null && installation.policy.version > 0)
    onNote('Whether the app wrote the policy was not checked: set LEDGER_KEY to the secret of that name.');
  const basis = { account, policyVersion: installation.policy.version, modelVersion: MODEL_VERSION };
  const last = options.dryRun ? ({ found: 'none' } as const) : checkpoint.read(basis);
  if (last.found === 'stale')
    onNote('The policy or the model has changed since the run that was cut off: starting over.');
  if (last.found === 'damaged') onNote('What the run that was cut off had kept cannot be read: starting over.');
  let progress = last.found === 'progress' ? last.progress : nothingYet;
  const earlier = progress;
  const companies: KnownCompanies = new Map();
  if (isAboutAll) await withPatience(() => reconcile(calls.connect(), run, installation, onNote), pause);
  for (let isLast = false; !isLast;) {
    const [startedMs, callsBefore] = [performance.now(), calls.made()];
    const page = await withPatience(
      () => onePage(dealsOf(calls.connect()), run, { installation, companies }, progress.lastId),
      pause,
    );
    isLast = page.isLast;
    progress = {
      ...added(progress, page),
      apiCalls: earlier.apiCalls + calls.made(),
      seconds: earlier.seconds + calls.seconds(),
    };
    if (!options.dryRun) checkpoint.save(basis, progress);
    run.onProgress(progress, progress.deals + page.remaining);
    const dueMs = Math.max(pageMs, (calls.made() - callsBefore) * callMs);
    if (!isLast) await pause(Math.max(0, dueMs - (performance.now() - startedMs)));
  }
  if (isAboutAll && !options.dryRun)
    await saveTotals(connectLedger(calls.connect(), run.ledgerKey), progress.totals, run.nowMs(), onNote);
  const normalised = calls.normalised();
  if (normalised.length > 0) onNote(`HubSpot changed values on the way in: ${normalised.join(', ')}.`);
  checkpoint.done();
  return { ...progress, apiCalls: earlier.apiCalls + calls.made(), seconds: earlier.seconds + calls.seconds() };
}

/** Connections with a budget of their own for each piece of work, and what went over all of them. */
function countedCalls({ origin, accessToken, family = pathFamily }: RescoreRun) {
  const startedMs = performance.now();
  const transports: Transport[] = [];
  return {
    connect: () => {
      const transport = createTransport({
        origin,
        accessToken,
        family,
        budgetMs: pageBudgetMs,
        random: Math.random,
      });
      transports.push(transport);
      return transport;
    },
    made: () => transports.reduce((sum, transport) => sum + transport.calls(), 0),
    seconds: () => (performance.now() - startedMs) / 1000,
    /** Properties of which HubSpot changed values on the way in. */
    normalised: () => [
      ...new Set(transports.flatMap((transport) => transport.warnings().map(({ property }) => property))),
    ],
  };
}

/** What the account is set up with. Behind one origin may be another account than last time: when its `account` entry was made tells. */
async function openAccount(
  transport: Transport,
  ledgerKey: string | null,
): Promise<{ readonly account: string; readonly installation: Installation }> {
  const ledger = connectLedger(transport, ledgerKey);
  const entries = await ledger.readEntries(installationKeys);
  const account = entries.get(accountKey)?.createdAt ?? '';
  const installation = await installationFrom(ledger, entries);
  if (installation === null) throw new NotInstalledError(notInstalledText);
  return { account, installation };
}

async function reconcile(
  transport: Transport,
  { nowMs, options, ledgerKey }: RescoreRun,
  installation: Installation,
  onNote: (note: string) => void,
): Promise<void> {
  await reconcileRequests(
    {
      requests: createExpediteRequestPort(transport),
      deals: createBulkDealPort(transport),
      tasks: {
        ...connectLedger(transport, ledgerKey, installation.account),
        ...createTimelinePort(createJsonRecords(transport)),
      },
    },
    installation,
    nowMs(),
    options.dryRun,
    onNote,
  );
}

type Page = Awaited<ReturnType<typeof rescoreBatch>> & {
  readonly lastId: string;
  readonly remaining: number;
  readonly isLast: boolean;
  readonly installation: Installation;
};

type PagePort = BulkDealPort & OpenDealsPort & EvidencePort;

function dealsOf(transport: Transport): PagePort {
  return { ...createBulkDealPort(transport), ...createOpenDealsPort(transport), ...createEvidencePort(transport) };
}

async function onePage(
  crm: PagePort,
  { options, nowMs, onProblem }: RescoreRun,
  { installation, companies }: { readonly installation: Installation; readonly companies: KnownCompanies },
  afterId: string,
): Promise<Page> {
  const { ids, total } = options.ids.length === 0 ? await crm.openDeals(afterId) : namedDeals(options.ids, afterId);
  const page = await rescoreBatch(crm, {
    ids,
    installation,
    evidenceOf: evidenceOfMany(crm, installation, companies),
    nowMs: nowMs(),
    evenCurrent: options.all || options.ids.length > 0,
    dryRun: options.dryRun,
  });
  const nameOf = new Map(page.deals.map((deal) => [deal[nativePropertyOf.id], deal[nativePropertyOf.name] ?? null]));
  for (const deal of page.unscored) onProblem(deal.dealId, unscoredText(deal), nameOf.get(deal.dealId) ?? null);
  return {
    ...page,
    installation,
    lastId: ids.at(-1) ?? afterId,
    remaining: Math.max(0, total - ids.length),
    isLast: ids.length < searchPage || ids.length >= total,
  };
}

function namedDeals(
  ids: readonly string[],
  afterId: string,
): { readonly ids: readonly string[]; readonly total: number } {
  const waiting = [...ids]
    .sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1))
    .filter((id) => BigInt(id) > BigInt(afterId));
  return { ids: waiting.slice(0, searchPage), total: waiting.length };
}

function added(progress: RunProgress, { counts, deals, lastId, installation }: Page): RunProgress {
  return {
    ...progress,
    lastId,
    deals: progress.deals + counts.deals,
    scored: progress.scored + counts.scored,
    changed: progress.changed + counts.changed,
    skipped: progress.skipped + counts.skipped,
    failed: progress.failed + counts.failed,
    totals: addTotals(
      progress.totals,
      dealTotals(
        deals.map((deal) => decodeDeal(deal, installation.account)),
        installation.account,
      ),
    ),
  };
}
