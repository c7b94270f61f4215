import { connect, explaining, printPlan, requireScopes, scopesOf, takeSteps } from './connection.ts';
import type { Connection } from './connection.ts';
import { planInstallation } from './installation-plan.ts';
import { readInstalled } from './installed.ts';
import { count } from './plan.ts';

export type InstallOptions = Connection & {
  /** Print what would be done, and do nothing. */
  readonly dryRun?: boolean;
};

/**
 * Brings an account to what the app needs: property groups, properties and options, the ticket pipeline, the ledger object, the account entry.
 * Creates what is missing and updates what has changed; what would lose data, or is somebody else's, stops it before the first write.
 *
 * @param options - account and output
 * @returns whether everything is in place, or would be; the reason why not has been printed
 */
export function installCrm(options: InstallOptions): Promise<boolean> {
  const { print } = options;
  return explaining(print, async () => {
    const ports = connect(options);
    const scopes = await scopesOf(ports);
    const installed = await readInstalled(ports, options.nowIso);
    const { portalId, timeZone, homeCurrency } = installed.details;
    print(`HubSpot account ${portalId} (${timeZone}, ${homeCurrency}) at ${options.origin}`);
    const plan = planInstallation(installed);
    if (plan.conflicts.length > 0) {
      print(
        `${plan.conflicts.length === 1 ? 'One thing stands' : `${plan.conflicts.length} things stand`} in the way. Nothing was changed.`,
      );
      for (const conflict of plan.conflicts) print(`  ! ${conflict}`);
      return false;
    }
    if (plan.steps.length === 0) {
      print('Nothing to do: everything the app needs is there. 0 writes.');
      return true;
    }
    requireScopes(
      scopes,
      plan.steps.flatMap((step) => step.scopes),
    );
    if (options.dryRun === true) {
      printPlan(plan, print);
      print('Nothing was changed: this was a dry run.');
      return true;
    }
    const writes = await takeSteps(ports, plan, options);
    print(`Done: ${count(writes, 'write', 'writes')}. Running this again changes nothing.`);
    return true;
  });
}
