/** What HubSpot's documentation says of each component's `config` on 2026.09; HubSpot's own schemas are served to accounts only. */
const text = { type: 'string', minLength: 1 } as const;
const entrypoint = (folder: string, ending: string) => ({
  type: 'string',
  pattern: `^/app/${folder}/[A-Za-z0-9_-]+\\.${ending}$`,
});
const strict = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

export const componentSchemas = {
  APPLICATION: strict(
    {
      name: text,
      description: text,
      distribution: { const: 'private' },
      logo: text,
      permittedUrls: { type: 'object' },
      support: { type: 'object' },
      auth: strict(
        {
          type: { const: 'static' },
          requiredScopes: { type: 'array', items: text, minItems: 1 },
          optionalScopes: { type: 'array', items: text },
          conditionallyRequiredScopes: { type: 'array', items: text },
        },
        ['type', 'requiredScopes'],
      ),
    },
    ['name', 'distribution', 'auth'],
  ),
  CARD: strict(
    {
      name: text,
      description: text,
      entrypoint: entrypoint('cards', 'tsx'),
      previewImage: { type: 'object' },
      location: { enum: ['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'] },
      objectTypes: { type: 'array', items: text, minItems: 1 },
    },
    ['name', 'location', 'entrypoint', 'objectTypes'],
  ),
  APP_FUNCTION: strict({ entrypoint: entrypoint('functions', 'js'), secretKeys: { type: 'array', items: text } }, [
    'entrypoint',
  ]),
  PAGE: strict({ entrypoint: entrypoint('pages', 'tsx') }, ['entrypoint']),
  CRM_BULK_ACTION: strict(
    {
      label: text,
      entrypoint: entrypoint('actions', 'tsx'),
      objectTypes: { type: 'array', items: text, minItems: 1 },
      displayMode: { enum: ['PANEL', 'MODAL'] },
      icon: text,
    },
    ['label', 'entrypoint', 'objectTypes', 'displayMode'],
  ),
  SETTINGS: strict({ entrypoint: entrypoint('settings', 'tsx') }, ['entrypoint']),
} as const;
