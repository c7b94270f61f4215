import type { Operation } from './operation.ts';
import { accountOperations } from './routes/account.ts';
import { associationBatchOperations } from './routes/association-batches.ts';
import { associationLabelOperations } from './routes/association-labels.ts';
import { associationOperations } from './routes/associations.ts';
import { limitsOperations } from './routes/limits.ts';
import { ownerOperations } from './routes/owners.ts';
import { pipelineOperations } from './routes/pipelines.ts';
import { pipelineWriteOperations } from './routes/pipeline-writes.ts';
import { propertyOperations } from './routes/properties.ts';
import { propertyGroupOperations } from './routes/property-groups.ts';
import { recordBatchOperations } from './routes/record-batches.ts';
import { recordOperations } from './routes/records.ts';
import { schemaOperations } from './routes/schemas.ts';
import { searchOperations } from './routes/search.ts';

/** Everything the emulator can do, in matching order: fixed path segments before parameters. */
export const operations: readonly Operation[] = [
  ...recordBatchOperations,
  ...searchOperations,
  ...recordOperations,
  ...associationOperations,
  ...associationBatchOperations,
  ...associationLabelOperations,
  ...propertyGroupOperations,
  ...propertyOperations,
  ...schemaOperations,
  ...pipelineOperations,
  ...pipelineWriteOperations,
  ...ownerOperations,
  ...limitsOperations,
  ...accountOperations,
];
