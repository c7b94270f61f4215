import { randomBytes } from 'node:crypto';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { isTimeZone } from '@deal-terms/core/crm';
import { leastCodeLength, policyKeyName } from '../../serverless/policy/approval-code.ts';
import { ledgerKeyName } from '../../serverless/ports/seal.ts';
import { connect, explaining, printPlan, requireScopes, scopesOf, takeSteps } from './connection.ts';
import type { Connection } from './connection.ts';
import { planInstallation } from './installation-plan.ts';
import { readInstalled } from './installed.ts';
import { count } from './plan.ts';
import type { Plan, Ports } from './plan.ts';
import { checkRoom } from './room.ts';

export type InstallOptions = Connection & {
  /** Print what would be done, and do nothing. */
  readonly dryRun?: boolean;
  /** Makes a key that nobody can guess. */
  readonly newLedgerKey?: () => string;
  /** Waits, in milliseconds. */
  readonly pause?: (ms: number) => Promise<unknown>;
};

/** HubSpot’s lists show a change after about five seconds (docs/hubspot.md section 7). */
const [readBacks, readBackPauseMs] = [6, 5_000];

/**
 * Brings an account to what the app needs: property groups, properties and options, the ticket pipeline, the ledger object, the account entry.
 * Creates what is missing and updates what has changed; what would lose data, or is somebody else's, stops it before the first write.
 *
 * @param options - account and output
 * @returns whether everything is in place, or would be; the reason why not has been printed
 */
export function installCrm(options: InstallOptions): Promise<boolean> {
  const { print, newLedgerKey = () => randomBytes(32).toString('base64url') } = options;
  return explaining(options, async () => {
    const ports = connect(options);
    const scopes = await scopesOf(ports);
    const installed = await readInstalled(ports);
    const { portalId, timeZone, homeCurrency } = installed.details;
    print(`HubSpot account ${portalId} (${timeZone}, ${homeCurrency}) at ${options.origin}`);
    const plan = planInstallation(installed);
    if (plan.conflicts.length > 0) return stopped(plan.conflicts, print);
    if (plan.steps.length === 0) {
      print('Nothing to do: everything the app needs is there. 0 writes.');
      return true;
    }
    requireScopes(
      scopes,
      plan.steps.flatMap((step) => step.scopes),
    );
    const room = await roomOf(ports, plan);
    if (room !== null && room.conflicts.length > 0) return stopped(room.conflicts, print);
    if (options.dryRun === true) {
      printPlan(plan, print);
      if (room !== null) print(room.line);
      print('Nothing was changed: this was a dry run.');
      return true;
    }
    const written = count(await takeSteps(ports, plan, options), 'write', 'writes');
    const left = await stillDifferent(ports, options);
    if (left.length === 0) {
      print(`Done: ${written}. Running this again changes nothing.`);
      if (!isTimeZone(timeZone))
        print(`This Node does not know the time zone ${timeZone}: days are counted in UTC where it is not known.`);
      if (installed.ledger.properties?.some(({ name }) => name === 'seal') !== true)
        for (const line of ledgerKeyLines(newLedgerKey())) print(line);
      return true;
    }
    print(`${written} done, and HubSpot does not show all of it yet:`);
    for (const difference of left) print(`  ! ${difference}`);
    print('Run this again in some minutes. What it says then, HubSpot did not take.');
    return false;
  });
}

/** What to do with a new key of the ledger; it is kept nowhere. */
function ledgerKeyLines(key: string): readonly string[] {
  return [
    `The app signs what grants something (policy, approvals, decisions) by a key of its own. This one is shown once:`,
    `  ${key}`,
    `Store it as a secret of the account, outside of this repository:  npx --package @hubspot/cli@8.14.0 hs secret add ${ledgerKeyName}`,
    `The policy and approvals are guarded by a code people type: store it the same way as ${policyKeyName}, at least ${leastCodeLength} characters long.`,
    `Entries from before are signed with it by:  ${ledgerKeyName}=… npm run ledger:sign`,
  ];
}

function stopped(conflicts: readonly string[], print: Connection['print']): false {
  print(
    `${conflicts.length === 1 ? 'One thing stands' : `${conflicts.length} things stand`} in the way. Nothing was changed.`,
  );
  for (const conflict of conflicts) print(`  ! ${conflict}`);
  return false;
}

/** Asked only where something is created that is limited. */
async function roomOf({ limits }: Ports, plan: Plan) {
  return checkRoom(plan, null) === null ? null : checkRoom(plan, await limits.room());
}

/** What a plan made from HubSpot’s lists would still do, read until it is nothing or patience is at an end. */
async function stillDifferent(ports: Ports, { pause = pauseFor }: InstallOptions): Promise<readonly string[]> {
  for (let reads = 1; ; reads += 1) {
    const { steps, conflicts } = planInstallation(await readInstalled(ports));
    const left = [
      ...conflicts,
      ...steps.flatMap(({ changes }) => changes.map(({ what, name, detail }) => `${what} ${name}: ${detail}`)),
    ];
    if (left.length === 0 || reads === readBacks) return left;
    await pause(readBackPauseMs);
  }
}
