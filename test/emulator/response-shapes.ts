import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { sdkModels } from './sdk-models.ts';
import type { ModelName } from './sdk-models.ts';

type Shape = readonly [request: RegExp, model: ModelName];

const objects = String.raw`/crm/(?:v3/objects|objects/2026-09)/[^/]+`;
const linked = String.raw`/crm/(?:v4/objects|objects/2026-09)/[^/]+/[^/]+/associations`;
const links = String.raw`/crm/(?:v4/associations|associations/2026-09)/[^/]+/[^/]+`;
const properties = String.raw`/crm/(?:v3/properties|properties/2026-09)/[^/]+`;
const pipelines = String.raw`/crm/(?:v3/pipelines|pipelines/2026-09)/[^/]+`;
const owners = String.raw`/crm/(?:v3/owners|owners/2026-09)`;
const schemas = String.raw`/(?:crm-object-schemas/v3|crm/v3|crm-object-schemas/2026-09)/schemas`;

/** Which model a good answer has, by method, path and status. */
const shapes: readonly Shape[] = [
  [shape('GET', objects, '200'), 'CollectionResponseSimplePublicObjectWithAssociationsForwardPaging'],
  [shape('POST', objects, '201'), 'SimplePublicObject'],
  [shape('GET', `${objects}/[^/]+`, '200'), 'SimplePublicObjectWithAssociations'],
  [shape('PATCH', `${objects}/[^/]+`, '200'), 'SimplePublicObject'],
  [shape('POST', `${objects}/search`, '200'), 'CollectionResponseWithTotalSimplePublicObject'],
  [shape('POST', `${objects}/batch/(?:read|create|update)`, '20[01]'), 'BatchResponseSimplePublicObject'],
  [shape('POST', `${objects}/batch/(?:read|create|update)`, '207'), 'BatchResponseSimplePublicObjectWithErrors'],
  [shape('POST', `${objects}/batch/upsert`, '200'), 'BatchResponseSimplePublicUpsertObject'],
  [shape('POST', `${objects}/batch/upsert`, '207'), 'BatchResponseSimplePublicUpsertObjectWithErrors'],
  [shape('PUT', `${linked}/default/[^/]+/[^/]+`, '200'), 'BatchResponsePublicDefaultAssociation'],
  [shape('GET', `${linked}/[^/]+`, '200'), 'CollectionResponseMultiAssociatedObjectWithLabelForwardPaging'],
  [shape('PUT', `${linked}/[^/]+/[^/]+`, '201'), 'LabelsBetweenObjectPair'],
  [shape('POST', `${links}/batch/read`, '200'), 'BatchResponsePublicAssociationMultiWithLabel'],
  [shape('POST', `${links}/batch/read`, '207'), 'BatchResponsePublicAssociationMultiWithLabelWithErrors'],
  [shape('POST', `${links}/batch/associate/default`, '200'), 'BatchResponsePublicDefaultAssociation'],
  [shape('POST', `${links}/batch/create`, '20[01]'), 'BatchResponseLabelsBetweenObjectPair'],
  [shape('(?:GET|POST)', `${links}/labels`, '200'), 'CollectionResponseAssociationSpecWithLabelNoPaging'],
  [shape('GET', properties, '200'), 'CollectionResponsePropertyNoPaging'],
  [shape('POST', properties, '201'), 'Property'],
  [shape('GET', `${properties}/groups`, '200'), 'CollectionResponsePropertyGroupNoPaging'],
  [shape('POST', `${properties}/groups`, '201'), 'PropertyGroup'],
  [shape('(?:GET|PATCH)', `${properties}/groups/[^/]+`, '200'), 'PropertyGroup'],
  [shape('POST', `${properties}/batch/(?:create|read)`, '20[01]'), 'BatchResponseProperty'],
  [shape('POST', `${properties}/batch/read`, '207'), 'BatchResponsePropertyWithErrors'],
  [shape('(?:GET|PATCH)', `${properties}/[^/]+`, '200'), 'Property'],
  [shape('GET', pipelines, '200'), 'CollectionResponsePipelineNoPaging'],
  [shape('POST', pipelines, '201'), 'Pipeline'],
  [shape('(?:GET|PATCH|PUT)', `${pipelines}/[^/]+`, '200'), 'Pipeline'],
  [shape('GET', `${pipelines}/[^/]+/stages`, '200'), 'CollectionResponsePipelineStageNoPaging'],
  [shape('POST', `${pipelines}/[^/]+/stages`, '201'), 'PipelineStage'],
  [shape('(?:GET|PATCH|PUT)', `${pipelines}/[^/]+/stages/[^/]+`, '200'), 'PipelineStage'],
  [shape('GET', `${owners}/?`, '200'), 'CollectionResponsePublicOwnerForwardPaging'],
  [shape('GET', `${owners}/[^/]+`, '200'), 'PublicOwner'],
  [shape('GET', schemas, '200'), 'CollectionResponseObjectSchemaNoPaging'],
  [shape('POST', schemas, '201'), 'ObjectSchema'],
  [shape('POST', `${schemas}/batch/read`, '200'), 'CollectionResponseObjectSchemaNoPaging'],
  [shape('POST', `${schemas}/[^/]+/associations`, '201'), 'AssociationDefinition'],
  [shape('GET', `${schemas}/[^/]+`, '200'), 'ObjectSchema'],
  [shape('PATCH', `${schemas}/[^/]+`, '200'), 'ObjectTypeDefinition'],
];

