import type { Policy } from '../policy/index.ts';
import type { PipelineDeal } from './pipeline.ts';

/** A line no JSON is. */
const END = 'END_OF_INPUT';
const policyFile = '"${TMPDIR:-/tmp}/plan-policy.json"';

/**
 * A plan as a shell runs it: writes the policy into a file and hands the deals to `npm run plan`, which comes to the same figures. Names of customers
 * and their words are not in it.
 *
 * @param deals - those of the plan, in home currency
 * @param policy - the plan's, whole
 * @param horizonDays - the plan's
 */
export function planCommand(deals: readonly PipelineDeal[], policy: Policy, horizonDays: number): string {
  const lines = deals.map(({ input: { id, deal, customer, policy: own } }) => {
    const { daysSaved, fixedCost, costPerDay } = own.expedite;
    const isAnswered = JSON.stringify(own.expedite) !== JSON.stringify(policy.expedite);
    const expedite = isAnswered ? { expedite: { daysSaved, fixedCost, costPerDay } } : {};
    return JSON.stringify({ id, deal: { ...deal, ...expedite }, customer });
  });
  return [
    `cat > ${policyFile} <<'${END}'`,
    JSON.stringify(policy),
    END,
    `npm run --silent plan -- --policy ${policyFile} --horizon-days ${horizonDays} <<'${END}'`,
    ...lines,
    END,
    '',
  ].join('\n');
}
