import * as z from 'zod/mini';
import { invalidRequest } from '../errors.ts';
import { iso } from '../formatters.ts';
import { limits } from '../limits.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody } from '../operation.ts';
import { pipelinesPaths } from '../paths.ts';
import { freePipelineNumber } from '../store/pipelines.ts';
import type { Pipeline, PipelineStage } from '../store/pipelines.ts';
import { requireRoom } from './limits.ts';
import { notThere, requirePipeline, wirePipeline, wireStage } from './pipelines.ts';

/** What changes pipelines and their stages. */
export const pipelineWriteOperations: readonly Operation[] = [
  { method: 'POST', paths: pipelinesPaths(''), handle: create },
  { method: 'PATCH', paths: pipelinesPaths('/:pipelineId'), handle: update },
  { method: 'DELETE', paths: pipelinesPaths('/:pipelineId'), handle: remove },
  { method: 'POST', paths: pipelinesPaths('/:pipelineId/stages'), handle: createStage },
  { method: 'PATCH', paths: pipelinesPaths('/:pipelineId/stages/:stageId'), handle: updateStage },
];

const stageSchema = z.object({
  label: z.string(),
  displayOrder: z.int(),
  metadata: z.optional(z.record(z.string(), z.string())),
});
const pipelineSchema = z.object({ label: z.string(), displayOrder: z.int(), stages: z.array(stageSchema) });
const pipelinePatchSchema = z.object({ label: z.optional(z.string()), displayOrder: z.optional(z.int()) });
const stagePatchSchema = z.partial(stageSchema);
type StageInput = z.infer<typeof stageSchema>;

function create(call: Call): Reply {
  const kind = kindWithPipelines(call);
  const { label, displayOrder, stages } = readBody(call, pipelineSchema);
  requireRoom(
    `pipelines of ${kind.plural}`,
    call.store.pipelines.list(kind.typeId).length,
    1,
    limits.pipelinesPerObject,
  );
  const number = freePipelineNumber(call.store.database);
  const at = iso(call.now);
  const pipeline = {
    id: String(number),
    label,
    displayOrder,
    stages: stages.map((stage, place) => newStage(kind, stage, number + 1 + place, at)),
    createdAt: at,
    updatedAt: at,
  };
  save(call, kind, pipeline);
  return { status: 201, body: wirePipeline(pipeline) };
}

function update(call: Call): Reply {
  const kind = kindWithPipelines(call);
  const pipeline = requirePipeline(call);
  const { label, displayOrder } = readBody(call, pipelinePatchSchema);
  const changed = {
    ...pipeline,
    label: label ?? pipeline.label,
    displayOrder: displayOrder ?? pipeline.displayOrder,
    updatedAt: iso(call.now),
  };
  save(call, kind, changed);
  return { status: 200, body: wirePipeline(changed) };
}

function remove(call: Call): Reply {
  const kind = kindWithPipelines(call);
  const { id } = requirePipeline(call);
  if (call.query.get('validateReferencesBeforeDelete') === 'true' && isInUse(call, kind, id)) {
    throw invalidRequest(`Pipeline ${id} still has records in its stages.`, {
      subCategory: 'PipelineError.STAGE_ID_IN_USE',
      context: { pipelineId: [id] },
    });
  }
  call.store.pipelines.remove(kind.typeId, id);
  return { status: 204 };
}

function createStage(call: Call): Reply {
  const kind = kindWithPipelines(call);
  const pipeline = requirePipeline(call);
  const stage = newStage(kind, readBody(call, stageSchema), freePipelineNumber(call.store.database), iso(call.now));
  save(call, kind, { ...pipeline, stages: inOrder([...pipeline.stages, stage]) });
  return { status: 201, body: wireStage(stage) };
}

function updateStage(call: Call): Reply {
  const kind = kindWithPipelines(call);
  const pipeline = requirePipeline(call);
  const id = call.parameter('stageId');
  const stage = pipeline.stages.find((candidate) => candidate.id === id);
  if (stage === undefined) throw notThere(`Stage with ID ${id} was not found.`);
  const { label, displayOrder, metadata } = readBody(call, stagePatchSchema);
  const changed: PipelineStage = {
    ...stage,
    label: label ?? stage.label,
    displayOrder: displayOrder ?? stage.displayOrder,
    updatedAt: iso(call.now),
    metadata: metadata === undefined ? stage.metadata : checkedMetadata(kind, metadata),
  };
  save(call, kind, {
    ...pipeline,
    stages: inOrder(pipeline.stages.map((candidate) => (candidate.id === id ? changed : candidate))),
  });
  return { status: 200, body: wireStage(changed) };
}

function newStage(
  kind: ObjectKind,
  { label, displayOrder, metadata = {} }: StageInput,
  number: number,
  at: string,
): PipelineStage {
  return {
    id: String(number),
    label,
    displayOrder,
    metadata: checkedMetadata(kind, metadata),
    createdAt: at,
    updatedAt: at,
  };
}

/** @throws {ApiError} 400 for what a stage of the kind cannot do without */
function checkedMetadata(
  kind: ObjectKind,
  metadata: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (kind.typeId === '0-5') {
    const ticketState = metadata['ticketState'] ?? 'OPEN';
    if (ticketState !== 'OPEN' && ticketState !== 'CLOSED')
      throw invalidRequest(`ticketState ${ticketState} is not one of OPEN, CLOSED.`);
    return { ...metadata, ticketState, isClosed: String(ticketState === 'CLOSED') };
  }
  const probability = metadata['probability'] ?? '';
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(probability))
    throw invalidRequest('Deal stages need a probability between 0.0 and 1.0 in their metadata.');
  return { ...metadata, isClosed: String(['0', '1'].includes(String(Number(probability)))) };
}

/** @throws {ApiError} 400 for labels that are taken and for too many stages */
function save(call: Call, kind: ObjectKind, pipeline: Pipeline): void {
  const others = call.store.pipelines.list(kind.typeId).filter(({ id }) => id !== pipeline.id);
  if (others.some(({ label }) => label === pipeline.label))
    throw invalidRequest(`A pipeline with the label '${pipeline.label}' already exists.`, {
      context: { label: [pipeline.label] },
    });
  const labels = pipeline.stages.map(({ label }) => label);
  const twice = labels.find((label, place) => labels.indexOf(label) !== place);
  if (twice !== undefined)
    throw invalidRequest(`The pipeline has two stages with the label '${twice}'.`, { context: { label: [twice] } });
  if (labels.length > limits.pipelineStages)
    throw invalidRequest(`A pipeline can have ${limits.pipelineStages} stages.`);
  call.store.pipelines.save(kind.typeId, pipeline);
}

/** @throws {ApiError} 400 */
function kindWithPipelines(call: Call): ObjectKind {
  const kind = kindOf(call, 'schemaWrite');
  if (kind.pipelineProperties === null) throw invalidRequest(`${kind.plural} have no pipelines.`);
  return kind;
}

function isInUse(call: Call, kind: ObjectKind, pipelineId: string): boolean {
  const path = `$.${kind.pipelineProperties?.pipeline ?? ''}`;
  return (
    call.store.database.get(
      'SELECT 1 FROM records WHERE type_id = ? AND archived_at IS NULL AND json_extract(property_values, ?) = ? LIMIT 1',
      [kind.typeId, path, pipelineId],
    ) !== null
  );
}

const inOrder = (stages: readonly PipelineStage[]) => [...stages].sort((a, b) => a.displayOrder - b.displayOrder);
