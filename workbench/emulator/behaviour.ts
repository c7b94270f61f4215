import * as z from 'zod/mini';

/** A property an administrator demands. Without `when` new records need it; with `when`, every record in which another property has one of some values. */
const writeRuleSchema = z.strictObject({
  objectType: z.string(),
  property: z.string(),
  when: z.optional(z.strictObject({ property: z.string(), values: z.array(z.string()) })),
});
export type WriteRule = z.infer<typeof writeRuleSchema>;

/** Something of the account that needs a property: a workflow, a form, a list, a calculated property. */
const propertyUseSchema = z.strictObject({
  objectType: z.string(),
  property: z.string(),
  parentType: z.string(),
  parentName: z.string(),
});
export type PropertyUse = z.infer<typeof propertyUseSchema>;

/** How the account behaves where accounts differ, or where nobody outside HubSpot knows. */
export const behaviourSchema = z.strictObject({
  /** Enforced on the dated paths, as HubSpot does. */
  writeRules: z.array(writeRuleSchema),
  /** A property in use cannot be archived. */
  propertyUses: z.array(propertyUseSchema),
  /** Whether another record may have a unique value of an archived one. HubSpot does not say. */
  archivedUniqueValues: z.enum(['kept', 'freed']),
});
export type Behaviour = z.infer<typeof behaviourSchema>;

/** Where it is not known what HubSpot does, the stricter: an app that copes with it copes with the other. */
export const standardBehaviour: Behaviour = { writeRules: [], propertyUses: [], archivedUniqueValues: 'kept' };
