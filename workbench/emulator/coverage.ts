/** What the emulator does of the API that HubSpot's SDK knows. `partial` says what is missing; whatever is not here is a 501. */
export type Coverage = {
  readonly request: string;
  readonly status: 'supported' | 'partial' | 'not_emulated';
  readonly note?: string;
};

const supported = (...requests: readonly string[]): Coverage[] =>
  requests.map((request) => ({ request, status: 'supported' }));
const partial = (request: string, note: string): Coverage => ({ request, status: 'partial', note });
const missing = (...requests: readonly string[]): Coverage[] =>
  requests.map((request) => ({ request, status: 'not_emulated' }));

const record = '/crm/v3/objects/{}';
const linked = '/crm/v4/objects/{}/{}/associations';
const oldLinks = [
  `GET ${record}/{}/associations/{}`,
  `PUT ${record}/{}/associations/{}/{}/{}`,
  `DELETE ${record}/{}/associations/{}/{}/{}`,
];
const links = '/crm/v4/associations/{}/{}';
const property = '/crm/v3/properties/{}';
const pipeline = '/crm/v3/pipelines/{}';
const room = '/crm/v3/limits';
const schema = '/crm-object-schemas/v3/schemas';

/** Requests by their v3 or v4 path, `{}` for each parameter; the dated path does the same. */
export const coverage: readonly Coverage[] = [
  ...supported(`GET ${record}`, `POST ${record}`, `GET ${record}/{}`, `PATCH ${record}/{}`, `DELETE ${record}/{}`),
  ...supported(
    `POST ${record}/batch/read`,
    `POST ${record}/batch/create`,
    `POST ${record}/batch/update`,
    `POST ${record}/batch/upsert`,
    `POST ${record}/batch/archive`,
    `POST ${record}/search`,
  ),
  ...missing(`POST ${record}/merge`, 'POST /crm/v3/objects/contacts/gdpr-delete'),

  ...supported(`GET ${linked}/{}`, `PUT ${linked}/{}/{}`, `DELETE ${linked}/{}/{}`, `PUT ${linked}/default/{}/{}`),
  ...supported(
    `POST ${links}/batch/read`,
    `POST ${links}/batch/create`,
    `POST ${links}/batch/archive`,
    `POST ${links}/batch/associate/default`,
    `POST ${links}/batch/labels/archive`,
  ),
  ...supported(`GET ${links}/labels`, `POST ${links}/labels`, `PUT ${links}/labels`, `DELETE ${links}/labels/{}`),
  ...oldLinks.map((request) => partial(request, 'Version 3 only, which the SDK has no part for.')),
  ...missing('POST /crm/v4/associations/usage/high-usage-report/{}'),
  ...missing(
    'GET /crm/v4/associations/definitions/configurations/all',
    'GET /crm/v4/associations/definitions/configurations/{}/{}',
  ),
  ...missing(
    ...['create', 'update', 'purge'].map(
      (verb) => `POST /crm/v4/associations/definitions/configurations/{}/{}/batch/${verb}`,
    ),
  ),

  ...supported(`GET ${property}`, `GET ${property}/{}`, `DELETE ${property}/{}`),
  partial(`POST ${property}`, 'No calculated properties.'),
  partial(`PATCH ${property}/{}`, 'No calculated properties.'),
  partial(`POST ${property}/batch/create`, 'No calculated properties.'),
  ...supported(`POST ${property}/batch/read`, `POST ${property}/batch/archive`),
  ...supported(
    `GET ${property}/groups`,
    `POST ${property}/groups`,
    `GET ${property}/groups/{}`,
    `PATCH ${property}/groups/{}`,
    `DELETE ${property}/groups/{}`,
  ),

  ...supported(`POST ${schema}`),
  partial(`GET ${schema}`, 'Up to date at once; HubSpot’s list settles some seconds after a change.'),
  partial(
    `GET ${schema}/{}`,
    'Custom objects only. For 70 seconds after a change every other read shows what was before, as HubSpot’s do.',
  ),
  partial(`PATCH ${schema}/{}`, 'Custom objects only.'),
  ...supported(`DELETE ${schema}/{}`),
  ...supported(`POST ${schema}/{}/associations`, `DELETE ${schema}/{}/associations/{}`, `POST ${schema}/batch/read`),

  ...supported(`GET ${pipeline}`, `GET ${pipeline}/{}`, `GET ${pipeline}/{}/stages`, `GET ${pipeline}/{}/stages/{}`),
  ...supported(
    `POST ${pipeline}`,
    `PATCH ${pipeline}/{}`,
    `PUT ${pipeline}/{}`,
    `DELETE ${pipeline}/{}`,
    `POST ${pipeline}/{}/stages`,
    `DELETE ${pipeline}/{}/stages/{}`,
    `PATCH ${pipeline}/{}/stages/{}`,
    `PUT ${pipeline}/{}/stages/{}`,
  ),
  ...missing(`GET ${pipeline}/{}/audit`, `GET ${pipeline}/{}/stages/{}/audit`),

  ...supported('GET /crm/v3/owners', 'GET /crm/v3/owners/{}'),
  partial(`GET ${room}/custom-properties`, 'The SDK has no part for it.'),
  partial(`GET ${room}/custom-object-types`, 'The SDK has no part for it.'),
  partial(`GET ${room}/pipelines`, 'The SDK has no part for it. Custom objects have no pipelines here.'),
  ...missing(
    `GET ${room}/calculated-properties`,
    `GET ${room}/records`,
    `GET ${room}/associations/labels`,
    `GET ${room}/associations/records/from`,
    `GET ${room}/associations/records/{}/to`,
    `GET ${room}/associations/records/{}/{}`,
  ),
  partial('GET /account-info/v3/details', 'The SDK has no part for it.'),
  partial(
    'POST /oauth/v2/private-apps/get/access-token-info',
    'The SDK has no part for it. Only of the token that asks.',
  ),
];
