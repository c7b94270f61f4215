export { defaultPolicy } from './default-policy.ts';
export { mergePolicy, readPartialPolicy } from './merge-policy.ts';
export type { PartialPolicy } from './merge-policy.ts';
export { fromVersion1 } from './version-1.ts';
export { policyDifference } from './policy-difference.ts';
export { policySchema } from './policy-schema.ts';
export type { Policy } from './policy-schema.ts';
