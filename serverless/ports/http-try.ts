import http from 'node:http';
import https from 'node:https';

export type HttpRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** Sockets stay open between calls of a warm function; idle ones do not keep a process alive. node:http, because loading fetch costs 21 ms at the first call. */
const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 4 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 4 }),
} as const;

/**
 * Sends one request once.
 *
 * @param request - absolute http or https URL
 * @param signal - ends the try
 * @throws {Error} of node:http for a network failure, `AbortError` when the signal fires
 */
export function tryOnce(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const secure = request.url.protocol === 'https:';
  const body = request.body === undefined ? undefined : Buffer.from(request.body, 'utf8');
  const headers = body === undefined ? request.headers : { ...request.headers, 'content-length': String(body.length) };
  return new Promise((resolve, reject) => {
    const options = { method: request.method, headers, signal, agent: agents[secure ? 'https:' : 'http:'] };
    const sent = (secure ? https : http).request(request.url, options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: flat(answer.headers), body: Buffer.concat(chunks) }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

function flat(headers: http.IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return Object.fromEntries(entries);
}
