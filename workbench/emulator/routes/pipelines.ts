import { ApiError, notEmulated } from '../errors.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf } from '../operation.ts';
import { pipelinesPaths } from '../paths.ts';
import type { Pipeline, PipelineStage } from '../store/pipelines.ts';

/** Pipelines and their stages, to be read; `pipeline-writes.ts` has the rest. */
export const pipelineOperations: readonly Operation[] = [
  { method: 'GET', paths: pipelinesPaths(''), handle: list },
  { method: 'GET', paths: pipelinesPaths('/:pipelineId'), handle: read },
  { method: 'GET', paths: pipelinesPaths('/:pipelineId/stages'), handle: listStages },
  { method: 'GET', paths: pipelinesPaths('/:pipelineId/stages/:stageId'), handle: readStage },
];

function pipelinesOf(call: Call): readonly Pipeline[] {
  const kind = kindOf(call, 'read');
  const pipelines = call.store.pipelines.list(kind.typeId);
  if (pipelines.length === 0) throw notEmulated(`Pipelines of ${kind.plural}`);
  return pipelines;
}

function list(call: Call): Reply {
  return { status: 200, body: { results: pipelinesOf(call).map(wirePipeline) } };
}

function read(call: Call): Reply {
  return { status: 200, body: wirePipeline(requirePipeline(call)) };
}

function listStages(call: Call): Reply {
  return { status: 200, body: { results: requirePipeline(call).stages.map(wireStage) } };
}

function readStage(call: Call): Reply {
  const stage = requirePipeline(call).stages.find(({ id }) => id === call.parameter('stageId'));
  if (stage === undefined) throw notThere(`Stage with ID ${call.parameter('stageId')} was not found.`);
  return { status: 200, body: wireStage(stage) };
}

/** @throws {ApiError} 404 */
export function requirePipeline(call: Call): Pipeline {
  const pipeline = pipelinesOf(call).find(({ id }) => id === call.parameter('pipelineId'));
  if (pipeline === undefined) throw notThere(`Pipeline with ID ${call.parameter('pipelineId')} was not found.`);
  return pipeline;
}

export const notThere = (message: string) => new ApiError(404, { message, category: 'OBJECT_NOT_FOUND' });
export const wireStage = (stage: PipelineStage) => ({
  ...stage,
  archived: false,
  writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
});
export const wirePipeline = (pipeline: Pipeline) => ({
  ...pipeline,
  stages: pipeline.stages.map(wireStage),
  archived: false,
});
