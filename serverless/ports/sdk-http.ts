import { CrmError } from './crm-error.ts';
import type { Transport } from './transport.ts';

/** What every generated part of the SDK knows of a request and of an answer; their classes are equal and yet not the same. */
type SdkRequest = { getUrl(): string; getHttpMethod(): string; getBody(): unknown };
type SdkBody = { text(): Promise<string>; binary(): Promise<Buffer> };

/**
 * How a part of HubSpot's SDK sends: through our transport. What stays of the SDK is its request building and its types; its client, fetch, retries and limiter are not loaded.
 *
 * @param transport - where the calls go
 * @param answerClass - the part's own `ResponseContext`
 */
export function sendThrough<Answer>(transport: Transport, answerClass: new (status: number, headers: Record<string, string>, body: SdkBody) => Answer) {
  return async (request: SdkRequest): Promise<Answer> => {
    const url = new URL(request.getUrl());
    const body = request.getBody();
    const answer = await transport.send({ method: request.getHttpMethod(), path: url.pathname + url.search, body: typeof body === 'string' ? body : undefined });
    const text = answer.body.toString('utf8');
    if (!isJson(text)) throw new CrmError('unintelligible', { request: `${request.getHttpMethod()} ${url.pathname}`, status: answer.status, hubspotCorrelationId: null, scopes: [], properties: [] });
    return new answerClass(answer.status, { ...answer.headers }, { text: () => Promise.resolve(text), binary: () => Promise.resolve(answer.body) });
  };
}

/** What a part of the SDK sends by: `wrapHttpLibrary` of its own `http.js` around `sendThrough`. */
type SdkHttp<Request, Answer> = { readonly httpApi: { send(request: Request): { toPromise(): Promise<Answer> } } };

/**
 * One call, built by a request factory of the SDK and read by its response processor. The classes the SDK puts over them weigh more than both together
 * and add nothing we use: middleware, and a promise around an observable.
 *
 * @param configuration - of the part the factory belongs to
 * @param request - as the factory builds it
 * @param read - the processor's method of the same name
 */
export async function answerOf<Request, Answer, Data>({ httpApi }: SdkHttp<Request, Answer>, request: Promise<Request>, read: (answer: Answer) => Promise<{ readonly data: Data }>): Promise<Data> {
  return (await read(await httpApi.send(await request).toPromise())).data;
}

/** A proxy's page in place of an answer would make the SDK throw an error that quotes it. */
function isJson(text: string): boolean {
  if (text === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
