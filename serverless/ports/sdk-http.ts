import { parseJson } from '@deal-terms/core/crm';
import type { Configuration } from '@hubspot/api-client/lib/codegen/crm/objects/configuration.js';
import { ResponseContext } from '@hubspot/api-client/lib/codegen/crm/objects/http/http.js';
import type { RequestContext } from '@hubspot/api-client/lib/codegen/crm/objects/http/http.js';
import { CrmError } from './crm-error.ts';
import type { Transport } from './transport.ts';

/**
 * How HubSpot's SDK sends: through our transport. What stays of the SDK is its request building and its types; its client, fetch, retries and limiter are not loaded.
 *
 * @param transport - where the calls go
 */
export function sendThrough(transport: Transport) {
  return async (request: RequestContext): Promise<ResponseContext> => {
    const url = new URL(request.getUrl());
    const body = request.getBody();
    const answer = await transport.send({
      method: request.getHttpMethod(),
      path: url.pathname + url.search,
      body: typeof body === 'string' ? body : undefined,
    });
    const text = answer.body.toString('utf8');
    if (!isJson(text))
      throw new CrmError('unintelligible', {
        request: `${request.getHttpMethod()} ${url.pathname}`,
        status: answer.status,
      });
    return new ResponseContext(
      answer.status,
      { ...answer.headers },
      { text: () => Promise.resolve(text), binary: () => Promise.resolve(answer.body) },
    );
  };
}

/**
 * One call, built by a request factory of the SDK and read by its response processor. The classes the SDK puts over them weigh more than both together
 * and add nothing we use: middleware, and a promise around an observable.
 *
 * @param configuration - with `sendThrough` under it
 * @param request - as the factory builds it
 * @param read - the processor's method of the same name
 */
export async function answerOf<Data>(
  { httpApi }: Configuration,
  request: Promise<RequestContext>,
  read: (answer: ResponseContext) => Promise<{ readonly data: Data }>,
): Promise<Data> {
  return (await read(await httpApi.send(await request).toPromise())).data;
}

/** A proxy's page in place of an answer, or nothing, would make the SDK throw an error that is none of ours. */
function isJson(text: string): boolean {
  return parseJson(text) !== undefined;
}
