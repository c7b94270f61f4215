import { join } from 'node:path';
import { isCrmError } from '../serverless/ports/crm-error.ts';
import { ledgerKeyName } from '../serverless/ports/seal.ts';
import { notInstalledText } from './crm/not-installed.ts';
import { keyNeededText, keyPurposes, missingScopesText } from './crm/scopes.ts';
import { accountAddress } from './rescore/account-address.ts';
import type { AccountAddress } from './rescore/account-address.ts';
import { openCheckpoint } from './rescore/checkpoint.ts';
import { readRescoreOptions, usage } from './rescore/options.ts';
import type { RescoreOptions } from './rescore/options.ts';
import { progressBar } from './rescore/progress-bar.ts';
import { NotInstalledError, rescoreAll } from './rescore/run.ts';
import { unscoredLine } from './rescore/unscored-text.ts';

/** `npm run rescore`: keeps every open deal's score true. One line of JSON on standard output at the end; everything else on standard error. */
function fail(message: string): never {
  say(message);
  process.exit(1);
}

/** On a terminal, a line above the bar. */
function say(line: string): void {
  console.error(`${process.stderr.isTTY ? '\r\u001B[K' : ''}${line}`);
}

function optionsOrUsage(): RescoreOptions {
  try {
    return readRescoreOptions(process.argv.slice(2));
  } catch (error) {
    return fail(`rescore: ${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function explain(error: unknown, { origin, isWorkbench }: AccountAddress): string {
  if (error instanceof NotInstalledError) return error.message;
  if (!isCrmError(error)) throw error;
  if (error.kind === 'not_installed') return notInstalledText;
  if (isWorkbench && error.kind === 'unavailable')
    return `nothing answers at ${origin}: npm start starts the workbench there. For a HubSpot account, set HUBSPOT_ACCESS_TOKEN.`;
  if (error.kind === 'unauthorized')
    return 'HubSpot does not accept HUBSPOT_ACCESS_TOKEN: it is mistyped, rotated, expired or of another account.';
  if (error.kind === 'daily_limit')
    return 'today’s calls to HubSpot are used up. Run the command again tomorrow: it goes on where it stopped.';
  if (error.kind === 'forbidden')
    return `HubSpot refuses ${error.details.request}. ${missingScopesText(error.details.scopes.length > 0 ? error.details.scopes : keyPurposes.rescoring.scopes)} Then run the command again: it goes on where it stopped.`;
  return `${error.message}. Run the command again: it goes on where it stopped.`;
}

/** Deals without a new score, by reason. */
const problems = new Map<string, readonly string[]>();

/** One line a reason. */
function sayProblems(): void {
  for (const [reason, deals] of problems) say(unscoredLine(reason, deals));
}

const address = accountAddress(process.env);
if (address === null) fail(keyNeededText('npm run rescore', keyPurposes.rescoring));
const options = optionsOrUsage();
if (address.isWorkbench) say(`No HUBSPOT_ACCESS_TOKEN is set: this is about the workbench at ${address.origin}.`);
const checkpoint = openCheckpoint(join('.workbench', 'rescore'), [
  address.origin,
  address.accessToken,
  String(options.all),
  ...options.ids,
]);
try {
  const { deals, scored, changed, skipped, failed, apiCalls, seconds } = await rescoreAll({
    ...address,
    ledgerKey: process.env[ledgerKeyName] ?? null,
    options,
    checkpoint,
    nowMs: Date.now,
    onNote: say,
    onProgress: (progress, total) => {
      if (process.stderr.isTTY)
        process.stderr.write(`\r\u001B[K${progressBar(progress.deals, total, progress.changed)}`);
    },
    onProblem: (dealId, reason, dealName) => {
      problems.set(reason, [...(problems.get(reason) ?? []), dealName === null ? dealId : `${dealName} (${dealId})`]);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  sayProblems();
  console.log(
    JSON.stringify({ deals, scored, changed, skipped, failed, apiCalls, seconds: Number(seconds.toFixed(1)) }),
  );
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  sayProblems();
  fail(`rescore: ${explain(error, address)}`);
}
