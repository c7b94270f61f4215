import type { CrmApi } from './server/crm-routes.ts';

/** Talks to the emulated account as any integration would, without a network between. */
export type CrmClient = {
  /** @throws {Error} with HubSpot's message when the answer is no 2xx or reports errors */
  readonly post: (path: string, body: unknown) => Promise<unknown>;
  readonly patch: (path: string, body: unknown) => Promise<unknown>;
  readonly get: (path: string) => Promise<unknown>;
};

export function createCrmClient(api: CrmApi, token: string): CrmClient {
  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const answer = await api(new Request(`http://127.0.0.1${path}`, init));
    // 207 is a batch of which some inputs failed.
    if (!answer.ok || answer.status === 207)
      throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    post: (path, body) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
    get: (path) => send('GET', path),
  };
}