function shape(method: string, path: string, status: string): RegExp {
  return new RegExp(`^${method} ${path} ${status}$`);
}

/** Answers without a model: nothing in them, or no part of the SDK declares them. */
const unmodelled =
  /^DELETE .* 204$|^PUT .*\/labels 204$|^(?:GET|PUT) \/crm\/v3\/objects\/[^/]+\/[^/]+\/associations\/.* 200$|^POST .*\/archive 204$|^POST \/crm\/associations\/[^/]+\/.*\/archive 200$|^GET \/account-info\/[^/]+\/details 200$|^GET \/crm\/(?:v3\/limits|limits\/[^/]+)\/[^/]+ 200$|^POST \/oauth\/v2\/private-apps\/get\/access-token-info 200$/;

export type ShapeCheck = (answer: {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
}) => readonly string[];

/** @returns a check that tells what is wrong with an answer's shape; an answer nobody has declared is wrong too */
export function createShapeCheck(): ShapeCheck {
  const models = sdkModels();
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  addFormats(ajv);
  const validators = new Map<ModelName, ValidateFunction>();
  const validatorOf = (model: ModelName) => {
    const validator = validators.get(model) ?? ajv.compile(asOnTheWire(models[model]) as object);
    validators.set(model, validator);
    return validator;
  };
  return ({ method, path, status, body }) => {
    const request = `${method} ${path} ${status}`;
    if (unmodelled.test(request)) return [];
    const model = status >= 400 ? 'ModelError' : shapes.find(([pattern]) => pattern.test(request))?.[1];
    if (model === undefined) return [`${request} has no declared shape`];
    const validate = validatorOf(model);
    return validate(JSON.parse(body))
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) =>
            `${request} is no ${model}: ${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
        );
  };
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where HubSpot's answers are known to differ from the SDK's declarations. */
function asOnTheWire(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asOnTheWire);
  if (!isObject(schema)) return schema;
  const { properties: members, ...rest } = schema;
  const copy = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asOnTheWire(value)]));
  if (!isObject(members)) return copy;
  // TypeScript's keywords have an underscore in the declarations and none on the wire.
  const required = (Array.isArray(copy['required']) ? copy['required'] : []).map((name) =>
    String(name).replace(/^_/, ''),
  );
  const declared: Record<string, unknown> = Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name.replace(/^_/, ''), asOnTheWire(value)]),
  );
  // Ids of linked records are numbers in associations v4, and an unlabelled type's label is null.
  for (const name of ['toObjectId', 'fromObjectId'])
    if (name in declared) declared[name] = { type: ['string', 'number'] };
  if ('typeId' in declared && 'label' in declared) declared['label'] = { type: ['string', 'null'] };
  // The SDK leaves out display hints of number properties.
  if ('fieldType' in declared && 'groupName' in declared) declared['numberDisplayHint'] = { type: 'string' };
  // Newer than the SDK: what a write took for something else, and what a schema allows.
  if ('objectWriteTraceId' in declared) declared['warnings'] = { type: 'array', items: { type: 'object' } };
  if ('fullyQualifiedName' in declared) declared['allowsSensitiveProperties'] = { type: 'boolean' };
  if ('portalId' in declared)
    for (const name of ['createdByUserId', 'updatedByUserId']) declared[name] = { type: 'number' };
  // Every refusal has a status; not every one has a category.
  const isRefusal = 'correlationId' in declared;
  if (isRefusal) declared['status'] = { const: 'error' };
  return {
    ...copy,
    properties: declared,
    required: isRefusal ? [...required.filter((name) => name !== 'category'), 'status'] : required,
  };
}
