import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import type { Schema } from 'ts-json-schema-generator';

/** Models that answers are checked against, by the part of the SDK that declares them. */
const models = {
  'crm/objects': [
    'SimplePublicObject',
    'SimplePublicObjectWithAssociations',
    'CollectionResponseSimplePublicObjectWithAssociationsForwardPaging',
    'CollectionResponseWithTotalSimplePublicObject',
    'BatchResponseSimplePublicObject',
    'BatchResponseSimplePublicObjectWithErrors',
    'BatchResponseSimplePublicUpsertObject',
    'BatchResponseSimplePublicUpsertObjectWithErrors',
    'ModelError',
  ],
  'crm/properties': [
    'Property',
    'CollectionResponsePropertyNoPaging',
    'PropertyGroup',
    'CollectionResponsePropertyGroupNoPaging',
    'BatchResponseProperty',
    'BatchResponsePropertyWithErrors',
  ],
  'crm/schemas': [
    'ObjectSchema',
    'ObjectTypeDefinition',
    'CollectionResponseObjectSchemaNoPaging',
    'AssociationDefinition',
  ],
  'crm/pipelines': [
    'Pipeline',
    'CollectionResponsePipelineNoPaging',
    'PipelineStage',
    'CollectionResponsePipelineStageNoPaging',
  ],
  'crm/owners': ['PublicOwner', 'CollectionResponsePublicOwnerForwardPaging'],
  'crm/associations/v4': [
    'CollectionResponseMultiAssociatedObjectWithLabelForwardPaging',
    'LabelsBetweenObjectPair',
    'BatchResponsePublicDefaultAssociation',
    'BatchResponseLabelsBetweenObjectPair',
    'BatchResponsePublicAssociationMultiWithLabel',
    'BatchResponsePublicAssociationMultiWithLabelWithErrors',
  ],
  'crm/associations/v4/schema': ['CollectionResponseAssociationSpecWithLabelNoPaging'],
} as const;

export type ModelName = (typeof models)[keyof typeof models][number];

const sdkRoot = dirname(dirname(createRequire(import.meta.url).resolve('@hubspot/api-client')));

/**
 * JSON Schemas of the SDK's own declarations, made once for an SDK version and a list of models, and kept under `build/`.
 *
 * @returns schema by model name
 */
export function sdkModels(): Readonly<Record<ModelName, Schema>> {
  const { version } = JSON.parse(readFileSync(join(sdkRoot, 'package.json'), 'utf8')) as { version: string };
  const folder = join(import.meta.dirname, '../../build/sdk-models');
  const wanted = createHash('sha256').update(JSON.stringify(models)).digest('hex').slice(0, 12);
  const file = join(folder, `${version}-${wanted}.json`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // Several test files may come here at once: each makes its own and the last rename stays.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, JSON.stringify(generate(join(folder, `models-${process.pid}.ts`))));
    renameSync(own, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Record<ModelName, Schema>;
}

function generate(source: string): Record<string, Schema> {
  const names = Object.values(models).flat();
  const declarations = Object.entries(models).flatMap(([part, ofPart]) =>
    ofPart.map(
      (name) =>
        `import type { ${name} as Sdk${name} } from '${sdkRoot}/lib/codegen/${part}/models/${name}';\nexport type Wire${name} = Sdk${name};`,
    ),
  );
  writeFileSync(source, declarations.join('\n'));
  // Inlined, because parts of the SDK declare different things of one name.
  const generator = createGenerator({
    path: source,
    type: '*',
    expose: 'none',
    topRef: false,
    skipTypeCheck: true,
    additionalProperties: false,
  });
  return Object.fromEntries(names.map((name) => [name, generator.createSchema(`Wire${name}`)]));
}
