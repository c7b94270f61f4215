import { isCrmError } from '../../serverless/ports/crm-error.ts';

/** HubSpot counts calls over ten seconds; whoever was turned away waits for the next ten. */
const pauseMs = 10_000;
const mostPauses = 6;

/**
 * Does a piece of work that may be done twice; when HubSpot takes no more calls for longer than the transport waits, again ten seconds later.
 *
 * @param pause - waits, in milliseconds
 * @throws whatever the work throws, and HubSpot's refusal after a minute of them
 */
export async function withPatience<T>(work: () => Promise<T>, pause: (ms: number) => Promise<unknown>): Promise<T> {
  for (let pauses = 0; ; pauses += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isCrmError(error) || error.kind !== 'rate_limited' || pauses >= mostPauses) throw error;
      await pause(pauseMs);
    }
  }
}
