import * as z from 'zod/mini';
import { defaultPolicy, fromVersion1, readPartialPolicy } from '../policy/index.ts';
import { firstMismatch, mismatchInWords } from '../vocabulary/fault.ts';
import { MODEL_VERSION } from '../scoring/model-version.ts';
import { readNotation } from '../terms/read-notation.ts';
import { appSettingsSchema, defaultAppSettings, starterAppSettings } from './app-settings.ts';
import { parseJson } from './parse-json.ts';
import type { PolicyInForce } from './policy-in-force.ts';

/** Body of the ledger entries `policy/current` and `policy/<n>`: only what the seller set; the rest follows the defaults. `model` is a partial policy, checked once merged. */
export const storedPolicySchema = z.strictObject({
  version: z.int().check(z.gte(1)),
  /** Of the model whose defaults the differences are from; absent in what the first one stored. */
  modelVersion: z.optional(z.union([z.literal(1), z.literal(MODEL_VERSION)])),
  /** Version from which the score reads what it reads now: what only the app uses makes no score stale. Absent: this one. */
  scoresSince: z.optional(z.int().check(z.gte(1))),
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
  if (body === null) return { ...builtIn, warning: null };
  const json = parseJson(body);
  if (json === undefined) return standIn('It is not JSON.');
  const stored = storedPolicySchema.safeParse(json);
  if (!stored.success) return standIn(mismatchInWords(firstMismatch(stored.error, json)));
  const app = appSettingsSchema.parse({ ...defaultAppSettings, ...stored.data.app });
  if (readNotation(app.defaultPaymentPlan) === null)
    return standIn(
      `“app.defaultPaymentPlan” is “${app.defaultPaymentPlan}” and should be payment terms such as net 30.`,
    );
  const { version, modelVersion = 1, scoresSince = version, model } = stored.data;
  const isOfVersion1 = modelVersion === 1;
  const merged = readPartialPolicy(isOfVersion1 ? fromVersion1(model, app.defaultGrossMargin) : model, ['model']);
  if (!merged.ok) return standIn(mismatchInWords(merged.mismatch));
  return { version, scoresSince, isOfVersion1, model: merged.policy, app, warning: null };
}

const builtIn = {
  version: 0,
  scoresSince: 0,
  isOfVersion1: false,
  model: defaultPolicy,
  app: starterAppSettings,
} as const satisfies Omit<PolicyInForce, 'warning'>;

/** The built-in policy with its starter limits, and the fault it stands in for. */
function standIn(fault: string): PolicyInForce {
  return { ...builtIn, warning: `The stored policy cannot be used, the built-in one stands in. ${fault}`, fault };
}
