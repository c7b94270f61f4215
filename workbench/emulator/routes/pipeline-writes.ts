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
  { method: 'PUT', paths: pipelinesPaths('/:pipelineId'), handle: replace },
  { method: 'DELETE', paths: pipelinesPaths('/:pipelineId'), handle: remove },
  { method: 'POST', paths: pipelinesPaths('/:pipelineId/stages'), handle: createStage },
  { method: 'PATCH', paths: pipelinesPaths('/:pipelineId/stages/:stageId'), handle: updateStage },
  { method: 'PUT', paths: pipelinesPaths('/:pipelineId/stages/:stageId'), handle: replaceStage },
  { method: 'DELETE', paths: pipelinesPaths('/:pipelineId/stages/:stageId'), handle: removeStage },
];

const stageSchema = z.object({
  stageId: z.optional(z.string()),
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

/** Stages named by their id stay, those left out go. */
function replace(call: Call): Reply {
  const kind = kindWithPipelines(call);
  const pipeline = requirePipeline(call);
  const { label, displayOrder, stages } = readBody(call, pipelineSchema);
  const at = iso(call.now);
  const number = freePipelineNumber(call.store.database);
  const next = stages.map((stage, place) => {
    const known = pipeline.stages.find(({ id }) => id === stage.stageId);
    return known === undefined ? newStage(kind, stage, number + place, at) : changedStage(kind, known, stage, at);
  });
  const gone = pipeline.stages.filter(({ id }) => !next.some((stage) => stage.id === id));
  refuseInUse(call, kind, pipeline, gone);
  const changed = { ...pipeline, label, displayOrder, stages: inOrder(next), updatedAt: at };
  save(call, kind, changed);
  return { status: 200, body: wirePipeline(changed) };
}

function remove(call: Call): Reply {
  const kind = kindWithPipelines(call);
  const pipeline = requirePipeline(call);
  if (!skipsCheck(call, kind)) refuseInUse(call, kind, pipeline, pipeline.stages);
  call.store.pipelines.remove(kind.typeId, pipeline.id);
  return { status: 204 };
}

/** Numbered paths let a pipeline go with its records still in it, when asked to; dated ones do not. */
function skipsCheck(call: Call, kind: ObjectKind): boolean {
  const flag = kind.typeId === '0-3' ? 'validateDealStageUsagesBeforeDelete' : 'validateReferencesBeforeDelete';
  return !call.isDated && call.query.get(flag) === 'false';
}

/** A stage that is not there is as good as deleted. */
function removeStage(call: Call): Reply {
  const kind = kindWithPipelines(call);
  const pipeline = call.store.pipelines.list(kind.typeId).find(({ id }) => id === call.parameter('pipelineId'));
  const stage = pipeline?.stages.find(({ id }) => id === call.parameter('stageId'));
  if (pipeline === undefined || stage === undefined) return { status: 204 };
  refuseInUse(call, kind, pipeline, [stage]);
  save(call, kind, { ...pipeline, stages: pipeline.stages.filter(({ id }) => id !== stage.id) });
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
  return saveStage(call, readBody(call, stagePatchSchema));
}

function replaceStage(call: Call): Reply {
  return saveStage(call, readBody(call, stageSchema));
}

function saveStage(call: Call, input: z.infer<typeof stagePatchSchema>): Reply {
  const kind = kindWithPipelines(call);
  const pipeline = requirePipeline(call);
  const id = call.parameter('stageId');
  const stage = pipeline.stages.find((candidate) => candidate.id === id);
  if (stage === undefined) throw notThere(`Stage with ID ${id} was not found.`);
  const changed = changedStage(kind, stage, input, iso(call.now));
  save(call, kind, {
    ...pipeline,
    stages: inOrder(pipeline.stages.map((candidate) => (candidate.id === id ? changed : candidate))),
  });
  return { status: 200, body: wireStage(changed) };
}

function changedStage(
  kind: ObjectKind,
  stage: PipelineStage,
  { label, displayOrder, metadata }: z.infer<typeof stagePatchSchema>,
  at: string,
): PipelineStage {
  return {
    ...stage,
    label: label ?? stage.label,
    displayOrder: displayOrder ?? stage.displayOrder,
    updatedAt: at,
    metadata: checkedMetadata(kind, { ...stage.metadata, ...metadata }),
  };
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
  const value = Number(probability);
  // Read back in one spelling, whatever was sent.
  return {
    ...metadata,
    probability: value.toFixed(Math.max(1, String(value).length - 2)),
    isClosed: String(value === 0 || value === 1),
  };
}

/** @throws {ApiError} 400 for labels that are taken and for too many stages */
function save(call: Call, kind: ObjectKind, pipeline: Pipeline): void {
  const others = call.store.pipelines.list(kind.typeId).filter(({ id }) => id !== pipeline.id);
  if (others.some(({ label }) => sameLabel(label) === sameLabel(pipeline.label)))
    throw invalidRequest(`An active pipeline with label '${pipeline.label}' already exists.`, {
      context: { label: [pipeline.label] },
    });
  if (pipeline.stages.length === 0) throw invalidRequest('Pipeline must have at least one stage.');
  if (kind.typeId === '0-5' && !pipeline.stages.some(({ metadata }) => metadata['isClosed'] === 'true'))
    throw invalidRequest('A ticket pipeline must have a closed stage.', {
      subCategory: 'PipelineError.MISSING_CLOSED_STAGE',
    });
  const labels = pipeline.stages.map(({ label }) => sameLabel(label));
  const twice = labels.find((label, place) => labels.indexOf(label) !== place);
  if (twice !== undefined)
    throw invalidRequest(`The pipeline has two stages with the label '${twice}'.`, {
      subCategory: 'PipelineError.STAGE_LABEL_EXISTS',
      context: { label: [twice] },
    });
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

/** @throws {ApiError} 400 naming the stages that hold records, and the records */
function refuseInUse(call: Call, kind: ObjectKind, pipeline: Pipeline, stages: readonly PipelineStage[]): void {
  const { pipeline: pipelineProperty, stage: stageProperty } = kind.pipelineProperties ?? { pipeline: '', stage: '' };
  const rows = call.store.database.all(
    'SELECT id, json_extract(property_values, ?) AS stage FROM records WHERE type_id = ? AND archived_at IS NULL AND json_extract(property_values, ?) = ? ORDER BY id',
    [`$.${stageProperty}`, kind.typeId, `$.${pipelineProperty}`, pipeline.id],
  );
  const used = rows.filter((row) => stages.some(({ id }) => id === row['stage']));
  if (used.length === 0) return;
  const stageIds = `[${[...new Set(used.map((row) => String(row['stage'])))].join(', ')}]`;
  const objectIds = `[${used.map((row) => String(row['id'])).join(', ')}]`;
  throw invalidRequest(`Stage IDs: ${stageIds} are being referenced by object IDs: ${objectIds}`, {
    subCategory: 'PipelineError.STAGE_ID_IN_USE',
    context: { stageIds: [stageIds], objectIds: [objectIds] },
  });
}

/** Labels are one whatever their case and the spaces around them. */
const sameLabel = (label: string) => label.trim().toLowerCase();
const inOrder = (stages: readonly PipelineStage[]) => [...stages].sort((a, b) => a.displayOrder - b.displayOrder);
