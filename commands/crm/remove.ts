import { connect, explaining, printPlan, requireScopes, scopesOf } from './connection.ts';
import type { Connection } from './connection.ts';
import { readInstalled } from './installed.ts';
import { findPipeline } from './pipeline-plan.ts';
import { count } from './plan.ts';
import { planRemoval } from './removal-plan.ts';
import { takeWhatGoes } from './take-what-goes.ts';

export type RemoveOptions = Connection & {
  readonly dryRun?: boolean;
  /** Asked after everything has been listed. */
  readonly confirm: (portalId: number) => Promise<boolean>;
};

/**
 * Takes out of an account what `installCrm` put there, and nothing else, once that has been listed and confirmed.
 *
 * @param options - account, output, and whom to ask
 * @returns whether it is gone, or would be; the reason why not has been printed
 */
export function removeCrm(options: RemoveOptions): Promise<boolean> {
  const { print } = options;
  return explaining(options, async () => {
    const ports = connect(options);
    const scopes = await scopesOf(ports);
    const installed = await readInstalled(ports);
    const { portalId } = installed.details;
    print(`HubSpot account ${portalId} at ${options.origin}`);
    const { ours } = findPipeline(installed);
    const plan = planRemoval(
      installed,
      ours === null ? { total: 0, ids: [] } : await ports.schema.recordsWith('tickets', 'hs_pipeline', ours.id),
    );
    for (const kept of plan.kept) print(`  kept: ${kept}`);
    if (plan.steps.length === 0) {
      print('Nothing to do: nothing of the app is here. 0 writes.');
      return true;
    }
    if (plan.conflicts.length > 0) {
      for (const conflict of plan.conflicts) print(`  ! ${conflict}`);
      print('Nothing was changed.');
      return false;
    }
    requireScopes(
      scopes,
      plan.steps.flatMap((step) => step.scopes),
    );
    printPlan(plan, print);
    if (options.dryRun === true) {
      print('Nothing was changed: this was a dry run.');
      return true;
    }
    if (!(await options.confirm(portalId))) {
      print('Nothing was changed.');
      return false;
    }
    const { writes, stays } = await takeWhatGoes(ports, plan.steps, options);
    const kept =
      'HubSpot keeps archived properties, and their values, for a while: an administrator can restore them, and so does installing again.';
    if (stays === 0) {
      print(`Done: ${count(writes, 'write', 'writes')}. ${kept}`);
      return true;
    }
    print(
      `${count(writes, 'write', 'writes')} done; ${count(stays, 'thing stays', 'things stay')}, for the reasons above. See to them in this order, then run this again. ${kept}`,
    );
    return false;
  });
}
