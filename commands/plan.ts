import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HORIZON_DAYS, dealTrades, planBasis, planLiquidity } from '@deal-terms/core/plan';
import type { DealTrades, PlanBasis } from '@deal-terms/core/plan';
import { mergePolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';
import { readDealLine } from '@deal-terms/core/scoring';
import type { LineError } from '@deal-terms/core/scoring';
import { linesOf, withoutByteOrderMark } from './ndjson/lines.ts';

/** What was asked for cannot be used; the message says why. */
class UnusableRequest extends Error {}

function readPolicyFile(file: string | undefined): Policy {
  if (file === undefined) return usable(mergePolicy(undefined));
  try {
    return usable(mergePolicy(JSON.parse(withoutByteOrderMark(readFileSync(file, 'utf8'))) as unknown));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON in UTF-8' : (error as Error).message;
    throw new UnusableRequest(`cannot use the policy ${file}: ${why}`);
  }
}

function usable(merged: ReturnType<typeof mergePolicy>): Policy {
  if (!merged.ok) throw new UnusableRequest(`${merged.error.path}: ${merged.error.message}`);
  return merged.policy;
}

function readHorizon(days: string | undefined): number {
  if (days === undefined) return HORIZON_DAYS;
  const horizon = Number(days);
  if (days.trim() === '' || !Number.isFinite(horizon) || horizon < 0)
    throw new UnusableRequest(`--horizon-days needs a number of days of at least 0, such as 182, got ${days}`);
  return horizon;
}

async function readDeals(policy: Policy, basis: PlanBasis): Promise<{ deals: DealTrades[]; errors: LineError[] }> {
  const deals: DealTrades[] = [];
  const errors: LineError[] = [];
  const lineOf = new Map<string, number>();
  let currency: string | undefined;
  for await (const { text, number } of linesOf(process.stdin)) {
    const read = readDealLine(text, number, policy, currency);
    if (!read.ok) {
      errors.push(read.error);
      continue;
    }
    const { id } = read.input;
    const before = lineOf.get(id);
    if (before !== undefined) {
      const message = `expected each deal once, got ${JSON.stringify(id)} of line ${before} again`;
      errors.push({ id, line: number, error: { path: 'id', message } });
      continue;
    }
    lineOf.set(id, number);
    currency ??= read.input.deal.currency ?? undefined;
    deals.push(dealTrades(read.input, basis));
    if (process.stderr.isTTY && deals.length % 100 === 0) process.stderr.write(`\r${deals.length} deals`);
  }
  if (process.stderr.isTTY && deals.length >= 100) process.stderr.write('\r\u001B[K');
  return { deals, errors };
}

/** `npm run --silent plan -- --policy policy.json [--horizon-days 182]`: deals as NDJSON on standard input, one plan as JSON on standard output (docs/model.md section 11). */
async function plan(): Promise<void> {
  const { values } = parseArgs({ options: { policy: { type: 'string' }, 'horizon-days': { type: 'string' } } });
  const policy = readPolicyFile(values.policy);
  const basis = planBasis(policy, readHorizon(values['horizon-days']));
  const { deals, errors } = await readDeals(policy, basis);
  console.log(JSON.stringify({ ...planLiquidity(deals, basis), errors }));
  process.exitCode = errors.length > 0 ? 1 : 0;
}

try {
  await plan();
} catch (error) {
  if (!(error instanceof UnusableRequest || error instanceof TypeError)) throw error;
  console.error(`plan: ${error.message}`);
  process.exitCode = 1;
}
