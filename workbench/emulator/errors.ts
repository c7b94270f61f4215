type Context = Readonly<Record<string, readonly string[]>>;

/** One entry of `errors` in HubSpot's error body. */
export type ErrorDetail = {
  readonly message: string;
  readonly subCategory?: string;
  readonly code?: string;
  readonly in?: string;
  readonly context?: Context;
};

/** HubSpot's error body without what the edge adds (`status`, `correlationId`). */
export type ErrorBody = {
  readonly message: string;
  readonly category?: string;
  readonly subCategory?: string;
  /** Of rate limits, which have no category. */
  readonly errorType?: string;
  readonly policyName?: string;
  readonly context?: Context;
  readonly links?: Readonly<Record<string, string>>;
  readonly errors?: readonly ErrorDetail[];
};

/** A refusal the API words itself: HTTP status and body. Anything else that is thrown is a fault of the emulator. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly body: ErrorBody,
  ) {
    super(body.message);
  }
}

export const unauthenticated = () =>
  new ApiError(401, {
    message:
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    category: 'INVALID_AUTHENTICATION',
  });

export const missingScopes = (requiredGranularScopes: readonly string[]) =>
  new ApiError(403, {
    message:
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    errors: [{ message: 'One or more of the following scopes are required.', context: { requiredGranularScopes } }],
    links: { scopes: 'https://developers.hubspot.com/scopes' },
    category: 'MISSING_SCOPES',
  });

/** HubSpot answers a numeric id that is not there without a category, and any other text with one. */
export const recordNotFound = (id: string) =>
  /^\d+$/.test(id)
    ? new ApiError(404, { message: 'resource not found' })
    : new ApiError(404, {
        message: 'Object not found.  objectId are usually numeric.',
        context: { id: [id] },
        category: 'OBJECT_NOT_FOUND',
      });

export const unknownObjectType = (name: string) =>
  new ApiError(400, { message: `Unable to infer object type from: ${name}` });

export const notEmulated = (what: string) =>
  new ApiError(501, { message: `${what} is not emulated by the workbench.`, category: 'NOT_EMULATED' });

/** Said before the whole body has come. */
export const tooLarge = () =>
  new ApiError(413, { message: 'The request body is too large.', category: 'VALIDATION_ERROR' });

export const invalidRequest = (message: string, more: Omit<ErrorBody, 'message' | 'category'> = {}) =>
  new ApiError(400, { message, category: 'VALIDATION_ERROR', ...more });

/** What search says of most requests it does not like. */
export const problemWithRequest = () => new ApiError(400, { message: 'There was a problem with the request.' });

/** One value HubSpot does not take for a property. */
export type PropertyFault = {
  readonly name: string;
  readonly error: string;
  readonly message: string;
  readonly value?: string;
};

/** All faults of one record at once, embedded in the message as HubSpot does. */
export function invalidPropertyValues(faults: readonly PropertyFault[], portalId: number): ApiError {
  const embedded = faults.map(({ name, error, message, value }) => ({
    isValid: false,
    message,
    error,
    name,
    localizedErrorMessage: message,
    ...(value === undefined ? {} : { propertyValue: value }),
    portalId,
  }));
  return invalidRequest(`Property values were not valid: ${JSON.stringify(embedded)}`, {
    errors: faults.map(({ name, error, message }) => ({ message, code: error, context: { propertyName: [name] } })),
  });
}

/** Create without a property the object type requires. */
export const missingRequiredProperties = (messageName: string, names: readonly string[]) =>
  invalidRequest(`Error creating ${messageName}. Some required properties were not set.`, {
    context: { properties: [`[${names.join(', ')}]`] },
    errors: names.map((name) => ({
      message: `Property "${name}" is required`,
      code: 'REQUIRED_PROPERTY_MISSING',
      context: { propertyName: [name] },
    })),
  });

/** A property that a rule of the account demands; `because` is the property whose value triggers the rule, null for a rule on new records. */
export type MissingByRule = { readonly property: string; readonly because: string | null };

/** A write that breaks rules an administrator made. */
export const missingByRules = (missing: readonly MissingByRule[]) =>
  invalidRequest('The property values provided are invalid', {
    errors: missing.map(({ property, because }) => ({
      message:
        because === null
          ? `A value for ${property} must be provided`
          : `${property} is required because of a conditional property rule based on [${because}]`,
      code: because === null ? 'MISSING_REQUIRED_PROPERTY' : 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
      context: { propertyName: [property] },
    })),
  });

/** A unique property's value belongs to another record. HubSpot names the record it could not write and the one that has the value. */
export const uniqueValueTaken = (taken: {
  readonly portalId: number;
  readonly typeId: string;
  readonly property: string;
  readonly value: string;
  readonly writtenId: string;
  readonly existingId: string;
}) =>
  invalidRequest(
    `Cannot set PropertyValueCoordinates{portalId=${taken.portalId}, objectTypeId=${taken.typeId}, propertyName=${taken.property}, value=${taken.value}} on ${taken.writtenId}. ${taken.existingId} already has that value.`,
    {
      context: {
        objectTypeId: [taken.typeId],
        propertyName: [taken.property],
        existingObjectId: [taken.existingId],
        conflictingValue: [taken.value],
      },
    },
  );

/** The one unique property with words of its own: a contact's e-mail address. */
export const contactExists = (existingId: string) =>
  new ApiError(409, { message: `Contact already exists. Existing ID: ${existingId}`, category: 'CONFLICT' });
