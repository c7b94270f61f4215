import { expectGood } from './account-api.ts';
import type { AccountApi } from './account-api.ts';

export const dated = '2026-09';
const schemas = `/crm-object-schemas/${dated}/schemas`;

/** Where the questions are asked: a custom object of its own, and whatever else was made, to be removed. */
export type Stage = {
  readonly api: AccountApi;
  /** As in API paths: `2-123`. */
  readonly typeId: string;
  /** Records of the object, by family of paths. */
  readonly records: { readonly v3: string; readonly dated: string };
  readonly properties: string;
  readonly schema: string;
  /** Removed at the end, the last one made first. */
  readonly remember: (path: string) => void;
};

const property = (name: string, type: string, fieldType: string, more: object = {}) => ({
  name,
  label: name,
  type,
  fieldType,
  ...more,
});

/**
 * Makes the object the questions are asked with.
 *
 * @param name - of the object; nothing of this name may be there
 * @param remember - told the path of everything made
 * @throws {Error} the account does not let it be made
 */
export async function setStage(api: AccountApi, name: string, remember: (path: string) => void): Promise<Stage> {
  const made = await expectGood(
    api('POST', schemas, {
      name,
      labels: { singular: 'Conformance check', plural: 'Conformance checks' },
      description: 'Made by npm run conformance, to be removed by it. Safe to delete.',
      primaryDisplayProperty: 'key',
      requiredProperties: ['key'],
      searchableProperties: ['key'],
      properties: [
        property('key', 'string', 'text', { hasUniqueValue: true }),
        property('note', 'string', 'text'),
        property('day', 'date', 'date'),
      ],
      associatedObjects: ['DEAL'],
    }),
    'The custom object could not be made',
  );
  const typeId = String(made['objectTypeId']);
  // Archived, and then gone for good.
  remember(`${schemas}/${typeId}?archived=true`);
  remember(`${schemas}/${typeId}`);
  return {
    api,
    typeId,
    records: { v3: `/crm/v3/objects/${typeId}`, dated: `/crm/objects/${dated}/${typeId}` },
    properties: `/crm/properties/${dated}/${typeId}`,
    schema: `${schemas}/${typeId}`,
    remember,
  };
}

/**
 * A record of the object.
 *
 * @returns its id
 * @throws {Error} it could not be made
 */
export async function makeRecord(
  { api, records, remember }: Stage,
  properties: Record<string, string>,
): Promise<string> {
  const { id = '' } = await expectGood(api('POST', records.dated, { properties }), 'A record could not be made');
  remember(`${records.dated}/${id}`);
  return id;
}

/**
 * A deal in the account's first pipeline, in a stage that is open.
 *
 * @returns its path, and a stage that counts as won
 * @throws {Error} it could not be made
 */
export async function makeDeal({ api, remember }: Stage): Promise<{ readonly path: string; readonly won: string }> {
  type Stages = readonly { readonly id: string; readonly metadata: Readonly<Record<string, string>> }[];
  const pipelines = await expectGood(api('GET', `/crm/pipelines/${dated}/deals`), 'Pipelines could not be read');
  const [pipeline] = (pipelines.results ?? []) as unknown as readonly {
    readonly id: string;
    readonly stages: Stages;
  }[];
  const open = pipeline?.stages.find(({ metadata }) => metadata['isClosed'] !== 'true')?.id;
  const won = pipeline?.stages.find(({ metadata }) => Number(metadata['probability']) === 1)?.id;
  if (pipeline === undefined || open === undefined || won === undefined)
    throw new Error('The first deal pipeline has no open stage or none that is won.');
  const properties = {
    dealname: 'Conformance check, to be removed',
    pipeline: pipeline.id,
    dealstage: open,
    closedate: '2035-01-01T00:00:00.000Z',
  };
  const { id = '' } = await expectGood(
    api('POST', `/crm/objects/${dated}/deals`, { properties }),
    'A deal could not be made',
  );
  const path = `/crm/objects/${dated}/deals/${id}`;
  remember(path);
  return { path, won };
}
