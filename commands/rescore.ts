import { join } from 'node:path';
import { isCrmError } from '../serverless/ports/crm-error.ts';
import { openCheckpoint } from './rescore/checkpoint.ts';
import type { RunProgress } from './rescore/checkpoint.ts';
import { readRescoreOptions, usage } from './rescore/options.ts';
import type { RescoreOptions } from './rescore/options.ts';
import { NotInstalledError, rescoreAll } from './rescore/run.ts';

/** `npm run rescore`: keeps every open deal's score true. One line of JSON on standard output at the end; everything else on standard error. */
function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function optionsOrUsage(): RescoreOptions {
  try {
    return readRescoreOptions(process.argv.slice(2));
  } catch (error) {
    return fail(`rescore: ${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function showProgress({ deals, changed }: RunProgress): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${deals} deals, ${changed} changed`);
}

function explain(error: unknown): string {
  if (error instanceof NotInstalledError) return error.message;
  if (!isCrmError(error)) throw error;
  if (error.kind === 'unauthorized') return 'HubSpot does not accept HUBSPOT_ACCESS_TOKEN: it is mistyped, expired or of another account.';
  const scopes = error.details.scopes.length > 0 ? ` Needed: ${error.details.scopes.join(', ')}.` : '';
  return `${error.message}.${scopes} Run the command again: it goes on where it stopped.`;
}

const { HUBSPOT_ACCESS_TOKEN: accessToken, HUBSPOT_API_ORIGIN: origin = 'https://api.hubapi.com' } = process.env;
if (accessToken === undefined || accessToken === '') fail('rescore needs HUBSPOT_ACCESS_TOKEN: a token of the account with crm.objects.deals.read, crm.objects.deals.write and crm.objects.custom.read.');
const options = optionsOrUsage();
const checkpoint = openCheckpoint(join('.workbench', 'rescore'), [origin, accessToken, String(options.all), ...options.ids]);
try {
  const { deals, scored, changed, skipped, failed, apiCalls, seconds } = await rescoreAll({
    origin, accessToken, options, checkpoint, nowMs: Date.now, onProgress: showProgress,
    onProblem: (dealId, reason) => console.error(`${process.stderr.isTTY ? '\r\u001B[K' : ''}Deal ${dealId}: ${reason}`),
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(JSON.stringify({ deals, scored, changed, skipped, failed, apiCalls, seconds: Number(seconds.toFixed(1)) }));
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  fail(`rescore: ${explain(error)}`);
}
