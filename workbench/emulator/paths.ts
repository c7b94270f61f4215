/** The dated API version served beside v3 and v4. */
export const datedVersion = '2026-09';

/** Where each part of the API lies: the numbered paths, the SDK's spelling first, and the dated one; no two parts are built alike. */
const roots = {
  objects: { numbered: ['/crm/v3/objects'], dated: `/crm/objects/${datedVersion}` },
  recordAssociations: { numbered: ['/crm/v4/objects'], dated: `/crm/objects/${datedVersion}` },
  associations: { numbered: ['/crm/v4/associations'], dated: `/crm/associations/${datedVersion}` },
  properties: { numbered: ['/crm/v3/properties'], dated: `/crm/properties/${datedVersion}` },
  pipelines: { numbered: ['/crm/v3/pipelines'], dated: `/crm/pipelines/${datedVersion}` },
  owners: { numbered: ['/crm/v3/owners'], dated: `/crm/owners/${datedVersion}` },
  schemas: {
    numbered: ['/crm-object-schemas/v3/schemas', '/crm/v3/schemas'],
    dated: `/crm-object-schemas/${datedVersion}/schemas`,
  },
  limits: { numbered: ['/crm/v3/limits'], dated: `/crm/limits/${datedVersion}` },
  account: { numbered: ['/account-info/v3'], dated: `/account-info/${datedVersion}` },
} as const;

/** The paths of one part of the API, the dated one last; `below` is what every one of them begins with. */
const pathsOf =
  (part: keyof typeof roots, below = '') =>
  (rest: string): string[] =>
    [...roots[part].numbered, roots[part].dated].map((root) => root + below + rest);

export const objectsPaths = pathsOf('objects', '/:objectType');
export const recordAssociationsPaths = pathsOf('recordAssociations', '/:objectType/:objectId/associations');
export const associationsPaths = pathsOf('associations', '/:fromType/:toType');
export const propertiesPaths = pathsOf('properties', '/:objectType');
export const pipelinesPaths = pathsOf('pipelines', '/:objectType');
export const ownersPaths = pathsOf('owners');
export const schemasPaths = pathsOf('schemas');
export const limitsPaths = pathsOf('limits');
export const accountPaths = pathsOf('account');

/** Whether a path is of the dated family. */
export const isDatedPath = (path: string): boolean => path.includes(`/${datedVersion}/`);

/** Links of a record as version 3 had them. Gone from HubSpot's client and without a dated twin; functions still ask them. */
export const oldAssociationsPaths = (rest: string): string[] => [
  `/crm/v3/objects/:objectType/:objectId/associations${rest}`,
];

/** Has no dated twin. */
export const tokenInfoPaths = ['/oauth/v2/private-apps/get/access-token-info'];
