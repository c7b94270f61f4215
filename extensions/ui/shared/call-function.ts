import { hubspot } from '@hubspot/ui-extensions';
import type { Failure } from '@deal-terms/core/contracts';
import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import type * as z from 'zod/mini';

type Options = NonNullable<Parameters<typeof hubspot.serverless>[1]>;
type CallParameters = NonNullable<Options['parameters']>;

/** HubSpot ends a function after 15 s; an answer that has not come by now will not come. */
const patienceMs = 20_000;

/**
 * Calls an app function for the deal of the page. Never rejects: whatever goes wrong is a failure the card has words for.
 *
 * @param uid - the function's uid
 * @param parameters - as its contract says
 * @param replySchema - its reply; an answer of another shape is `invalid_request`: the card and the function are of different versions
 */
export function callForDeal<Reply>(
  uid: string,
  parameters: CallParameters,
  replySchema: z.ZodMiniType<Reply>,
): Promise<Reply | Failure> {
  return call(uid, { propertiesToSend: [...attestedDealPropertyNames], parameters }, replySchema);
}

/** As `callForDeal`, for the ticket of the page. */
export function callForTicket<Reply>(
  uid: string,
  parameters: CallParameters,
  replySchema: z.ZodMiniType<Reply>,
): Promise<Reply | Failure> {
  return call(uid, { propertiesToSend: ['hs_object_id', 'hs_pipeline_stage'], parameters }, replySchema);
}

/** As `callForDeal`, from a page of the app, where there is no record. */
export function callForPage<Reply>(
  uid: string,
  parameters: CallParameters,
  replySchema: z.ZodMiniType<Reply>,
): Promise<Reply | Failure> {
  return call(uid, { parameters }, replySchema);
}

async function call<Reply>(uid: string, options: Options, replySchema: z.ZodMiniType<Reply>): Promise<Reply | Failure> {
  const answer = await Promise.race([ask(uid, options), patience()]);
  if (!('value' in answer)) return answer;
  const reply = replySchema.safeParse(answer.value);
  return reply.success
    ? reply.data
    : failed('invalid_request', 'The answer is not what this version of the app expects.');
}

async function ask(uid: string, options: Options): Promise<{ readonly value: unknown } | Failure> {
  try {
    return { value: await hubspot.serverless<unknown>(uid, options) };
  } catch (error) {
    return failed('unavailable', error instanceof Error ? error.message : 'The call was refused.');
  }
}

function patience(): Promise<Failure> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(failed('deadline', 'The function did not answer in time.'));
    }, patienceMs);
  });
}

function failed(code: Failure['code'], message: string): Failure {
  return { ok: false, code, message, correlationId: '' };
}
