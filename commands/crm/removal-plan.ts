import { ledgerObject } from '@deal-terms/core/crm';
import type { ExistingProperty } from '../../serverless/ports/schema-port.ts';
import { ledgerGroup } from './installed.ts';
import type { Installed, InstalledSet } from './installed.ts';
import { findPipeline } from './pipeline-plan.ts';
import { inBatches } from '../../serverless/ports/batches.ts';
import { count } from './plan.ts';
import type { Plan, Step } from './plan.ts';
import { recordScopes, schemaScopes } from './scopes.ts';

/** A step that HubSpot may refuse because something still uses what it takes away. */
export type RemovalStep = Step & {
  /** What goes, in words: `ticket pipeline Expedited shipments`. */
  readonly subject: string;
  /** The same one by one, for a batch that is refused whole. */
  readonly oneByOne?: readonly RemovalStep[];
  /** What a refusal means that names nothing. */
  readonly refusalMeans?: string;
  /** Only when nothing else stayed: another run finds by it what is left. */
  readonly last?: boolean;
};

/** A plan, and what stays although it looks like the app's. */
export type RemovalPlan = Omit<Plan, 'steps'> & {
  readonly steps: readonly RemovalStep[];
  readonly kept: readonly string[];
};

/**
 * What is the app's and can go: its properties in its groups, its pipeline, its ledger. The ledger goes last: with it, a removal that was interrupted goes on.
 *
 * @param installed - what is there
 * @param inPipeline - requests that are still in the pipeline; HubSpot does not delete one that is in use
 */
export function planRemoval(
  installed: Installed,
  inPipeline: { readonly total: number; readonly ids: readonly string[] },
): RemovalPlan {
  const { ours } = findPipeline(installed);
  const conflicts =
    ours === null || inPipeline.total === 0
      ? []
      : [
          `${count(inPipeline.total, 'ticket is', 'tickets are')} in the pipeline ${ours.label} (${listed(inPipeline)}). Move or delete ${inPipeline.total === 1 ? 'it' : 'them'} first.`,
        ];
  const sets = installed.sets.map(removeSet);
  const pipeline: RemovalStep[] =
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
            subject: `ticket pipeline ${ours.label}`,
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
}: InstalledSet): { readonly steps: readonly RemovalStep[]; readonly kept: readonly string[] } {
  const scopes = [schemaScopes(objectType).write];
  const names = new Set(properties.map(({ name }) => name));
  const inGroup = (existing ?? []).filter(({ groupName }) => groupName === group.name);
  const ours = inGroup.filter(({ name }) => names.has(name));
  const others = inGroup.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  const archiveStep = (batch: readonly ExistingProperty[]): RemovalStep => ({
    subject: `${singular} property ${batch.map(({ name }) => name).join(', ')}`,
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
  });
  const archive = inBatches(ours).map((batch): RemovalStep => ({
    ...archiveStep(batch),
    oneByOne: batch.map((property) => archiveStep([property])),
  }));
  const removesGroup = found !== null && others.length === 0;
  const groupStep: RemovalStep = {
    subject: `${singular} property group ${group.name}`,
    refusalMeans: 'properties are still in it.',
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

function removeLedger({ ledger: { set, properties } }: Installed): RemovalStep[] {
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
      subject: `custom object ${ledgerObject.name}`,
      last: true,
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

/** Ids as far as they are known: `12, 13 and 4 more`. */
function listed({ total, ids }: { readonly total: number; readonly ids: readonly string[] }): string {
  const more = total - ids.length;
  return `${ids.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
