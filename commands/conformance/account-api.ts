import { setTimeout as pause } from 'node:timers/promises';

/** As much of an answer as the questions look at. */
export type Answer = { readonly status: number; readonly body: AnswerBody };
export type AnswerBody = {
  readonly id?: string;
  readonly message?: string;
  readonly category?: string;
  readonly subCategory?: string;
  readonly context?: object;
  readonly errors?: readonly { readonly code?: string; readonly context?: object }[];
  readonly warnings?: readonly object[];
  readonly results?: readonly {
    readonly id: string;
    readonly name?: string;
    readonly new?: boolean;
    readonly objectWriteTraceId?: string;
    readonly toObjectId?: unknown;
    readonly associationTypes?: readonly object[];
    readonly properties?: Readonly<Record<string, string | null>>;
  }[];
  readonly properties?: Readonly<Record<string, string | null>>;
  readonly [other: string]: unknown;
};

/** An account's API, asked as it is: no SDK between. */
export type AccountApi = (method: string, path: string, body?: unknown) => Promise<Answer>;

const mostTries = 6;
const waitMs = 1_500;

/**
 * An account to ask. Requests HubSpot turns away for being too many are sent again; nothing else is.
 *
 * @param origin - where the API answers
 * @param token - access token
 * @throws {Error} no answer could be had
 */
export function accountApi(origin: string, token: string): AccountApi {
  return async (method, path, body) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(origin + path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (answer.status !== 429 || tries === mostTries) return { status: answer.status, body: parsed(text) };
      await pause(waitMs * tries);
    }
  };
}

/** An answer that is no JSON is as good as an empty one to whoever asks for JSON. */
function parsed(text: string): AnswerBody {
  try {
    return JSON.parse(text) as AnswerBody;
  } catch {
    return {};
  }
}

/**
 * An answer that must be a good one for the questions to go on.
 *
 * @throws {Error} naming the request and what was answered
 */
export async function expectGood(asking: Promise<Answer>, what: string): Promise<AnswerBody> {
  const { status, body } = await asking;
  if (status >= 300) throw new Error(`${what}: ${status} ${body.message ?? ''}`);
  return body;
}
