import * as z from 'zod/mini';

/** HubSpot's error body as far as it is shown to people. */
const errorBodySchema = z.object({ message: z.string(), category: z.optional(z.string()) });

/** HubSpot's API refused, or could not be reached. Not thrown for an answer that is no JSON of the expected shape: that is a bug and stays a ZodError. */
export class CrmError extends Error {
  override readonly name = 'CrmError';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

export type Fetch = (
  path: string,
  init?: { readonly method?: string; readonly body?: unknown; readonly signal?: AbortSignal },
) => Promise<unknown>;

/**
 * Speaks JSON with the server, as one user.
 *
 * @throws {CrmError} when the answer is not 2xx or none came
 */
export function createFetch(token: string): Fetch {
  return async (path, { method = 'GET', body, signal } = {}) => {
    let response: Response;
    try {
      response = await fetch(path, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (error) {
      if (signal?.aborted === true) throw error;
      throw new CrmError(0, 'The workbench does not answer. Is it still running?', { cause: error });
    }
    const text = await response.text();
    if (response.ok) return text === '' ? null : (JSON.parse(text) as unknown);
    throw new CrmError(response.status, messageOf(text) ?? `${method} ${path} answered ${response.status}.`);
  };
}

function messageOf(text: string): string | undefined {
  try {
    const body = errorBodySchema.safeParse(JSON.parse(text));
    return body.success ? body.data.message : undefined;
  } catch {
    // Not JSON: a proxy or the server itself answered; the caller names the request instead.
    return undefined;
  }
}
