import { accountSchema, expeditePipeline } from '@deal-terms/core/crm';
import type { Account, PipelineDefinition } from '@deal-terms/core/crm';
import type { ExistingPipeline, ExistingStage } from '../../serverless/ports/schema-port.ts';
import type { Installed } from './installed.ts';
import { count } from './plan.ts';
import type { Plan, Step } from './plan.ts';

type StageIds = NonNullable<Account['expedite']>;
const definition: PipelineDefinition = expeditePipeline;
const scopes = ['tickets'];

/**
 * The pipeline of expedite requests, if the account has it: the one the account entry names, else one of its label that has all its stages.
 * `stranger` is one of its label that is neither.
 */
export function findPipeline({ pipelines, accountEntry }: Pick<Installed, 'pipelines' | 'accountEntry'>): {
  readonly ours: ExistingPipeline | null;
  readonly stranger: boolean;
} {
  const known = storedAccount(accountEntry?.body ?? null)?.expedite?.pipelineId;
  const named = pipelines.find(({ id }) => id === known);
  if (named !== undefined) return { ours: named, stranger: false };
  const labelled = pipelines.find(({ label }) => label === definition.label);
  if (labelled === undefined) return { ours: null, stranger: false };
  const labels = new Set(labelled.stages.map(({ label }) => label));
  const isOurs = definition.stages.every(({ label }) => labels.has(label));
  return { ours: isOurs ? labelled : null, stranger: !isOurs };
}

/** What the pipeline still needs. Stages people added, and their order, are left alone. */
export function planPipeline(installed: Installed): Plan {
  const { ours, stranger } = findPipeline(installed);
  if (stranger)
    return {
      steps: [],
      conflicts: [`There is a ticket pipeline ${definition.label} whose stages are not the app’s. Rename it.`],
    };
  if (ours === null) {
    const step: Step = {
      changes: [
        {
          change: 'create',
          what: 'ticket pipeline',
          name: definition.label,
          detail: definition.stages.map(({ label }) => label).join(', '),
        },
      ],
      does: `created the ticket pipeline ${definition.label} with ${count(definition.stages.length, 'stage', 'stages')}`,
      scopes,
      apply: async ({ schema }) => {
        await schema.createPipeline(definition);
        return 1;
      },
    };
    return { steps: [step], conflicts: [] };
  }
  return { steps: stageSteps(ours, storedAccount(installed.accountEntry?.body ?? null)?.expedite), conflicts: [] };
}

/**
 * Ids of pipeline and stages by the app's keys, as far as the account has them.
 *
 * @param stored - ids written before: they hold when somebody renamed a stage
 */
export function stageIds(pipeline: ExistingPipeline, stored: StageIds | undefined): StageIds {
  const found = definition.stages.flatMap((stage) => {
    const existing = stageOf(pipeline, stage, stored);
    return existing === undefined ? [] : [[stage.key, existing.id] as const];
  });
  return { pipelineId: pipeline.id, stages: Object.fromEntries(found) };
}

/** The account entry's body; null for none and for one that cannot be read. */
export function storedAccount(body: string | null): Account | null {
  try {
    const parsed = accountSchema.safeParse(JSON.parse(body ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function stageOf(
  pipeline: ExistingPipeline,
  { key, label }: PipelineDefinition['stages'][number],
  stored: StageIds | undefined,
): ExistingStage | undefined {
  const id = stored?.pipelineId === pipeline.id ? stored.stages[key] : undefined;
  return pipeline.stages.find((stage) => stage.id === id) ?? pipeline.stages.find((stage) => stage.label === label);
}

function stageSteps(pipeline: ExistingPipeline, stored: StageIds | undefined): Step[] {
  return definition.stages.flatMap((stage): Step[] => {
    const found = stageOf(pipeline, stage, stored);
    if (found === undefined) {
      const apply: Step['apply'] = async ({ schema }) => {
        await schema.createStage(definition, pipeline.id, stage);
        return 1;
      };
      return [
        {
          changes: [{ change: 'create', what: 'ticket stage', name: stage.key, detail: stage.label }],
          does: `created the ticket stage ${stage.label}`,
          scopes,
          apply,
        },
      ];
    }
    const state = found.metadata['ticketState'];
    const changes = [
      ...(found.label === stage.label ? [] : [`label: “${found.label}” → “${stage.label}”`]),
      ...(state === undefined || state === stage.metadata.ticketState
        ? []
        : [`ticket state: ${state} → ${stage.metadata.ticketState}`]),
    ].join('; ');
    if (changes === '') return [];
    const apply: Step['apply'] = async ({ schema }) => {
      await schema.updateStage(definition, pipeline.id, found.id, stage);
      return 1;
    };
    return [
      {
        changes: [{ change: 'update', what: 'ticket stage', name: stage.key, detail: changes }],
        does: `updated the ticket stage ${stage.key}: ${changes}`,
        scopes,
        apply,
      },
    ];
  });
}
