import type { Fault, Mismatch } from '../vocabulary/fault.ts';
import { faultOf, firstMismatch, shortForm } from '../vocabulary/fault.ts';
import { defaultPolicy } from './default-policy.ts';
import type { Policy } from './policy-schema.ts';
import { policySchema } from './policy-schema.ts';

type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

/** What a seller sets of the policy; everything else follows the defaults. */
export type PartialPolicy = DeepPartial<Policy>;

/** Whether a value is a plain collection of keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Objects key by key, everything else whole; `Object.fromEntries` keeps a key named `__proto__` an ordinary one. */
export function overlaid(base: unknown, over: unknown): unknown {
  if (!isObject(base) || !isObject(over)) return over;
  const entries = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(over))
    if (value !== undefined) entries.set(key, Object.hasOwn(base, key) ? overlaid(base[key], value) : value);
  return Object.fromEntries(entries);
}

/**
 * A partial policy merged over the defaults and checked whole (docs/model.md section 3; domains in section 2).
 *
 * @param partial - anything; absent means the defaults
 * @param at - path of the policy in the whole input, for the fault
 * @returns the policy, or the first fault met
 */
export function mergePolicy(
  partial: unknown,
  at: readonly PropertyKey[] = [],
): { ok: true; policy: Policy } | { ok: false; error: Fault } {
  const merged = readPartialPolicy(partial, at);
  return merged.ok ? merged : { ok: false, error: faultOf(merged.mismatch) };
}

/** As `mergePolicy`, with what is wrong in pieces. */
export function readPartialPolicy(
  partial: unknown,
  at: readonly PropertyKey[],
): { ok: true; policy: Policy } | { ok: false; mismatch: Mismatch } {
  if (partial === undefined) return { ok: true, policy: defaultPolicy };
  if (!isObject(partial))
    return { ok: false, mismatch: { path: at.join('.'), wanted: 'an object', found: shortForm(partial) } };
  const merged = overlaid(defaultPolicy, partial);
  const parsed = policySchema.safeParse(merged);
  return parsed.success
    ? { ok: true, policy: parsed.data }
    : { ok: false, mismatch: firstMismatch(parsed.error, merged, at) };
}
