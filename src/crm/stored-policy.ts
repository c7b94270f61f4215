import * as z from 'zod/mini';
import { defaultPolicy, mergePolicy } from '../policy/index.ts';
import { firstFault, shortForm } from '../scoring/fault.ts';
import type { Fault } from '../scoring/fault.ts';
import { readPaymentPlan } from '../terms/index.ts';
import { appSettingsSchema, defaultAppSettings, starterAppSettings } from './app-settings.ts';
import type { PolicyInForce } from './policy-in-force.ts';

/** Body of the ledger entries `policy/current` and `policy/<n>`: only what the seller set; the rest follows the defaults. `model` is a partial policy, checked once merged. */
export const storedPolicySchema = z.strictObject({
  version: z.int().check(z.gte(1)),
  model: z.unknown(),
  app: z.partial(appSettingsSchema),
});
export type StoredPolicy = z.infer<typeof storedPolicySchema>;

/**
 * The policy in force for what the ledger holds. Never throws: a body that cannot be used is answered by the defaults and a warning that names the fault.
 *
 * @param body - JSON text of `policy/current`; null when nobody has stored a policy, which is no fault
 */
export function readPolicy(body: string | null): PolicyInForce {
  if (body === null) return { version: 0, model: defaultPolicy, app: starterAppSettings, warning: null };
  const json = parseJson(body);
  if (json === undefined) return inForce({ path: '', message: 'expected JSON' });
  const stored = storedPolicySchema.safeParse(json);
  if (!stored.success) return inForce(firstFault(stored.error, json));
  const app = appSettingsSchema.parse({ ...defaultAppSettings, ...stored.data.app });
  const plan = readPaymentPlan(app.defaultPaymentPlan, null);
  if (!plan.ok)
    return inForce({
      path: 'app.defaultPaymentPlan',
      message: `expected payment terms such as net 30, got ${shortForm(app.defaultPaymentPlan)}`,
    });
  const merged = mergePolicy(stored.data.model, ['model']);
  return merged.ok ? { version: stored.data.version, model: merged.policy, app, warning: null } : inForce(merged.error);
}

/** The built-in policy with its starter limits, and the fault it stands in for. */
function inForce(fault: Fault): PolicyInForce {
  const inWords = `${fault.path === '' ? 'Policy' : fault.path}: ${fault.message}`;
  return {
    version: 0,
    model: defaultPolicy,
    app: starterAppSettings,
    warning: `The stored policy cannot be used, the built-in one stands in. ${inWords}.`,
    fault: inWords,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
