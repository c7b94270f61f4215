import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with one request; `hang` never answers, `reset` cuts the line. */
export type Scripted =
  { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> } | 'hang' | 'reset';
export type Seen = {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: http.IncomingHttpHeaders;
};

/** A server that answers requests from a script, one entry each, and the last entry from then on. */
export async function startScriptedServer(script: readonly Scripted[]) {
  const seen: Seen[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({
        method: request.method ?? '',
        url: request.url ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
        headers: request.headers,
      });
      const step = script[Math.min(seen.length, script.length) - 1]!;
      if (step === 'hang') return;
      if (step === 'reset') return void request.socket.destroy();
      response.writeHead(step.status, { 'content-type': 'application/json', ...step.headers });
      response.end(typeof step.body === 'string' ? step.body : JSON.stringify(step.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, stop };
}
