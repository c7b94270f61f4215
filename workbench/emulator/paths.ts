/** The dated API version served beside v3 and v4. */
const dated = '2026-09';

/** Records: `/:objectType` and below, in both families. */
export const objectsPaths = (rest: string) => [
  `/crm/v3/objects/:objectType${rest}`,
  `/crm/objects/${dated}/:objectType${rest}`,
];

export const propertiesPaths = (rest: string) => [
  `/crm/v3/properties/:objectType${rest}`,
  `/crm/properties/${dated}/:objectType${rest}`,
];

export const pipelinesPaths = (rest: string) => [
  `/crm/v3/pipelines/:objectType${rest}`,
  `/crm/pipelines/${dated}/:objectType${rest}`,
];

export const ownersPaths = (rest: string) => [`/crm/v3/owners${rest}`, `/crm/owners/${dated}${rest}`];

/** Schemas have two numbered spellings: the SDK's and the documentation's. */
export const schemasPaths = (rest: string) => [
  `/crm-object-schemas/v3/schemas${rest}`,
  `/crm/v3/schemas${rest}`,
  `/crm-object-schemas/${dated}/schemas${rest}`,
];

export const recordAssociationsPaths = (rest: string) => [
  `/crm/v4/objects/:objectType/:objectId/associations${rest}`,
  `/crm/objects/${dated}/:objectType/:objectId/associations${rest}`,
];

export const associationsPaths = (rest: string) => [
  `/crm/v4/associations/:fromType/:toType${rest}`,
  `/crm/associations/${dated}/:fromType/:toType${rest}`,
];

/** Has no dated twin. */
export const tokenInfoPaths = ['/oauth/v2/private-apps/get/access-token-info'];

export const accountPaths = ['/account-info/v3/details', `/account-info/${dated}/details`];
