import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { planLiquidity, planOptions } from '@deal-terms/core/plan';
import type { PlanDeal } from '@deal-terms/core/plan';
import { mergePolicy } from '@deal-terms/core/policy';
import type { Policy } from '@deal-terms/core/policy';
import { readDealLine } from '@deal-terms/core/scoring';
import type { LineError } from '@deal-terms/core/scoring';
import { linesOf } from './ndjson/lines.ts';

/** `npm run --silent plan -- --policy policy.json`: deals as NDJSON on standard input, one plan as JSON on standard output (model section 11). */
function readPolicyFile(file: string | undefined): Policy {
  const merged = mergePolicy(file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as unknown));
  if (!merged.ok) throw new Error(`${merged.error.path}: ${merged.error.message}`);
  return merged.policy;
}

async function readDeals(policy: Policy): Promise<{ deals: PlanDeal[]; errors: LineError[] }> {
  const deals: PlanDeal[] = [];
  const errors: LineError[] = [];
  let currency: string | undefined;
  for await (const { text, number } of linesOf(process.stdin)) {
    const read = readDealLine(text, number, policy, currency);
    if (!read.ok) {
      errors.push(read.error);
      continue;
    }
    currency ??= read.input.deal.currency ?? undefined;
    deals.push({ id: read.input.id, options: planOptions(read.input) });
    if (process.stderr.isTTY && deals.length % 100 === 0) process.stderr.write(`\r${deals.length} deals`);
  }
  if (process.stderr.isTTY && deals.length >= 100) process.stderr.write('\r\u001B[K');
  return { deals, errors };
}

const { values } = parseArgs({ options: { policy: { type: 'string' } } });
try {
  const policy = readPolicyFile(values.policy);
  const { deals, errors } = await readDeals(policy);
  console.log(JSON.stringify({ ...planLiquidity(deals, policy), errors }));
  process.exitCode = errors.length > 0 ? 1 : 0;
} catch (error) {
  console.error(
    `plan: cannot use the policy ${values.policy ?? ''}: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}
