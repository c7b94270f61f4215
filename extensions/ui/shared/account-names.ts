import type { DealNames } from '@deal-terms/core/insights';
import type { OpenedBoard } from './use-open-board.ts';

type Choice = { readonly label: string; readonly value: string };

/** Names of people and stages, by id, and the choices of the filters. */
export type AccountNames = {
  readonly owner: (id: string) => string;
  readonly stage: (id: string) => string;
  /** Names for a file: "" for what has none. */
  readonly inFile: Pick<DealNames, 'owner' | 'pipeline' | 'stage'>;
  readonly owners: Choice[];
  readonly pipelines: Choice[];
  /** Open stages of a pipeline, or of all of them. */
  readonly stages: (pipeline: string | null) => Choice[];
};

/**
 * @param opened - what `open-board` told
 */
export function accountNames({
  owners,
  pipelines,
}: Pick<OpenedBoard, 'pipelines'> & {
  readonly owners: readonly Pick<OpenedBoard['owners'][number], 'id' | 'name'>[];
}): AccountNames {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => ({ ...stage, pipeline })));
  const ownerNames = new Map(owners.map(({ id, name }) => [id, name]));
  const stageNames = new Map(stages.map(({ id, name }) => [id, name]));
  const pipelineNames = new Map(pipelines.map(({ id, name }) => [id, name]));
  return {
    owner: (id) => ownerNames.get(id) ?? 'Somebody who has left',
    stage: (id) => stageNames.get(id) ?? 'Unknown stage',
    inFile: {
      owner: (id) => ownerNames.get(id) ?? '',
      pipeline: (id) => pipelineNames.get(id) ?? id,
      stage: (id) => stageNames.get(id) ?? id,
    },
    owners: owners
      .map(({ id, name }) => ({ value: id, label: name }))
      .sort((one, other) => one.label.localeCompare(other.label)),
    pipelines: pipelines.map(({ id, name }) => ({ value: id, label: name })),
    stages: (chosen) =>
      stages
        .filter(({ isClosed, pipeline }) => !isClosed && (chosen === null || pipeline.id === chosen))
        .map(({ id, name, pipeline }) => ({
          value: id,
          label: chosen === null && pipelines.length > 1 ? `${pipeline.name}: ${name}` : name,
        })),
  };
}
