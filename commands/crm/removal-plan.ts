import { ledgerObject } from '@deal-terms/core/crm';
import { ledgerGroup } from './installed.ts';
import type { Installed, InstalledSet } from './installed.ts';
import { findPipeline } from './pipeline-plan.ts';
import { batches, count } from './plan.ts';
import type { Plan, Step } from './plan.ts';
import { recordScopes, schemaScopes } from './scopes.ts';

/** A plan, and what stays although it looks like the app's. */
export type RemovalPlan = Plan & { readonly kept: readonly string[] };

/**
 * What is the app's and can go: its properties in its groups, its pipeline, its ledger. The ledger goes last: with it, a removal that was interrupted goes on.
 *
 * @param installed - what is there
 * @param ticketsInPipeline - requests that are still in the pipeline; HubSpot does not delete one that is in use
 */
export function planRemoval(installed: Installed, ticketsInPipeline: number): RemovalPlan {
  const { ours } = findPipeline(installed);
  const conflicts =
    ours === null || ticketsInPipeline === 0
      ? []
      : [
          `${count(ticketsInPipeline, 'ticket is', 'tickets are')} in the pipeline ${ours.label}. Move or delete ${ticketsInPipeline === 1 ? 'it' : 'them'} first.`,
        ];
  const sets = installed.sets.map(removeSet);
  const pipeline: Step[] =
    ours === null
      ? []
      : [
          {
            changes: [
              {
                change: 'delete',
                what: 'ticket pipeline',
                name: ours.label,
                detail: count(ours.stages.length, 'stage', 'stages'),
              },
            ],
            does: `deleted the ticket pipeline ${ours.label}`,
            scopes: ['tickets'],
            apply: async ({ schema }) => {
              await schema.removePipeline('tickets', ours.id);
              return 1;
            },
          },
        ];
  return {
    steps: [...pipeline, ...sets.flatMap(({ steps }) => steps), ...removeLedger(installed)],
    conflicts,
    kept: sets.flatMap(({ kept }) => kept),
  };
}

function removeSet({
  set: { objectType, singular, group, properties },
  properties: existing,
  group: found,
}: InstalledSet): { readonly steps: readonly Step[]; readonly kept: readonly string[] } {
  const scopes = [schemaScopes(objectType).write];
  const names = new Set(properties.map(({ name }) => name));
  const inGroup = (existing ?? []).filter(({ groupName }) => groupName === group.name);
  const ours = inGroup.filter(({ name }) => names.has(name));
  const others = inGroup.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  const archive = batches(ours).map((batch): Step => ({
    changes: batch.map(({ name, label }) => ({ change: 'archive', what: `${singular} property`, name, detail: label })),
    does: `archived ${count(batch.length, `${singular} property`, `${singular} properties`)}`,
    scopes,
    apply: async ({ schema }) => {
      await schema.archiveProperties(
        objectType,
        batch.map(({ name }) => name),
      );
      return 1;
    },
  }));
  const removesGroup = found !== null && others.length === 0;
  const groupStep: Step = {
    changes: [{ change: 'delete', what: `${singular} property group`, name: group.name, detail: group.label }],
    does: `deleted the ${singular} property group ${group.name}`,
    scopes,
    apply: async ({ schema }) => {
      await schema.removeGroup(objectType, group.name);
      return 1;
    },
  };
  const elsewhere = (existing ?? [])
    .filter(({ name, groupName }) => names.has(name) && groupName !== group.name)
    .map(({ name, groupName }) => `${singular} property ${name} in the group ${groupName ?? '(none)'}: not the app’s`);
  const kept =
    others.length === 0
      ? []
      : [`${singular} property group ${group.name}: it has properties that are not the app’s (${others.join(', ')})`];
  return { steps: [...archive, ...(removesGroup ? [groupStep] : [])], kept: [...kept, ...elsewhere] };
}

function removeLedger({ ledger: { set, properties } }: Installed): Step[] {
  if (properties === null || ledgerGroup(properties) === null) return [];
  return [
    {
      changes: [
        {
          change: 'delete',
          what: 'custom object',
          name: ledgerObject.name,
          detail: 'with all its entries: policy versions, decisions, slots',
        },
      ],
      does: `deleted the custom object ${ledgerObject.name} with all its entries`,
      scopes: [schemaScopes(set.objectType).write, recordScopes(set.objectType).write],
      apply: async ({ ledger }) => {
        let writes = 0;
        for (let ids = await ledger.someEntries(); ids.length > 0; ids = await ledger.someEntries(), writes += 1)
          await ledger.archiveEntries(ids);
        await ledger.removeLedger();
        return writes + 1;
      },
    },
  ];
}
