import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { BrokenConnection } from './broken-connection.ts';

/**
 * Lets a broken connection be one: cuts the line to the client, after what is to arrive of the answer.
 *
 * @param answering - the emulator at work
 * @param outgoing - Node's side of the line
 * @returns the answer to send
 */
export async function answerOrCut(
  answering: Response | Promise<Response>,
  outgoing: ServerResponse,
): Promise<Response> {
  try {
    return await answering;
  } catch (error) {
    if (!(error instanceof BrokenConnection)) throw error;
    const { fragment } = error;
    if (fragment === null) outgoing.destroy();
    else {
      outgoing.writeHead(fragment.status, { ...fragment.headers, 'content-length': fragment.contentLength });
      outgoing.write(fragment.body, () => outgoing.destroy());
    }
    return RESPONSE_ALREADY_SENT;
  }
}
