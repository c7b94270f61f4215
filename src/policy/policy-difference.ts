import { defaultPolicy } from './default-policy.ts';
import type { PartialPolicy } from './merge-policy.ts';
import type { Policy } from './policy-schema.ts';

type Value = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function difference(base: Value, value: Value): Value {
  const entries = Object.entries(value).flatMap(([key, now]) => {
    const before = base[key];
    if (JSON.stringify(before) === JSON.stringify(now)) return [];
    return [[key, isObject(before) && isObject(now) ? difference(before, now) : now] as const];
  });
  return Object.fromEntries(entries);
}

/** What a policy sets differently from the defaults: `mergePolicy` makes the same policy of it again. */
export function policyDifference(policy: Policy): PartialPolicy {
  return difference(defaultPolicy, policy);
}
