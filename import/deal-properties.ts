import * as z from 'zod/mini';
import type { CrmClient } from '../workbench/crm-client.ts';
import { inBatches } from './batches.ts';
import { headerKey } from './header-names.ts';
import { plainLabel } from './plain-label.ts';

const optionSchema = z.object({
  label: z.string(),
  value: z.string(),
  displayOrder: z.optional(z.number()),
  hidden: z.optional(z.boolean()),
});
const propertySchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  hubspotDefined: z.boolean(),
  externalOptions: z.boolean(),
  options: z.array(optionSchema),
  modificationMetadata: z.object({ readOnlyValue: z.boolean() }),
});
/** A deal property of the account, as its API tells it. */
export type DealProperty = z.infer<typeof propertySchema>;

const group = { name: 'imported_columns', label: 'Imported columns' } as const;

export async function readDealProperties(crm: CrmClient): Promise<readonly DealProperty[]> {
  return z.object({ results: z.array(propertySchema) }).parse(await crm.get('/crm/v3/properties/deals')).results;
}

/** The property a column is named after: by label, by internal name as HubSpot exports it on demand, or by either as warehouses spell it. */
export function propertyFinder(properties: readonly DealProperty[]): (header: string) => DealProperty | null {
  const byLabel = new Map(properties.map((property) => [plainLabel(property.label), property]));
  const byName = new Map(properties.map((property) => [property.name, property]));
  const byKey = new Map(
    properties.flatMap(({ name, label }) => [headerKey(label), headerKey(name)].map((key) => [key, name])),
  );
  return (header) =>
    byName.get(header.trim()) ??
    byLabel.get(plainLabel(header)) ??
    byName.get(byKey.get(headerKey(header)) ?? '') ??
    null;
}

/** Defines text properties, in a group of their own. */
export async function createTextProperties(
  crm: CrmClient,
  properties: readonly { readonly name: string; readonly label: string }[],
): Promise<void> {
  if (properties.length === 0) return;
  await crm.post('/crm/v3/properties/deals/groups', { ...group, displayOrder: -1 });
  for (const batch of inBatches(properties)) {
    const inputs = batch.map((property) => ({
      ...property,
      groupName: group.name,
      type: 'string',
      fieldType: 'text',
      description: 'A column of the imported file.',
    }));
    await crm.post('/crm/v3/properties/deals/batch/create', { inputs });
  }
}

/** Adds choices to a list of HubSpot's own, as the account the file comes from has done. */
export async function addChoices(
  crm: CrmClient,
  { name, options }: DealProperty,
  choices: readonly string[],
): Promise<void> {
  const added = choices.map((choice, place) => ({
    label: choice,
    value: choice,
    displayOrder: options.length + place,
    hidden: false,
  }));
  await crm.patch(`/crm/v3/properties/deals/${name}`, { options: [...options, ...added] });
}
