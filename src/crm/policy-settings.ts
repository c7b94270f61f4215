import * as z from 'zod/mini';
import { policyDifference, policySchema } from '../policy/index.ts';
import { allMismatches } from '../vocabulary/fault.ts';
import type { Mismatch } from '../vocabulary/fault.ts';
import { readTerms, storedTerms } from '../terms/index.ts';
import { appSettingsSchema, defaultAppSettings } from './app-settings.ts';
import { MODEL_VERSION } from '../scoring/model-version.ts';
import type { PolicyInForce } from './policy-in-force.ts';
import type { StoredPolicy } from './stored-policy.ts';

const planNotation = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text) => readTerms(text).ok,
        'payment terms such as net 30, 30 days end of month or 50% order + 50% net 30',
      ),
    ),
  z.transform(storedTerms),
);
const countryCode = z.string().check(z.regex(/^[A-Z]{2}$/, 'a country code of two letters, such as DE'));

/** Everything of the policy that a person sets: what is stored once defaults and version are taken off. */
export const policySettingsSchema = z.strictObject({
  model: policySchema,
  app: z.extend(appSettingsSchema, { defaultPaymentPlan: planNotation, sellerCountry: z.nullable(countryCode) }),
});
export type PolicySettings = z.infer<typeof policySettingsSchema>;

/**
 * Checks what somebody wants to save.
 *
 * @param value - anything
 * @returns the settings, or everything wrong with its path (`model.discount.step`)
 */
export function readPolicySettings(
  value: unknown,
):
  | { readonly ok: true; readonly settings: PolicySettings }
  | { readonly ok: false; readonly faults: readonly Mismatch[] } {
  const parsed = policySettingsSchema.safeParse(value);
  return parsed.success
    ? { ok: true, settings: parsed.data }
    : { ok: false, faults: allMismatches(parsed.error, value) };
}

/** What of the settings a score reads: the model's policy, and what stands in for what a deal does not say. */
function readByScores({ model, app }: PolicySettings): unknown {
  const { defaultGrossMargin, defaultLeadTimeDays, defaultPaymentPlan } = app;
  return { model: policyDifference(model), defaultGrossMargin, defaultLeadTimeDays, defaultPaymentPlan };
}

/**
 * A policy as the ledger keeps it: only what differs from the defaults, of which model's defaults, and since when scores read the same.
 *
 * @param version - whole number from 1
 * @param before - the policy in force before; null for none
 */
export function toStoredPolicy(settings: PolicySettings, version: number, before: PolicyInForce | null): StoredPolicy {
  const { model, app } = settings;
  const isSame =
    before !== null &&
    before.version > 0 &&
    !before.isOfVersion1 &&
    JSON.stringify(readByScores(before)) === JSON.stringify(readByScores(settings));
  const changed = Object.entries(app).filter(
    ([name, value]) => JSON.stringify(defaultAppSettings[name as keyof typeof app]) !== JSON.stringify(value),
  );
  return {
    version,
    modelVersion: MODEL_VERSION,
    scoresSince: isSame ? before.scoresSince : version,
    model: policyDifference(model),
    app: Object.fromEntries(changed),
  };
}
